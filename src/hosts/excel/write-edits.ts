import { a1 } from "../../values/address.js";
import { LONGEST_TEXT } from "../../values/sheet-limits.js";
import { Refusal } from "../attempt.js";
import { protectedSheets, unwritable } from "../faults.js";
import type { CellEdit } from "../port.js";
import { faultOf, isUndoRefusal, letEventsThrough, missingSheet } from "./faults.js";
import { rangeAt } from "./ranges.js";
import { type ExcelRuntime, runUndoable } from "./runtime.js";
import { textInput } from "./write-contents.js";

const TEXT_FORMAT = "@";
const LONGEST_FORMULA = 8192;

interface Target {
  readonly edit: CellEdit;
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
}

/**
 * Writes values and formulas, two round trips: one to see the cells' formats and locks, one to write. With a fault
 * that can be seen beforehand nothing is written.
 */
export async function writeEdits(runtime: ExcelRuntime, edits: readonly CellEdit[]): Promise<void> {
  for (const edit of edits) refuseUnwritable(edit);
  if (edits.length === 0) return;
  await runUndoable(runtime, async (context) => {
    const { workbook } = context;
    workbook.load("readOnly");
    const targets = edits.map((edit) => targetOf(workbook.worksheets, edit));
    await context.sync();
    refuseUnreachable(targets);
    try {
      context.runtime.enableEvents = false;
      for (const target of targets) putValue(target);
      context.runtime.enableEvents = true;
      await context.sync();
    } catch (error) {
      await letEventsThrough(context);
      if (isUndoRefusal(error)) throw error;
      throw new Refusal(faultOf(error, workbook.readOnly));
    }
  });
}

function targetOf(sheets: Excel.WorksheetCollection, edit: CellEdit): Target {
  const sheet = sheets.getItemOrNullObject(edit.cell.sheet);
  sheet.load("name,protection/protected");
  const range = rangeAt(sheet, a1(edit.cell));
  range.load("numberFormat,format/protection/locked");
  return { edit, sheet, range };
}

function refuseUnwritable({ cell, value }: CellEdit): void {
  const tooLong = typeof value === "string" && value.length > LONGEST_TEXT;
  const longFormula = typeof value === "object" && value !== null && value.formula.length > LONGEST_FORMULA;
  const noNumber = typeof value === "number" && !Number.isFinite(value);
  if (tooLong || longFormula || noNumber) throw new Refusal(unwritable(cell));
}

function refuseUnreachable(targets: readonly Target[]): void {
  for (const { edit, sheet } of targets) {
    if (sheet.isNullObject) throw new Refusal(missingSheet(edit.cell.sheet));
  }
  const closed = targets.filter(
    (target) =>
      target.sheet.protection.protected &&
      (target.range.format.protection.locked !== false || changesFormat(target)),
  );
  if (closed.length > 0)
    throw new Refusal(protectedSheets([...new Set(closed.map(({ sheet }) => sheet.name))]));
}

/** A protected sheet lets values into its open cells, not formats. */
function changesFormat({ edit: { value, format }, range }: Target): boolean {
  if (format !== undefined || (typeof value === "object" && value !== null)) return true;
  return typeof value === "number" && range.numberFormat[0]?.[0] === TEXT_FORMAT;
}

/**
 * A text goes in as text and a number as a number. A number needs another format where the cell is
 * formatted as text; there Excel would keep its digits as a text.
 */
function putValue({ edit: { cell, value, format }, sheet, range: seen }: Target): void {
  const isTextCell = (format ?? seen.numberFormat[0]?.[0]) === TEXT_FORMAT;
  const range = rangeAt(sheet, a1(cell));
  if (format !== undefined) range.numberFormat = [[format]];
  if (typeof value === "object" && value !== null) {
    range.formulas = [[`=${value.formula}`]];
    // A formula takes its format from the cells that it names when its own cell has none.
    range.numberFormat = [[format ?? seen.numberFormat[0]?.[0] ?? "General"]];
    return;
  }
  if (typeof value === "string" && value !== "") {
    // In front of a text in another cell, the apostrophe is Excel's own mark for "this is text".
    range.values = [[isTextCell ? textInput(value) : `'${value}`]];
    return;
  }
  if (isTextCell && value !== null && value !== "") range.numberFormat = [["General"]];
  range.values = [[value ?? ""]];
}
