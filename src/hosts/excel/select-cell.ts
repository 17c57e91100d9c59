import { a1, type CellAddress } from "../../values/address.js";
import { Refusal } from "../attempt.js";
import { hiddenSheet, missingSheet } from "./faults.js";
import { rangeAt } from "./ranges.js";
import { BUTTON, type ExcelRuntime } from "./runtime.js";

/** Brings a cell into view, two round trips. A hidden sheet stays hidden: the officer is told. */
export async function selectCell(runtime: ExcelRuntime, cell: CellAddress): Promise<void> {
  await runtime.run(BUTTON, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(cell.sheet);
    sheet.load("visibility");
    await context.sync();
    if (sheet.isNullObject) throw new Refusal(missingSheet(cell.sheet));
    if (sheet.visibility !== "Visible") throw new Refusal(hiddenSheet(cell.sheet));
    sheet.activate();
    rangeAt(sheet, a1(cell)).select();
    await context.sync();
  });
}
