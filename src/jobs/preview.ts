import { allTables } from "../forms/tables.js";
import type { ApplyPreview, WorkbookHost } from "../hosts/port.js";
import type { WorkbookPlan } from "../workbook/plan.js";
import { asked, type JobResult } from "./guard.js";
import type { Book } from "./open.js";

/** Asks what inserting would do. Writes nothing. */
export function preview(host: WorkbookHost, plan: WorkbookPlan): Promise<JobResult<ApplyPreview>> {
  return asked(() => host.inspect(plan));
}

/** True when inserting has to be told of the report's information: the workbook does not tell it. */
export function asksInfo(book: Book): boolean {
  return book.kind === "empty" || (book.kind === "forms" && book.report.infoCells.size === 0);
}

/** Ids of the supplementary tables that a workbook has. */
export function tablesOf(book: Book): ReadonlySet<string> {
  return new Set(book.kind === "forms" ? book.report.tables.keys() : []);
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
export function addsOnlyTables({ addedSheets }: ApplyPreview): boolean {
  const sheets = new Set(allTables().map(({ sheet }) => sheet));
  return addedSheets.length > 0 && addedSheets.every((sheet) => sheets.has(sheet));
}

/**
 * Changes when the workbook's make-up does: its kind, its sheets, its names, what was lost. While it
 * stays the same, typing changes nothing about what there is to insert.
 */
export function makeUpOf(book: Book): string {
  const { sheets, names } = book.snapshot;
  const standing = names.filter((name) => name.area !== null).length;
  const faults = book.kind === "forms" ? book.report.layout.length : 0;
  return [book.kind, standing, faults, ...sheets.map((sheet) => `${sheet.name}|${sheet.protected}`)].join(
    "\n",
  );
}
