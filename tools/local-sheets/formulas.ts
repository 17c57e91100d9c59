import { tokenize } from "../../src/formula/tokens.js";
import type { Region } from "../grid/culture.js";
import { type Formula, readFormula } from "../grid/formula.js";

/** How formulas are written in a spreadsheet of a locale, as documented: semicolons where the comma is the decimal mark. */

/** A formula (with its `=`) as the grid keeps it, or null where Google shows #ERROR!. */
export function readLocal(text: string, region: Region): Formula | null {
  const body = text.slice(1);
  if (region.decimal !== ",") return readFormula(body.replace(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ","));
  const tokens = tokenize(body);
  if (tokens.some((token) => token.kind === "number" && token.text.includes("."))) return null;
  return readFormula(
    tokens
      .map(({ kind, text: piece }) =>
        piece === ";" ? "," : kind === "operator" && piece === "," ? "." : piece,
      )
      .join(""),
  );
}

/** A formula of the grid as Google shows it under a locale, with its `=`. */
export function writeLocal({ text }: Formula, region: Region): string {
  if (region.decimal !== ",") return `=${text}`;
  const pieces = tokenize(text).map((token) => {
    if (token.kind === "operator" && token.text === ",") return ";";
    return token.kind === "number" ? token.text.replace(".", ",") : token.text;
  });
  return `=${pieces.join("")}`;
}
