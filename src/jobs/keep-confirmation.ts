import type { WorkbookHost } from "../hosts/port.js";
import type { Confirmation } from "../report/confirmation.js";
import { confirmationEdits } from "../workbook/filling/place-confirmation.js";
import { planConfirmations } from "../workbook/planning/plan-confirmations.js";
import { asked, type JobFault } from "./guard.js";

/** What came of keeping a confirmation. */
export type Kept =
  | { readonly kind: "kept" }
  /** The list has no row left. */
  | { readonly kind: "full" }
  | { readonly kind: "refused"; readonly fault: JobFault };

/**
 * Keeps in the workbook what the officer decided: over an earlier decision about the same thing, else
 * in a row of its own. The list is made where there is none yet.
 *
 * @param words for people who read the list: where, and what
 */
export async function keepConfirmation(
  host: WorkbookHost,
  confirmation: Confirmation,
  words: { readonly place: string; readonly sentence: string },
): Promise<Kept> {
  const applied = await asked(() => host.apply(planConfirmations()));
  if (!applied.ok) return { kind: "refused", fault: applied.fault };
  const captured = await asked(() => host.capture("ours"));
  if (!captured.ok) return { kind: "refused", fault: captured.fault };
  const edits = confirmationEdits(captured.value, confirmation, words);
  if (edits === null) return { kind: "full" };
  if (edits.length === 0) return { kind: "kept" };
  const written = await asked(() => host.write(edits));
  return written.ok ? { kind: "kept" } : { kind: "refused", fault: written.fault };
}
