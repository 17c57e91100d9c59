import type { Edition } from "../../forms/schema.js";
import { allTables, insertedTables } from "../../forms/tables.js";
import type { ApplyPreview, CellEdit } from "../../hosts/port.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";
import { draftEdition } from "./draft.js";
import type { Book, Draft } from "./state.js";

/** The planner's functions; the module is loaded late (see `parts.ts`). */
export type Planner = typeof import("./planner.js");

/** The edition that the first step is about: the workbook's own, or the one chosen. */
export function proposedEdition(book: Book, draft: Draft): Edition | null {
  return book.kind === "forms" ? book.judgement.report.edition : draftEdition(draft);
}

/** True when the fields of the first step are asked: a workbook with its information needs none. */
export function asksInfo(book: Book): boolean {
  return book.kind === "empty" || (book.kind === "forms" && book.judgement.report.infoCells.size === 0);
}

/** Ids of the supplementary tables that the workbook has. */
export function presentTables(book: Book): ReadonlySet<string> {
  return new Set(book.kind === "forms" ? book.judgement.report.tables.keys() : []);
}

/** Ids of the supplementary tables that inserting is to see to: those there, and those ticked. */
export function wantedTables(edition: Edition, book: Book, draft: Draft): ReadonlySet<string> {
  return new Set([...presentTables(book), ...(draft.tables ?? insertedTables(edition))]);
}

/** What inserting would write. */
export interface Proposal {
  readonly plan: WorkbookPlan;
  /** Formulas of form cells that are there and take their numbers from tables that are added. */
  readonly edits: readonly CellEdit[];
}

/** What inserting would write; null while the workbook could not be read or is not ours to fill. */
export function propose(planner: Planner, book: Book, draft: Draft): Proposal | null {
  const edition = proposedEdition(book, draft);
  if (edition === null || book.kind === "unread" || book.kind === "foreign") return null;
  const tables = wantedTables(edition, book, draft);
  if (book.kind === "empty") return { plan: planner.planFromDraft(edition, draft, tables), edits: [] };
  const { report } = book.judgement;
  return {
    plan: asksInfo(book)
      ? planner.planFromDraft(edition, draft, tables)
      : planner.planFromInfo(edition, report.info, tables),
    edits: planner.feedEdits(report, tables),
  };
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

/** True when inserting would add sheets of supplementary tables and nothing else. */
export function addsOnlyTables(preview: ApplyPreview): boolean {
  const sheets = new Set(allTables().map(({ sheet }) => sheet));
  const { addedSheets } = preview;
  return addedSheets.length > 0 && addedSheets.every((sheet) => sheets.has(sheet));
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

/** True for a workbook in which nobody has written anything. */
export function isBlank({ sheets }: WorkbookSnapshot): boolean {
  return sheets.every(({ values }) => values.every((line) => line.every((value) => value === null)));
}
