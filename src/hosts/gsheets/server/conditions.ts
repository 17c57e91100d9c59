/// <reference types="google-apps-script" />
import type { ConditionalFormatRule } from "../wire.js";
import { hexColor } from "./cell-inputs.js";
import type { SheetsById } from "./sheets-by-id.js";

/** Adds a conditional format behind those that the sheet has. */
export function addCondition(sheets: SheetsById, { ranges, booleanRule }: ConditionalFormatRule): void {
  const [first] = ranges;
  if (first === undefined) return;
  const { condition, format } = booleanRule;
  const builder = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(condition.values[0]?.userEnteredValue ?? "")
    .setRanges(ranges.map((range) => sheets.range(range)));
  const fill = hexColor(format.backgroundColorStyle);
  const color = hexColor(format.textFormat.foregroundColorStyle);
  if (fill !== null) builder.setBackground(fill);
  if (color !== null) builder.setFontColor(color);
  const sheet = sheets.sheet(first.sheetId);
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), builder.build()]);
}
