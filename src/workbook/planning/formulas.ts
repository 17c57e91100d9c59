import type { PeriodDefinition, RatioIndicator } from "../../forms/schema.js";

/** Formulas are en-US and come without their leading `=`. */

/**
 * The ratio of two result cells in per cent, rounded to two decimals; blank while either part is
 * blank or the denominator is 0. Numbers stored as text are taken as Excel reads them (text that is
 * no number leaves the cell blank) so that a pasted "22" does not show as a ratio of 0.
 *
 * @param cellOf reference of a row's result cell, by its code
 * @returns null for a ratio whose parts are no rows of the form: the officer fills it
 */
export function ratioFormula(indicator: RatioIndicator, cellOf: (code: string) => string): string | null {
  const quotient = ratioQuotient(indicator, cellOf);
  if (quotient === null) return null;
  const [first, second] = quotient.parts;
  return `IFERROR(IF(OR(${first}="",${second}=""),"",ROUND(${quotient.exact},2)),"")`;
}

/** The unrounded ratio as a formula, with the two cells it is made from, the denominator first. */
function ratioQuotient(
  indicator: RatioIndicator,
  cellOf: (code: string) => string,
): { readonly parts: readonly [denominator: string, other: string]; readonly exact: string } | null {
  const { ratio, reduction } = indicator;
  if (ratio !== undefined) {
    const [denominator, numerator] = [cellOf(ratio.denominator), cellOf(ratio.numerator)];
    return { parts: [denominator, numerator], exact: `100*${numerator}/${denominator}` };
  }
  if (reduction !== undefined) {
    const [from, to] = [cellOf(reduction.from), cellOf(reduction.to)];
    return { parts: [from, to], exact: `100*(${from}-${to})/${from}` };
  }
  return null;
}

/**
 * First or last day of the data by the period and year that stand in two cells; blank until both do.
 *
 * @param period absolute reference of the cell with the period's printed name
 * @param year absolute reference of the cell with the year
 */
export function windowFormula(
  periods: readonly PeriodDefinition[],
  end: "from" | "to",
  period: string,
  year: string,
): string {
  const choices = periods.reduceRight((otherwise, definition) => {
    const boundary = definition[end];
    const shift = boundary.year === 0 ? "" : boundary.year > 0 ? `+${boundary.year}` : `${boundary.year}`;
    const day = `DATE(${year}${shift},${boundary.month},${boundary.day})`;
    return `IF(${period}=${quoted(definition.name)},${day},${otherwise})`;
  }, '""');
  return `IF(N(${year})=0,"",${choices})`;
}

/** A text constant of a formula. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
