import { type InsertedRows, insertRowsInFormula } from "../../formula/insert-rows.js";
import { shiftFormula } from "../../formula/shift.js";
import { sheetKey } from "../../workbook/layout/names.js";
import { Refusal } from "../attempt.js";
import { closedSheets, missingSheet } from "./faults.js";
import { localFormula } from "./locale.js";
import { ours, type SheetsMessages } from "./messages.js";
import { bookOf } from "./read-book.js";
import type { CellData, Request } from "./wire.js";

/**
 * Inserts rows with look, height and validations of the row above, and with its formulas: one
 * reading, one update.
 *
 * @returns the stamp after it
 */
export async function insertRows(messages: SheetsMessages, inserted: InsertedRows): Promise<string> {
  const { version: since } = await messages.stamp();
  const { snapshot, ids, locale } = bookOf(await messages.read(ours([inserted.sheet])));
  const sheetId = ids.get(sheetKey(inserted.sheet));
  const sheet = snapshot.sheets.find(({ name }) => sheetKey(name) === sheetKey(inserted.sheet));
  if (sheetId === undefined || sheet === undefined) throw new Refusal(missingSheet(inserted.sheet));
  if (sheet.protected) throw new Refusal(closedSheets([sheet.name]));
  const startIndex = inserted.before - 1;
  const above = sheet.formulas[inserted.before - 1 - sheet.top] ?? [];
  const moved = (formula: string) =>
    insertRowsInFormula(formula, sheet.name, { ...inserted, sheet: sheet.name });
  const formulas = above.flatMap((formula, index) =>
    formula === "" ? [] : [{ formula: moved(formula.slice(1)), columnIndex: sheet.left - 1 + index }],
  );
  const formulaRows = (formula: string) =>
    Array.from({ length: inserted.count }, (_row, index) => {
      const shifted = shiftFormula(formula, index + 1, 0);
      const value: CellData = { userEnteredValue: { formulaValue: localFormula(shifted, locale) } };
      return { values: [value] };
    });
  return messages.update(
    [
      {
        insertDimension: {
          range: { sheetId, dimension: "ROWS", startIndex, endIndex: startIndex + inserted.count },
          inheritFromBefore: true,
        },
      },
      ...formulas.map(
        ({ formula, columnIndex }): Request => ({
          updateCells: {
            start: { sheetId, rowIndex: startIndex, columnIndex },
            rows: formulaRows(formula),
            fields: "userEnteredValue",
          },
        }),
      ),
    ],
    since,
  );
}
