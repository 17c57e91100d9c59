import { formatReference, type Reference, readReference } from "./references.js";

/** A piece of a formula, with the text it stands for. */
export type Token =
  | { readonly kind: "number"; readonly text: string; readonly number: number }
  | { readonly kind: "string"; readonly text: string; readonly string: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "operator"; readonly text: string }
  /** A function's name with the parenthesis behind it. */
  | { readonly kind: "function"; readonly text: string; readonly name: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "reference"; readonly text: string; readonly reference: Reference }
  | { readonly kind: "space"; readonly text: string }
  /** Something outside this language: structured references, arrays, other workbooks. */
  | { readonly kind: "unknown"; readonly text: string };

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[0-9]{1,7}`;
const TARGET = String.raw`(?:${CELL}(?::${CELL})?|${COLUMN}:${COLUMN}|${ROW}:${ROW})(?![\p{L}\p{N}_.(!])`;

const SPACE = /\s+/uy;
const STRING = /"((?:[^"]|"")*)"/uy;
const REFERENCE = new RegExp(`#REF!${TARGET}|${SHEET}(?:#REF!|${TARGET})|${TARGET}`, "uy");
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)/uy;
const FUNCTION = /([\p{L}_][\p{L}\p{N}_.]*)\s*\(/uy;
const NAME = /[\p{L}_\\][\p{L}\p{N}_.\\?]*(?![\p{L}\p{N}_.(!])/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy;
const OPERATOR = /<=|>=|<>|[-+*/^&=<>%(),]/uy;

/**
 * Each pattern with the token it makes, or null when it only looks like one. `LOG10(` is a function,
 * `A1` a cell.
 */
const RULES: readonly (readonly [RegExp, (match: RegExpExecArray) => Token | null])[] = [
  [SPACE, ([text]) => ({ kind: "space", text })],
  [STRING, ([text, inside = ""]) => ({ kind: "string", text, string: inside.replaceAll('""', '"') })],
  [
    REFERENCE,
    ([text]) => {
      const reference = readReference(text);
      return reference && { kind: "reference", text, reference };
    },
  ],
  [ERROR, ([text]) => ({ kind: "error", text })],
  [FUNCTION, ([text, name = ""]) => ({ kind: "function", text, name: functionName(name) })],
  [NAME, ([text]) => ({ kind: "name", text })],
  [NUMBER, ([text]) => ({ kind: "number", text, number: Number(text) })],
  [OPERATOR, ([text]) => ({ kind: "operator", text })],
];

/** Files mark functions that are younger than the file format. */
function functionName(name: string): string {
  return name.toUpperCase().replace(/^_XLFN\./, "");
}

function tokenAt(formula: string, position: number): Token {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = position;
    const match = pattern.exec(formula);
    const token = match && make(match);
    if (token) return token;
  }
  const rest = String.fromCodePoint(formula.codePointAt(position) ?? 0);
  return { kind: "unknown", text: rest };
}

/**
 * Splits a formula (en-US, without its leading `=`) into tokens. Joining their texts gives the
 * formula back; what does not belong to the language becomes `unknown` tokens.
 */
export function tokenize(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let position = 0; position < formula.length; ) {
    const token = tokenAt(formula, position);
    tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

/**
 * The formula with each of its references into its own workbook changed, everything else left letter by
 * letter. `change` gives the same object for a reference that stays.
 */
export function changeReferences(formula: string, change: (reference: Reference) => Reference): string {
  return tokenize(formula)
    .map((token, index, tokens) => {
      if (token.kind !== "reference") return token.text;
      // `[1]Sheet1!A1` is a cell of another workbook, `Sheet1:Sheet3!A1` one of several sheets.
      const before = tokens[index - 1];
      const isForeign = before?.kind === "unknown" && /[\]:]/.test(before.text);
      if (isForeign && token.reference.sheet !== null) return token.text;
      const changed = change(token.reference);
      return changed === token.reference ? token.text : formatReference(changed);
    })
    .join("");
}
