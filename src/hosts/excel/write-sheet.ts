import { columnLetters } from "../../values/address.js";
import type { ConditionPlan, SheetPlan, ValidationPlan } from "../../workbook/plan.js";
import { Block } from "../block.js";
import { columnPixels, heightRuns } from "../line-sizes.js";
import { rangeAt, rangeOf } from "./ranges.js";
import { writeContents } from "./write-contents.js";
import { writeLooks } from "./write-looks.js";

/** Queues a whole sheet but for its print set-up. The sheet is new, or blank. */
export function writeSheet(sheet: Excel.Worksheet, plan: SheetPlan): void {
  if (plan.tabColor !== null) sheet.tabColor = plan.tabColor;
  const block = Block.of(plan.cells);
  if (block !== null) {
    writeContents(sheet, block);
    writeLooks(sheet, block);
  }
  for (const [index, width] of plan.columnWidths.entries()) {
    const column = columnLetters(index + 1);
    rangeAt(sheet, `${column}:${column}`).format.columnWidth = columnPoints(width);
  }
  for (const { first, last, height } of heightRuns(plan.rowHeights)) {
    rangeAt(sheet, `${first}:${last}`).format.rowHeight = height;
  }
  for (const area of plan.merges) {
    if (area.top !== area.bottom || area.left !== area.right) rangeOf(sheet, area).merge();
  }
  for (const validation of plan.validations) addValidation(sheet, validation);
  for (const condition of plan.conditions) addCondition(sheet, condition);
  if (plan.frozenRows > 0) sheet.freezePanes.freezeRows(plan.frozenRows);
  if (plan.veryHidden === true) sheet.visibility = "VeryHidden";
}

/** Points that a column of so many characters takes, at 96 dpi. Office.js counts in points (office-js issue 187). */
export function columnPoints(characters: number): number {
  return columnPixels(characters) * 0.75;
}

function addValidation(sheet: Excel.Worksheet, { area, allow, prompt, error }: ValidationPlan): void {
  const validation = rangeOf(sheet, area).dataValidation;
  validation.rule = ruleOf(allow);
  validation.prompt = { showPrompt: true, title: prompt.title, message: prompt.message };
  validation.errorAlert = {
    showAlert: true,
    title: error.title,
    message: error.message,
    style: error.style === "stop" ? "Stop" : "Warning",
  };
}

function ruleOf(allow: ValidationPlan["allow"]): Excel.DataValidationRule {
  switch (allow.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: allow.items.join(",") } };
    case "whole":
      return { wholeNumber: { formula1: allow.minimum, operator: "GreaterThanOrEqualTo" } };
    case "decimal":
      return {
        decimal:
          allow.maximum === null
            ? { formula1: allow.minimum, operator: "GreaterThanOrEqualTo" }
            : { formula1: allow.minimum, formula2: allow.maximum, operator: "Between" },
      };
  }
}

/** Excel reads a condition's references from the first cell of the range at hand (office-js issue 5194). */
function addCondition(sheet: Excel.Worksheet, { area, formula, fill, color }: ConditionPlan): void {
  const { custom } = rangeOf(sheet, area).conditionalFormats.add("Custom");
  custom.rule.formula = `=${formula}`;
  custom.format.fill.color = fill;
  custom.format.font.color = color;
}
