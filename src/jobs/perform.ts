import type { ApplyReport, CellEdit, WorkbookHost } from "../hosts/port.js";
import type { WorkbookPlan } from "../workbook/plan.js";
import { asked, type JobFault } from "./guard.js";

/** What a job writes: first the plan, then the cells. */
export interface Work {
  /** Cells that are emptied first, so that the plan fills their sheet anew, and what brings them back. */
  readonly before?: { readonly empties: readonly CellEdit[]; readonly restores: readonly CellEdit[] };
  readonly plan: WorkbookPlan;
  readonly edits: readonly CellEdit[];
}

/** What came of writing. */
export type Performed =
  | { readonly kind: "done"; readonly report: ApplyReport }
  /** Nothing was written. */
  | { readonly kind: "refused"; readonly fault: JobFault }
  /** The plan was written, the cells were not. */
  | { readonly kind: "half"; readonly fault: JobFault };

const NOTHING_ADDED: ApplyReport = { addedSheets: [], keptSheets: [], addedNames: [], unsetPages: [] };

/** Writes what a job has planned; a plan of nothing is not asked about. */
export async function perform(host: WorkbookHost, { before, plan, edits }: Work): Promise<Performed> {
  if (before !== undefined) {
    const emptied = await asked(() => host.write(before.empties));
    if (!emptied.ok) return { kind: "refused", fault: emptied.fault };
  }
  const applied = isNothing(plan)
    ? { ok: true as const, value: NOTHING_ADDED }
    : await asked(() => host.apply(plan));
  if (!applied.ok) {
    if (before !== undefined) await asked(() => host.write(before.restores));
    return { kind: "refused", fault: applied.fault };
  }
  if (edits.length > 0) {
    const written = await asked(() => host.write(edits));
    if (!written.ok) return { kind: "half", fault: written.fault };
  }
  return { kind: "done", report: applied.value };
}

function isNothing({ sheets, names, constants = [] }: WorkbookPlan): boolean {
  return sheets.length + names.length + constants.length === 0;
}
