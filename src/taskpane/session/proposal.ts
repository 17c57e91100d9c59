import { findEdition } from "../../forms/library.js";
import type { Edition } from "../../forms/schema.js";
import type { ApplyPreview } from "../../hosts/port.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import type { Book, Draft } from "./state.js";

/** The planner's functions; the module is loaded late (see `parts.ts`). */
export type Planner = typeof import("./planner.js");

/** The edition that the first step is about: the workbook's own, or the one chosen. */
export function proposedEdition(book: Book, draft: Draft): Edition | null {
  return book.kind === "forms" ? book.judgement.report.edition : findEdition(draft.edition);
}

/** True when the fields of the first step are asked: a workbook with its information needs none. */
export function asksInfo(book: Book): boolean {
  return book.kind === "empty" || (book.kind === "forms" && book.judgement.report.infoCells.size === 0);
}

/** What inserting would write; null while the workbook could not be read or is not ours to fill. */
export function propose(planner: Planner, book: Book, draft: Draft): WorkbookPlan | null {
  const edition = proposedEdition(book, draft);
  if (edition === null || book.kind === "unread" || book.kind === "foreign") return null;
  return book.kind === "empty" || asksInfo(book)
    ? planner.planFromDraft(edition, draft)
    : planner.planFromInfo(edition, book.judgement.report.info);
}

/** Cells of the printed forms that would be filled in again on sheets that are there. */
export function refilledCells({ keptSheets }: ApplyPreview): number {
  return keptSheets.reduce((sum, sheet) => sum + sheet.addedCells, 0);
}

/** True when nothing is left to insert. */
export function isComplete(preview: ApplyPreview): boolean {
  const { addedSheets, addedNames } = preview;
  return addedSheets.length === 0 && addedNames.length === 0 && refilledCells(preview) === 0;
}

/**
 * Changes when the workbook's make-up does: its kind, its sheets, its names, what was lost. While it
 * stays the same, typing changes nothing about what there is to insert.
 */
export function makeUpOf(book: Book): string {
  if (book.kind === "unread") return "";
  const { sheets, names } = book.snapshot;
  const standing = names.filter((name) => name.area !== null).length;
  const faults = book.kind === "forms" ? book.judgement.report.layout.length : 0;
  return [book.kind, standing, faults, ...sheets.map((sheet) => `${sheet.name}|${sheet.protected}`)].join(
    "\n",
  );
}
