import { a1 } from "../../values/address.js";
import { MARKED_NAME } from "../../workbook/layout/names.js";
import { Refusal } from "../attempt.js";
import { protectedSheets } from "../faults.js";
import type { CellMark } from "../port.js";
import { faultOf, letEventsThrough, missingSheet } from "./faults.js";
import { rangeAt } from "./ranges.js";
import { BUTTON, type ExcelRuntime } from "./runtime.js";

/** By this text in its formula a conditional format is known as a mark; the formula always holds. */
const SIGN = "CCHC_MARK";
const FORMULA = `="${SIGN}"<>""`;

/**
 * Lays marks over cells in place of those laid before; none takes them off. A mark is a conditional
 * format: what the cell looks like underneath is not touched, so that taking it off brings that back
 * whatever it is, also when the pane that laid it is long gone. A name keeps that there are marks.
 * Three round trips, two more where marks were laid before.
 */
export async function layMarks(runtime: ExcelRuntime, marks: readonly CellMark[]): Promise<void> {
  await runtime.run(BUTTON, async (context) => {
    const { workbook } = context;
    workbook.load("readOnly");
    workbook.worksheets.load("items/name,items/protection/protected");
    const memory = workbook.names.getItemOrNullObject(MARKED_NAME);
    memory.load("name");
    await context.sync();
    const sheets = new Map(workbook.worksheets.items.map((sheet) => [sheet.name, sheet]));
    refuseClosed(marks, sheets);
    try {
      context.runtime.enableEvents = false;
      if (!memory.isNullObject) await takeMarksOff(context, workbook.worksheets.items);
      for (const mark of marks) layMark(sheets.get(mark.cell.sheet), mark);
      if (marks.length > 0 && memory.isNullObject) workbook.names.add(MARKED_NAME, '="1"').visible = false;
      if (marks.length === 0 && !memory.isNullObject) memory.delete();
      context.runtime.enableEvents = true;
      await context.sync();
    } catch (error) {
      await letEventsThrough(context);
      throw new Refusal(faultOf(error, workbook.readOnly));
    }
  });
}

function refuseClosed(marks: readonly CellMark[], sheets: ReadonlyMap<string, Excel.Worksheet>): void {
  for (const { cell } of marks) {
    if (!sheets.has(cell.sheet)) throw new Refusal(missingSheet(cell.sheet));
  }
  const names = new Set(marks.map(({ cell }) => cell.sheet));
  const closed = [...names].filter((name) => sheets.get(name)?.protection.protected === true);
  if (closed.length > 0) throw new Refusal(protectedSheets(closed));
}

async function takeMarksOff(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
): Promise<void> {
  // A protected sheet keeps its marks until it is opened: the others are cleaned all the same.
  const open = sheets.filter(({ protection }) => !protection.protected);
  const formats = open.map((sheet) => sheet.getRange().conditionalFormats);
  for (const one of formats) one.load("items/id,items/type");
  await context.sync();
  const custom = formats.flatMap(({ items }) => items.filter(({ type }) => type === "Custom"));
  for (const { custom: own } of custom) own.rule.load("formula");
  await context.sync();
  for (const format of custom) if (format.custom.rule.formula.includes(SIGN)) format.delete();
}

function layMark(sheet: Excel.Worksheet | undefined, { cell, fill }: CellMark): void {
  if (sheet === undefined) return;
  const format = rangeAt(sheet, a1(cell)).conditionalFormats.add("Custom");
  format.custom.rule.formula = FORMULA;
  format.custom.format.fill.color = fill;
  // Above the pink of a rule that fails, which would hide which cells are meant.
  format.priority = 0;
}
