import type { Condition } from "../grid/conditions.js";
import { conditionFormula } from "../grid/conditions.js";
import type { Rect } from "../grid/rect.js";
import type { Sheet } from "../grid/sheet.js";
import { type ValidationPatch, withValidation } from "../grid/validation.js";
import type { SheetsBook } from "./book.js";
import { readLocal } from "./formulas.js";
import type { BuiltValidation } from "./services/builders.js";

/** Puts Google's data validation on cells of the grid. */
export function putValidation(sheet: Sheet, rect: Rect, built: BuiltValidation): void {
  const patch: ValidationPatch = {
    rule: ruleOf(built.criterion),
    // Google has one help text and no length to keep to; the grid is asked for Excel's.
    prompt: { message: built.helpText.slice(0, 255), showPrompt: true, title: "" },
    errorAlert: {
      message: built.helpText.slice(0, 255),
      showAlert: true,
      style: built.allowInvalid ? "Warning" : "Stop",
      title: "",
    },
  };
  sheet.validations = withValidation(sheet.validations, rect, patch);
}

function ruleOf(criterion: BuiltValidation["criterion"]): NonNullable<ValidationPatch["rule"]> {
  switch (criterion.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: criterion.items.join(",") } };
    case "formula":
      return { custom: { formula: criterion.formula } };
    case "between":
      return {
        decimal: { formula1: criterion.minimum, formula2: criterion.maximum, operator: "Between" },
      };
    case "at-least":
      return { decimal: { formula1: criterion.minimum, operator: "GreaterThanOrEqualTo" } };
  }
}

/** A conditional format of the grid; a formula that Google would not understand is refused. */
export function conditionOf(
  book: SheetsBook,
  areas: readonly Rect[],
  formula: string,
  fill: string | null,
  color: string | null,
): Condition {
  const read = readLocal(formula, book.grid.region);
  const [anchor] = areas;
  if (read === null || anchor === undefined) throw new Error(`Invalid formula: ${formula}`);
  return {
    id: book.grid.newConditionId(),
    areas,
    anchor,
    formula: conditionFormula(read.text),
    fill,
    color,
    bold: null,
    italic: null,
    stopIfTrue: false,
  };
}
