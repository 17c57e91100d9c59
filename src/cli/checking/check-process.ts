import { readBook } from "../book.js";
import { checkFile, type Printing } from "./check-file.js";

/** What a process is told first. */
export interface ProcessTask extends Printing {
  /** Workbook of the earlier period; it has been read once already, so it can be. */
  readonly previous: string | null;
}

/** What a process is sent: its task, then one path after the other. */
export type ProcessMessage =
  | { readonly kind: "task"; readonly task: ProcessTask }
  | { readonly kind: "file"; readonly path: string };

/** The other side of `on-all-cores.ts`: a path comes in, what its check gives goes out. */
let printing: Printing = { json: false, lang: "vi" };
let earlier: Promise<Parameters<typeof checkFile>[1]> = Promise.resolve(null);

process.on("message", (message: ProcessMessage) => {
  if (message.kind === "task") {
    const { previous } = message.task;
    printing = message.task;
    if (previous !== null) earlier = readBook(previous).then(({ report }) => report);
    return;
  }
  void earlier
    .then((report) => checkFile(message.path, report, printing))
    .then((outcome) => process.send?.(outcome));
});
