import type { Reference } from "./references.js";
import type { Token } from "./tokens.js";

/** A formula as a tree. */
export type Node =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: "sign"; readonly minus: boolean; readonly operand: Node }
  | { readonly kind: "percent"; readonly operand: Node }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: Node; readonly right: Node }
  /** An argument left out: `IF(A1,,1)`. */
  | { readonly kind: "missing" };

export type Operator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | ">" | "<=" | ">=";

/** How tightly each operator binds. A sign binds tighter than all of them: `-2^2` is 4 in Excel. */
const BINDING: Readonly<Record<Operator, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};

/** Builds the tree of a tokenized formula; null when the formula is not well formed. */
export function parse(tokens: readonly Token[]): Node | null {
  const reader = new Reader(tokens.filter((token) => token.kind !== "blank"));
  const tree = expression(reader, 0);
  return tree && reader.atEnd() ? tree : null;
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  peek(): Token | undefined {
    return this.tokens[this.at];
  }

  next(): Token | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    return token;
  }

  takes(mark: string): boolean {
    const token = this.peek();
    if (token?.kind !== "mark" || token.text !== mark) return false;
    this.at += 1;
    return true;
  }

  atEnd(): boolean {
    return this.at >= this.tokens.length;
  }
}

function expression(reader: Reader, least: number): Node | null {
  let left = operand(reader);
  while (left) {
    const token = reader.peek();
    const binding = token?.kind === "mark" && isOperator(token.text) ? BINDING[token.text] : 0;
    if (token?.kind !== "mark" || !isOperator(token.text) || binding <= least) return left;
    reader.next();
    const right = expression(reader, binding);
    if (!right) return null;
    left = { kind: "binary", operator: token.text, left, right };
  }
  return null;
}

function operand(reader: Reader): Node | null {
  if (reader.takes("-")) return signed(reader, true);
  if (reader.takes("+")) return signed(reader, false);
  let node = primary(reader);
  while (node && reader.takes("%")) node = { kind: "percent", operand: node };
  return node;
}

function signed(reader: Reader, minus: boolean): Node | null {
  const inner = operand(reader);
  return inner ? { kind: "sign", minus, operand: inner } : null;
}

function primary(reader: Reader): Node | null {
  if (reader.takes("(")) {
    const inner = expression(reader, 0);
    return inner && reader.takes(")") ? inner : null;
  }
  const token = reader.next();
  switch (token?.kind) {
    case "number":
      return { kind: "number", value: Number(token.text) };
    case "string":
      return { kind: "text", value: token.text.slice(1, -1).replaceAll('""', '"') };
    case "error":
      return { kind: "error", error: token.text };
    case "reference":
      return { kind: "reference", reference: token.reference };
    case "word":
      return reader.takes("(") ? call(reader, token.text.toUpperCase()) : word(token.text);
    default:
      return null;
  }
}

function word(text: string): Node {
  const upper = text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { kind: "boolean", value: upper === "TRUE" };
  return { kind: "name", name: text };
}

function call(reader: Reader, name: string): Node | null {
  const args: Node[] = [];
  if (reader.takes(")")) return { kind: "call", name, args };
  for (;;) {
    const next = reader.peek();
    const omitted = next?.kind === "mark" && (next.text === "," || next.text === ")");
    const argument: Node | null = omitted ? { kind: "missing" } : expression(reader, 0);
    if (!argument) return null;
    args.push(argument);
    if (reader.takes(")")) return { kind: "call", name, args };
    if (!reader.takes(",")) return null;
  }
}

function isOperator(text: string): text is Operator {
  return Object.hasOwn(BINDING, text);
}
