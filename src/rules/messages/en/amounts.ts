import { rowName } from "../../../forms/indicators.js";
import type { Edition } from "../../../forms/schema.js";
import type { Term } from "../../facts.js";
import type { Finding } from "../../finding.js";
import type {
  AmountCheck,
  AmountFacts,
  ColumnTotalCheck,
  Quotient,
  RatioParts,
} from "../../kinds/amounts.js";
import { ownColumn, unlikeUnits } from "../../place-words.js";
import type { NamesOf, SentencesOf } from "../wording.js";
import { cellText, listed } from "./cells.js";
import { show } from "./show.js";

/** What the rules about ratios, totals and parts say, in English. */
export const amountSentences: SentencesOf<AmountFacts> = {
  "ratio.mismatch": ({ actual, expected, quotient }) =>
    `The rate says ${show(actual)}, but ${quotientText(quotient)} = ${show(expected)}%. ` +
    "Correct the rate or the two numbers that it is made from.",
  "ratio.undefined": ({ actual, quotient }) =>
    `The rate says ${show(actual)}, but its denominator is ${quotient.denominator === 0 ? "0" : "blank"}, ` +
    `so there is no rate. ${quotient.denominator === 0 ? "Correct" : "Fill in"} the denominator, or leave the rate blank.`,
  "ratio.missing": ({ expected, quotient }) =>
    `The rate is blank, while both its numbers are there: ${quotientText(quotient)} = ${show(expected)}%. ` +
    `Write ${show(expected)}.`,
  "total.mismatch": (finding, edition) => totalText(finding, edition),
  "part.exceeds": (finding, edition) => exceedsText(finding, edition),
};

/** What they find, in short. */
export const amountNames: NamesOf<AmountFacts> = {
  "ratio.mismatch": "Ratios that do not agree",
  "ratio.undefined": "Ratios over a denominator of 0 or blank",
  "ratio.missing": "Blank ratios",
  "total.mismatch": "Totals that do not agree",
  "part.exceeds": "Parts larger than their whole",
};

/** What a rule about ratios, totals and parts asks for. */
export function amountHelp<K extends string>(
  check: AmountCheck<K> | ColumnTotalCheck,
  name: (key: K) => string,
): string {
  switch (check.kind) {
    case "column-total":
      return "The total row equals the sum of the rows above.";
    case "ratio":
      return `Equals ${quotientHelp(check.of, name)}, rounded or cut to the decimals that are written.`;
    case "ratio-undefined":
      return `No rate other than 0 is stated where ${name(check.of.denominator)} is 0 or blank.`;
    case "ratio-filled":
      return `The rate is filled in once ${name(check.of.numerator)} and ${name(check.of.denominator)} are.`;
    case "sum":
      return `Equals ${sumHelp(check.parts.map(name))}.`;
    case "sum-within":
      return `Not less than ${sumHelp(check.parts.map(name))}.`;
    case "sum-reaches":
      return `Usually ${sumHelp(check.parts.map(name))} once all of them are filled.`;
    case "difference":
      return `Equals ${[check.from, ...check.minus].map(name).join(" less ")}.`;
    case "within":
      return `Not more than ${name(check.whole)}.`;
  }
}

/** More terms than this are not read by anybody. */
const MANY_TERMS = 12;

function totalText(
  { actual, expected, made, place, imbalance }: Finding<"total.mismatch">,
  edition: Edition,
) {
  if (made.kind === "rows") {
    const { terms } = made;
    const few = terms.length > 1 && terms.length <= MANY_TERMS;
    const gap = imbalance === null ? "" : `, ${show(Math.abs(imbalance))} apart`;
    return (
      `The total row says ${show(actual)} in column ${ownColumn(place)}, but the rows add up to ` +
      `${few ? `${terms.map(show).join(" + ")} = ` : ""}${show(expected)}${gap}. ` +
      "Correct the total row or the rows."
    );
  }
  const parts =
    made.kind === "difference"
      ? `${[made.from, ...made.minus].map(show).join(" - ")} = ${show(expected)}`
      : sumText(made.terms, expected, edition);
  return place.kind === "table"
    ? `Column ${ownColumn(place)} says ${show(actual)}, but ${parts}. ` +
        "Correct this number or the columns that it is made from."
    : `The total says ${show(actual)}, but ${parts}. Correct the total or the rows that make it.`;
}

function exceedsText({ actual, expected, against, place }: Finding<"part.exceeds">, edition: Edition) {
  if (against.kind === "parts") {
    const parts = sumText(against.terms, expected, edition);
    return place.kind === "table"
      ? `Column ${ownColumn(place)} says ${show(actual)}, less than ${parts} ` +
          "of the columns that are part of it. Check these columns."
      : `The total says ${show(actual)}, less than ${parts}. ` +
          "Correct the total or the rows that make it.";
  }
  const stands =
    place.kind === "table"
      ? `Column ${ownColumn(place)} says ${show(actual)}`
      : `The cell holds ${show(actual)}`;
  const units = unlikeUnits(place, against.whole);
  const why =
    units === null
      ? "A part cannot be more than its whole; check both."
      : `Each "${units.own}" has at least one "${units.other}"; check both.`;
  return `${stands}, more than the ${show(expected)} in ${cellText(against.whole, place, edition)}. ${why}`;
}

/**
 * `rows 1.4.1 + 1.4.2 + 1.4.3: 0 + 0 + 157 = 157`; blank rows are told as 0, columns by their numbers alone,
 * one that stands for all with its number.
 */
function sumText(terms: readonly Term[], sum: number, edition: Edition): string {
  const rows = terms.flatMap(({ cell }) => (cell.kind === "row" ? [rowName(edition, cell)] : []));
  if (terms.length === 1) return rows.length === 1 ? `row ${rows[0]} says ${show(sum)}` : show(sum);
  const values = `${terms.map(({ value }) => show(value ?? 0)).join(" + ")} = ${show(sum)}`;
  return rows.length === 0 ? values : `rows ${rows.join(" + ")}: ${values}`;
}

function sumHelp(names: readonly string[]): string {
  return names.length === 1 ? names.join("") : `the sum of ${listed(names)}`;
}

function quotientText({ numerator, denominator, reduction }: Quotient): string {
  const [upper, lower] = [show(numerator), show(denominator)];
  return reduction ? `(${lower} - ${upper}) / ${lower}` : `${upper} / ${lower}`;
}

function quotientHelp<K extends string>(
  { kind, numerator, denominator }: RatioParts<K>,
  name: (key: K) => string,
): string {
  const [upper, lower] = [name(numerator), name(denominator)];
  return kind === "share" ? `100 x ${upper} / ${lower}` : `100 x (${lower} - ${upper}) / ${lower}`;
}
