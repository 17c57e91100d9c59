import { type InsertedRows, insertRowsInFormula } from "../../formula/insert-rows.js";
import { shiftFormula } from "../../formula/shift.js";
import { columnLetters } from "../../values/address.js";
import { Refusal } from "../attempt.js";
import { protectedSheets } from "../faults.js";
import { faultOf, letEventsThrough, missingSheet } from "./faults.js";
import { rangeAt } from "./ranges.js";
import { BUTTON, type ExcelRuntime } from "./runtime.js";

/**
 * Inserts rows, two round trips: one to see the row above, one to write. Excel itself gives new rows
 * the look of the row above and lets names, validations and formulas elsewhere follow; the formulas of
 * the row above are written into them here.
 */
export async function insertRows(runtime: ExcelRuntime, inserted: InsertedRows): Promise<void> {
  const { sheet: name, before, count } = inserted;
  // Excel cannot undo an insertion together with writes (see `runUndoable`).
  await runtime.run(BUTTON, async (context) => {
    const { workbook } = context;
    workbook.load("readOnly");
    const sheet = workbook.worksheets.getItemOrNullObject(name);
    sheet.load("name,protection/protected");
    const above = rangeAt(sheet, `${before - 1}:${before - 1}`).getUsedRangeOrNullObject();
    above.load("formulas,numberFormat,columnIndex").untrack();
    await context.sync();
    if (sheet.isNullObject) throw new Refusal(missingSheet(name));
    if (sheet.protection.protected) throw new Refusal(protectedSheets([sheet.name]));
    try {
      context.runtime.enableEvents = false;
      const last = before + count - 1;
      rangeAt(sheet, `${before}:${last}`).insert("Down").untrack();
      for (const { column, formula, format } of formulasOf(above)) {
        const moved = insertRowsInFormula(formula, sheet.name, { ...inserted, sheet: sheet.name });
        const letters = columnLetters(column);
        const cells = rangeAt(sheet, `${letters}${before}:${letters}${last}`);
        cells.formulas = Array.from({ length: count }, (_row, index) => [
          `=${shiftFormula(moved, index + 1, 0)}`,
        ]);
        // A formula takes its format from the cells that it names when its own cell has none.
        cells.numberFormat = Array.from({ length: count }, () => [format]);
      }
      context.runtime.enableEvents = true;
      await context.sync();
    } catch (error) {
      await letEventsThrough(context);
      throw new Refusal(faultOf(error, workbook.readOnly));
    }
  });
}

function formulasOf(
  row: Excel.Range,
): readonly { readonly column: number; readonly formula: string; readonly format: string }[] {
  if (row.isNullObject) return [];
  const [formulas = []] = row.formulas;
  const [formats = []] = row.numberFormat;
  return formulas.flatMap((formula: unknown, index) =>
    typeof formula === "string" && formula.startsWith("=")
      ? [
          {
            column: row.columnIndex + index + 1,
            formula: formula.slice(1),
            format: String(formats[index] ?? "General"),
          },
        ]
      : [],
  );
}
