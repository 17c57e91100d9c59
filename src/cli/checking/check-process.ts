import { type EarlierFiles, readEarlier } from "../earlier-files.js";
import { checkFile, type Printing } from "./check-file.js";

/** What a process is told first. */
export interface ProcessTask extends Printing {
  /** Workbooks to compare with; they have been read once already, so they can be. */
  readonly compared: EarlierFiles;
}

/** What a process is sent: its task, then one path after the other. */
export type ProcessMessage =
  | { readonly kind: "task"; readonly task: ProcessTask }
  | { readonly kind: "file"; readonly path: string };

/** The other side of `on-all-cores.ts`: a path comes in, what its check gives goes out. */
let printing: Printing = { json: false, lang: "vi" };
let compared: Promise<Parameters<typeof checkFile>[1]> = Promise.resolve({});

process.on("message", (message: ProcessMessage) => {
  if (message.kind === "task") {
    printing = message.task;
    compared = readEarlier(message.task.compared);
    return;
  }
  void compared
    .then((reports) => checkFile(message.path, reports, printing))
    .then((outcome) => process.send?.(outcome));
});
