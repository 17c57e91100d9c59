import { parseTarget, type Reference } from "./references.js";

/** The pieces of a formula, in the order in which they stand. Blanks are kept: the text can be put together again. */
export type Token =
  | { readonly kind: "blank"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "reference"; readonly text: string; readonly reference: Reference }
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "mark"; readonly text: string };

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const TARGET = String.raw`(?:${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\p{L}\p{N}_.(!])`;

const PATTERNS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["blank", /\s+/uy],
  ["string", /"(?:[^"]|"")*"/uy],
  ["reference", new RegExp(`#REF!${TARGET}`, "uy")],
  ["reference", new RegExp(`${SHEET}(?:#REF!|${TARGET})`, "uy")],
  ["reference", new RegExp(TARGET, "uy")],
  ["error", /#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)/uy],
  ["number", /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/uy],
  ["word", /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy],
  ["mark", /<>|<=|>=|[-+*/^&=<>%(),]/uy],
];

/** Splits a formula without its `=`. Null when something in it is no formula at all. */
export function tokenize(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (!token) return null;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    if (kind !== "reference") return { kind, text: found };
    const reference = readReference(found);
    if (reference) return { kind, text: found, reference };
  }
  return null;
}

/** Reads a reference token: `'Biểu mẫu 3'!$D$5`, `A1:B2`, `Sheet1!#REF!`, `#REF!A1`. */
export function readReference(text: string): Reference | null {
  if (text.startsWith("#REF!")) {
    const target = parseTarget(text.slice(5));
    return target ? { sheet: null, sheetLost: true, target } : null;
  }
  const mark = text.endsWith("#REF!") ? text.lastIndexOf("!", text.length - 6) : text.lastIndexOf("!");
  const target = parseTarget(text.slice(mark + 1));
  if (!target) return null;
  if (mark < 0) return { sheet: null, sheetLost: false, target };
  const name = text.slice(0, mark);
  const sheet = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, sheetLost: false, target };
}
