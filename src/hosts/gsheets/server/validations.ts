/// <reference types="google-apps-script" />
import type { DataValidationRule } from "../wire.js";

/** The data validation of a rule. */
export function buildValidation(rule: DataValidationRule): GoogleAppsScript.Spreadsheet.DataValidation {
  const { condition, strict, inputMessage, showCustomUi } = rule;
  const values = condition.values.map(({ userEnteredValue }) => userEnteredValue);
  const [first = "", second = ""] = values;
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(!strict).setHelpText(inputMessage);
  switch (condition.type) {
    case "ONE_OF_LIST":
      return builder.requireValueInList(values, showCustomUi === true).build();
    case "CUSTOM_FORMULA":
      return builder.requireFormulaSatisfied(first).build();
    case "NUMBER_BETWEEN":
      return builder.requireNumberBetween(numberOf(first), numberOf(second)).build();
    case "NUMBER_GREATER_THAN_EQ":
      return builder.requireNumberGreaterThanOrEqualTo(numberOf(first)).build();
  }
}

/** A number as typed under the locale; the pane writes no thousands marks. */
function numberOf(text: string): number {
  return Number(text.replace(",", "."));
}
