import type { WorkbookHost } from "../hosts/port.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import { asked, type JobResult } from "./guard.js";

/** Everything that stands in a workbook, the sheets of others too. */
export interface Survey {
  readonly snapshot: WorkbookSnapshot;
  /** Nobody has written anything. */
  readonly blank: boolean;
}

/** Reads a whole workbook: where forms are looked for that nobody inserted for us. */
export async function survey(host: WorkbookHost): Promise<JobResult<Survey>> {
  const captured = await asked(() => host.capture("whole"));
  if (!captured.ok) return captured;
  const snapshot = captured.value;
  const blank = snapshot.sheets.every(({ values }) =>
    values.every((line) => line.every((value) => value === null)),
  );
  return { ok: true, value: { snapshot, blank } };
}
