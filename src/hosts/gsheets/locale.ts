import { type Token, tokenize } from "../../formula/tokens.js";
import type { Culture } from "../../values/culture.js";

/** Asked for every formula, and an `Intl` formatter is dear. */
const cultures = new Map<string, Culture | null>();

/** How a spreadsheet of a locale (`vi_VN`) writes numbers; null for a locale that nobody knows. */
export function cultureOf(locale: string): Culture | null {
  const known = cultures.get(locale);
  if (known !== undefined) return known;
  const culture = readCulture(locale);
  cultures.set(locale, culture);
  return culture;
}

function readCulture(locale: string): Culture | null {
  try {
    const parts = new Intl.NumberFormat(locale.replaceAll("_", "-")).formatToParts(1_234_567.5);
    const mark = (type: "decimal" | "group") => parts.find((part) => part.type === type)?.value;
    const decimal = mark("decimal");
    return decimal === undefined ? null : { decimal, group: mark("group") ?? "" };
  } catch {
    return null;
  }
}

/** Where the comma is the decimal mark, arguments are separated by semicolons. */
function hasCommaDecimals(locale: string): boolean {
  return cultureOf(locale)?.decimal === ",";
}

/** A number as somebody types it under a locale. */
export function localNumber(number: number, locale: string): string {
  const text = String(number);
  return hasCommaDecimals(locale) ? text.replace(".", ",") : text;
}

/** A formula (en-US, without `=`) in the separators of a locale, with its `=`. */
export function localFormula(formula: string, locale: string): string {
  if (!hasCommaDecimals(locale)) return `=${formula}`;
  return `=${tokenize(formula).map(localToken).join("")}`;
}

function localToken(token: Token): string {
  if (token.kind === "operator" && token.text === ",") return ";";
  return token.kind === "number" ? token.text.replace(".", ",") : token.text;
}

/**
 * A formula of a spreadsheet (with its `=`) in en-US, with its `=`. In which separators Google gives
 * formulas under a locale with decimal commas is not written down anywhere, so both are read: a
 * semicolon tells the locale's own; without one, a function that cannot do with a single argument
 * tells commas between arguments.
 */
export function plainFormula(formula: string, locale: string): string {
  if (!formula.startsWith("=") || !hasCommaDecimals(locale)) return formula;
  const tokens = tokenize(formula.slice(1));
  const hasSemicolon = tokens.some(({ text }) => text === ";");
  if (!hasSemicolon && tokens.some(needsArguments)) return formula;
  return `=${tokens.map((token, index) => plainToken(token, tokens, index)).join("")}`;
}

function plainToken(token: Token, tokens: readonly Token[], index: number): string {
  if (token.text === ";") return ",";
  if (token.kind !== "operator" || token.text !== ",") return token.text;
  const between = tokens[index - 1]?.kind === "number" && tokens[index + 1]?.kind === "number";
  return between ? "." : token.text;
}

/** Functions that take two arguments or more, as far as forms and officers use them. */
const SEVERAL =
  /^(IF|IFS|IFERROR|IFNA|ROUND|ROUNDUP|ROUNDDOWN|MOD|POWER|SUMIF|SUMIFS|SUMPRODUCT|COUNTIF|COUNTIFS|AVERAGEIF|AVERAGEIFS|INDEX|MATCH|VLOOKUP|HLOOKUP|XLOOKUP|LEFT|RIGHT|MID|TEXT|SUBSTITUTE|CHOOSE|DATE|EOMONTH|EDATE)$/;

function needsArguments(token: Token): boolean {
  return token.kind === "function" && SEVERAL.test(token.name);
}
