import { type CellValue, isCellError } from "../../values/cell.js";
import { compare } from "../operands.js";
import { isGrid, type KnownLocale, type Operand, Unsupported } from "../values.js";
import { scalar, valuesOf } from "./arguments.js";

/** What COUNTIF looks for. */
interface Criterion {
  readonly operator: "=" | "<>" | "<" | ">" | "<=" | ">=";
  readonly wanted: number | string | boolean;
}

/**
 * COUNTIF: a criterion is a value, or a text with an operator in front. Text of digits counts as its
 * number. Patterns (`*`, `?`) and the search for blanks are outside the language.
 */
export function countIf(args: readonly Operand[], locale: KnownLocale): CellValue {
  const [range, second, ...more] = args;
  if (range === undefined || second === undefined || more.length > 0) throw new Unsupported();
  const criterion = criterionOf(scalar(second), locale);
  const found = valuesOf([range]).filter((value) => matches(value, criterion, locale)).length;
  if (criterion.operator !== "<>") return found;
  return (isGrid(range) ? range.size : 1) - found;
}

function criterionOf(value: CellValue, locale: KnownLocale): Criterion {
  if (isCellError(value)) throw new Unsupported();
  // A blank cell as the criterion stands for 0.
  if (typeof value !== "string") return { operator: "=", wanted: value ?? 0 };
  const [, operator = "=", text = ""] = /^(<>|<=|>=|=|<|>)?(.*)$/s.exec(value) ?? [];
  if (text === "" || /[*?~]/.test(text)) throw new Unsupported();
  return { operator: operator as Criterion["operator"], wanted: numberIn(text, locale) ?? text };
}

/** Whether a cell counts; for `<>`, whether it is left out. */
function matches(value: CellValue, { operator, wanted }: Criterion, locale: KnownLocale): boolean {
  if (value === null || isCellError(value)) return false;
  const equality = operator === "=" || operator === "<>";
  const read = equality && typeof value === "string" && typeof wanted === "number";
  const compared = read ? (numberIn(value, locale) ?? value) : value;
  if (typeof compared !== typeof wanted) return false;
  const order = compare(compared, wanted);
  switch (operator) {
    case "=":
    case "<>":
      return order === 0;
    case "<":
      return order < 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case ">=":
      return order >= 0;
  }
}

/** The number that a text is; null for other texts. What only looks like one depends on the locale. */
function numberIn(text: string, locale: KnownLocale): number | null {
  if (locale !== null) return locale.readNumber(text);
  if (/^[+-]?\d{1,15}$/.test(text.trim())) return Number(text);
  if (/^[\s\d.,%+-]*\d[\s\d.,%]*$/.test(text)) throw new Unsupported();
  return null;
}
