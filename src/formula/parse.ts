import type { Reference } from "./references.js";
import { type Token, tokenize } from "./tokens.js";

export type BinaryOperator = "=" | "<>" | "<" | ">" | "<=" | ">=" | "&" | "+" | "-" | "*" | "/" | "^";

/** A formula as a tree. */
export type Expression =
  | { readonly kind: "literal"; readonly value: number | string | boolean }
  | { readonly kind: "error"; readonly error: string }
  /** An argument left out: `IF(A1,,1)`. */
  | { readonly kind: "missing" }
  /** What a defined name stands for, when that is outside the language. */
  | { readonly kind: "unreadable" }
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: "unary"; readonly operator: "+" | "-" | "%"; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    };

/** For a name whose text `parseFormula` does not read. */
export const UNREADABLE: Expression = { kind: "unreadable" };

/** Excel's own limits: 8192 characters, 64 levels; a level here may take several steps of the tree. */
const MAX_LENGTH = 8192;
const MAX_DEPTH = 256;

/** Binary operators from the loosest to the tightest; all of them group from the left, `^` too. */
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ["=", "<>", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

class Unparsable extends Error {}

class Parser {
  private position = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.level(0);
    if (this.position < this.tokens.length) throw new Unparsable();
    return expression;
  }

  private take(...operators: readonly string[]): string | null {
    const token = this.tokens[this.position];
    if (token?.kind !== "operator" || !operators.includes(token.text)) return null;
    this.position += 1;
    return token.text;
  }

  private level(index: number): Expression {
    const operators = LEVELS[index];
    if (!operators) return this.prefixed();
    let left = this.level(index + 1);
    for (;;) {
      const operator = operators.find((candidate) => this.take(candidate) !== null);
      if (operator === undefined) return left;
      left = { kind: "binary", operator, left, right: this.level(index + 1) };
    }
  }

  /** In Excel the sign binds tighter than `^`: -2^2 is 4. */
  private prefixed(): Expression {
    const sign = this.take("+", "-");
    if (sign === "+" || sign === "-") {
      return this.nested(() => ({ kind: "unary", operator: sign, operand: this.prefixed() }));
    }
    let operand = this.primary();
    while (this.take("%")) operand = { kind: "unary", operator: "%", operand };
    return operand;
  }

  private primary(): Expression {
    if (this.take("(")) {
      const inside = this.nested(() => this.level(0));
      if (!this.take(")")) throw new Unparsable();
      return inside;
    }
    const token = this.tokens[this.position];
    this.position += 1;
    switch (token?.kind) {
      case "number":
        return { kind: "literal", value: token.number };
      case "string":
        return { kind: "literal", value: token.string };
      case "error":
        return { kind: "error", error: token.text };
      case "reference":
        return { kind: "reference", reference: token.reference };
      case "function":
        return this.nested(() => ({ kind: "call", name: token.name, args: this.args() }));
      case "name": {
        const upper = token.text.toUpperCase();
        if (upper === "TRUE" || upper === "FALSE") return { kind: "literal", value: upper === "TRUE" };
        return { kind: "name", name: token.text };
      }
      default:
        throw new Unparsable();
    }
  }

  private args(): readonly Expression[] {
    if (this.take(")")) return [];
    const args: Expression[] = [];
    for (;;) {
      const next = this.tokens[this.position];
      const empty = next?.kind === "operator" && (next.text === "," || next.text === ")");
      args.push(empty ? { kind: "missing" } : this.level(0));
      if (this.take(")")) return args;
      if (!this.take(",")) throw new Unparsable();
    }
  }

  private nested(read: () => Expression): Expression {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new Unparsable();
    const expression = read();
    this.depth -= 1;
    return expression;
  }
}

/**
 * Reads a formula (en-US, without its leading `=`). Null when it does not belong to the small
 * language of this folder: then nobody here can say what it gives.
 */
export function parseFormula(formula: string): Expression | null {
  if (formula.length > MAX_LENGTH) return null;
  const tokens = tokenize(formula).filter((token) => token.kind !== "space");
  try {
    return new Parser(tokens).whole();
  } catch (error) {
    if (error instanceof Unparsable) return null;
    throw error;
  }
}
