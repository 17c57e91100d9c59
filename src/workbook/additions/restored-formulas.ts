import { quoteSheet } from "../../values/address.js";
import { sheetKey } from "../layout/names.js";
import type { Standing } from "./standing.js";

/** Texts of a formula, which may look like anything, and sheets that it names. */
const TEXT_OR_SHEET = /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu;

/**
 * A planned formula as it can be written now: with the names that its sheets have now. Null where a
 * sheet that it names has rows or columns moved, because the cells it means may stand elsewhere.
 *
 * @param standings the planned sheets, by `sheetKey` of their planned name
 */
export function restoredFormula(formula: string, standings: ReadonlyMap<string, Standing>): string | null {
  let certain = true;
  const text = formula.replace(TEXT_OR_SHEET, (whole, quoted?: string, bare?: string) => {
    const name = quoted?.replaceAll("''", "'") ?? bare;
    const standing = name === undefined ? undefined : standings.get(sheetKey(name));
    if (standing === undefined) return whole;
    if (standing.kind === "kept" && !standing.placement.untouched) certain = false;
    return standing.name === name ? whole : `${quoteSheet(standing.name)}!`;
  });
  return certain ? text : null;
}
