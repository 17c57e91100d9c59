import type { Area } from "../values/address.js";
import type { CellValue } from "../values/cell.js";
import { isCellError } from "../values/cell.js";
import { scalar } from "./functions/arguments.js";
import { FUNCTIONS } from "./functions/functions.js";
import { arithmetic, compare, numberOf, textOf, truthOf } from "./operands.js";
import type { BinaryOperator, Expression } from "./parse.js";
import { type Reference, rectangleOf, shiftedReference } from "./references.js";
import { type FormulaLocale, type KnownLocale, type Operand, Unsupported } from "./values.js";

/** What a formula can see of its workbook. */
export interface FormulaScope {
  /** The sheet that the formula stands on. */
  readonly sheet: string;
  hasSheet(sheet: string): boolean;
  /** The cells of an area, row by row; an area may be clipped to what the sheet uses. */
  cells(area: Area): readonly (readonly CellValue[])[];
  /** What a defined name stands for; null when there is no such name. */
  name(name: string): Expression | null;
  /** Absent where nothing tells how the machine writes numbers. */
  readonly locale?: FormulaLocale;
  /** How far from its own cell the formula is worked out (conditional formats); absent: not at all. */
  readonly offset?: { readonly rows: number; readonly columns: number };
}

/** What a formula gives, or that it needs something which this small language does not have. */
export type FormulaOutcome =
  | { readonly kind: "value"; readonly value: CellValue }
  /** `shown`: what a program shows that has no more than this language. */
  | { readonly kind: "unsupported"; readonly shown: "#NAME?" | "#VALUE!" };

/** Names may stand for formulas with names. Deeper than this they go round in circles. */
const DEEPEST_NAME = 20;

/**
 * Works out a formula. Never throws: an error of the sheet (`#DIV/0!`) is a value; what is outside
 * the language (unknown functions, text whose reading depends on an unknown locale) is `unsupported`.
 */
export function evaluateFormula(expression: Expression, scope: FormulaScope): FormulaOutcome {
  try {
    const value = new Evaluation(scope).single(expression);
    // A formula that points at a blank cell shows 0.
    return { kind: "value", value: value ?? 0 };
  } catch (error) {
    if (error instanceof Unsupported) return { kind: "unsupported", shown: error.shown };
    throw error;
  }
}

class Evaluation {
  private readonly locale: KnownLocale;
  private names = 0;

  constructor(private readonly scope: FormulaScope) {
    this.locale = scope.locale ?? null;
  }

  single(expression: Expression): CellValue {
    return scalar(this.result(expression));
  }

  private result(expression: Expression): Operand {
    switch (expression.kind) {
      case "literal":
        return expression.value;
      case "error":
        return { error: expression.error };
      case "missing":
        return null;
      case "unreadable":
        throw new Unsupported();
      case "reference":
        return this.read(expression.reference);
      case "name":
        return this.named(expression.name);
      case "unary":
        return this.unary(expression.operator, this.single(expression.operand));
      case "binary":
        return this.binary(expression.operator, this.single(expression.left), this.single(expression.right));
      case "call":
        return this.call(expression.name, expression.args);
    }
  }

  private read(written: Reference): Operand {
    const { offset } = this.scope;
    const reference = offset ? shiftedReference(written, offset.rows, offset.columns) : written;
    const rectangle = rectangleOf(reference.target);
    if (rectangle === null || reference.sheetLost) return { error: "#REF!" };
    const sheet = reference.sheet ?? this.scope.sheet;
    // Another workbook's sheet, or several sheets: no sheet's name holds such a sign.
    if (/[[\]:]/.test(sheet)) throw new Unsupported();
    if (!this.scope.hasSheet(sheet)) return { error: "#REF!" };
    const { top, bottom, left, right } = rectangle;
    return {
      cells: this.scope.cells({ sheet, ...rectangle }),
      size: (bottom - top + 1) * (right - left + 1),
    };
  }

  private named(name: string): Operand {
    const meaning = this.scope.name(name);
    if (meaning === null) return { error: "#NAME?" };
    if (this.names >= DEEPEST_NAME) throw new Unsupported();
    this.names += 1;
    const result = this.result(meaning);
    this.names -= 1;
    return result;
  }

  private unary(operator: "+" | "-" | "%", operand: CellValue): CellValue {
    if (operator === "+") return operand;
    const number = numberOf(operand, this.locale);
    if (isCellError(number)) return number;
    return operator === "-" ? 0 - number : number / 100;
  }

  private binary(operator: BinaryOperator, left: CellValue, right: CellValue): CellValue {
    if (isCellError(left)) return left;
    if (isCellError(right)) return right;
    switch (operator) {
      case "&":
        return `${textOf(left, this.locale)}${textOf(right, this.locale)}`;
      case "=":
        return compare(left, right) === 0;
      case "<>":
        return compare(left, right) !== 0;
      case "<":
        return compare(left, right) < 0;
      case ">":
        return compare(left, right) > 0;
      case "<=":
        return compare(left, right) <= 0;
      case ">=":
        return compare(left, right) >= 0;
      default:
        return arithmetic(operator, left, right, this.locale);
    }
  }

  /** The three below leave the branch they do not take alone; every other function sees all its arguments. */
  private call(name: string, args: readonly Expression[]): Operand {
    switch (name) {
      case "IF":
        return this.choice(args);
      case "IFERROR":
        return this.otherwise(args, () => true);
      case "IFNA":
        return this.otherwise(args, (error) => error === "#N/A");
    }
    const apply = FUNCTIONS.get(name);
    if (!apply) throw new Unsupported("#NAME?");
    return apply(
      args.map((argument) => this.result(argument)),
      this.locale,
    );
  }

  private choice([condition, yes, no, ...more]: readonly Expression[]): Operand {
    if (condition === undefined || yes === undefined || more.length > 0) throw new Unsupported();
    const truth = truthOf(this.single(condition));
    if (isCellError(truth)) return truth;
    if (truth) return this.result(yes) ?? 0;
    return no === undefined ? false : (this.result(no) ?? 0);
  }

  private otherwise([first, second, ...more]: readonly Expression[], catches: (error: string) => boolean) {
    if (first === undefined || second === undefined || more.length > 0) throw new Unsupported();
    const value = this.single(first);
    return isCellError(value) && catches(value.error) ? this.result(second) : value;
  }
}
