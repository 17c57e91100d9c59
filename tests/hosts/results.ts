import type { JobResult } from "../../src/jobs/guard.js";
import { BLANK_CELL, type Cell } from "../../src/values/cell.js";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot.js";

/** The value of a result that must be there. */
export function valueOfResult<Value>(result: JobResult<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

/** A cell of a snapshot; beyond the used part it is blank. */
export function cellOf(snapshot: WorkbookSnapshot, sheetName: string, row: number, column: number): Cell {
  const sheet = snapshot.sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new Error(`no sheet ${sheetName}`);
  const i = row - sheet.top;
  const j = column - sheet.left;
  return {
    value: sheet.values[i]?.[j] ?? BLANK_CELL.value,
    format: sheet.formats[i]?.[j] ?? BLANK_CELL.format,
    formula: sheet.formulas[i]?.[j] ?? BLANK_CELL.formula,
  };
}
