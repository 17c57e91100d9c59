import { columnNumber } from "../../values/address.js";

/** One corner of a reference: row and column from 1, and whether a copy keeps them (`$`). */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** A piece of a formula, with the text it stands for. */
export type Token =
  | { readonly kind: "number"; readonly text: string; readonly number: number }
  | { readonly kind: "string"; readonly text: string; readonly string: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "operator"; readonly text: string }
  | { readonly kind: "function"; readonly text: string; readonly name: string }
  | { readonly kind: "name"; readonly text: string }
  | {
      readonly kind: "reference";
      readonly text: string;
      /** Null for the sheet that the formula stands on. */
      readonly sheet: string | null;
      readonly from: Corner;
      readonly to: Corner;
    }
  | { readonly kind: "space"; readonly text: string }
  /** Something outside this language: structured references, arrays, other workbooks. */
  | { readonly kind: "unknown"; readonly text: string };

const SHEET = String.raw`(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!`;
const CELL = String.raw`(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})`;

const SPACE = /[ \t\r\n\u00a0]+/uy;
const STRING = /"((?:[^"]|"")*)"/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)/uy;
const REFERENCE = new RegExp(`(?:${SHEET})?${CELL}(?::${CELL})?(?![\\p{L}\\p{N}_.(!])`, "uy");
const FUNCTION = /([A-Za-z_][A-Za-z0-9_.]*)\(/uy;
const NAME = /[\p{L}_\\][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.(!])/uy;
const OPERATOR = /<=|>=|<>|[-+*/^&=<>%(),]/uy;

function corner(fixedColumn: string, column: string, fixedRow: string, row: string): Corner {
  return {
    row: Number(row),
    column: columnNumber(column),
    fixedRow: fixedRow !== "",
    fixedColumn: fixedColumn !== "",
  };
}

function referenceToken(match: RegExpExecArray): Token {
  const [text, quoted, bare, ...parts] = match;
  const [dollar1 = "", column1 = "", dollar2 = "", row1 = "", dollar3, column2, dollar4, row2] = parts;
  const from = corner(dollar1, column1, dollar2, row1);
  return {
    kind: "reference",
    text,
    sheet: quoted?.replaceAll("''", "'") ?? bare ?? null,
    from,
    to: column2 === undefined ? from : corner(dollar3 ?? "", column2, dollar4 ?? "", row2 ?? ""),
  };
}

/** Each pattern with the token it makes. Order matters: `LOG10(` is a function, `A1` a cell, `1` a number. */
const RULES: readonly (readonly [RegExp, (match: RegExpExecArray) => Token])[] = [
  [SPACE, ([text]) => ({ kind: "space", text })],
  [
    STRING,
    ([text, inside = ""]) => ({
      kind: "string",
      text,
      string: inside.replaceAll('""', '"'),
    }),
  ],
  [ERROR, ([text]) => ({ kind: "error", text })],
  [REFERENCE, referenceToken],
  [FUNCTION, ([text, name = ""]) => ({ kind: "function", text, name: name.toUpperCase() })],
  [NAME, ([text]) => ({ kind: "name", text })],
  [NUMBER, ([text]) => ({ kind: "number", text, number: Number(text) })],
  [OPERATOR, ([text]) => ({ kind: "operator", text })],
];

function tokenAt(formula: string, position: number): Token {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = position;
    const match = pattern.exec(formula);
    if (match) return make(match);
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
