import type { CellMark } from "../hosts/port.js";
import type { Finding } from "../rules/finding.js";
import { a1 } from "../values/address.js";
import { MARKED_NAME } from "../workbook/layout/names.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";

/** Light enough for the digits to be read on them, in every order of seeing colours. */
const FILLS: Readonly<Record<"error" | "warning", string>> = { error: "#FF9C9C", warning: "#FFD966" };

/** A mark for each cell that has an error or something to review, the graver one where it has both. */
export function marksOf(findings: readonly Finding[]): readonly CellMark[] {
  const marks = new Map<string, CellMark>();
  for (const severity of ["error", "warning"] as const) {
    for (const { place, severity: own } of findings) {
      const cell = place.kind === "sheet" ? null : place.address;
      const fill = FILLS[severity];
      if (own !== severity || cell === null) continue;
      const key = `${cell.sheet}!${a1(cell)}`;
      if (!marks.has(key))
        marks.set(key, { cell: { sheet: cell.sheet, row: cell.row, column: cell.column }, fill });
    }
  }
  return [...marks.values()];
}

/** Whether marks of ours lie over cells of the workbook, whoever laid them. */
export function isMarked({ constants = [] }: Pick<WorkbookSnapshot, "constants">): boolean {
  return constants.some(({ name }) => name.toUpperCase() === MARKED_NAME);
}
