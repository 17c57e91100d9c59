import type { CellEdit } from "../hosts/port.js";
import { sheetKey } from "../workbook/layout/names.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import { cellAt } from "../workbook/snapshot-index.js";

/** The edits that bring back what stands in cells now. */
export function inverseOf(edits: readonly CellEdit[], snapshot: WorkbookSnapshot): readonly CellEdit[] {
  return edits.flatMap(({ cell }): readonly CellEdit[] => {
    const key = sheetKey(cell.sheet);
    const sheet = snapshot.sheets.find(({ name }) => sheetKey(name) === key);
    if (sheet === undefined) return [];
    const { value, formula, format } = cellAt(sheet, cell.row, cell.column);
    if (formula !== "") return [{ cell, value: { formula: formula.replace(/^=/, "") }, format }];
    if (typeof value === "object" && value !== null) return [];
    return [{ cell, value, format }];
  });
}
