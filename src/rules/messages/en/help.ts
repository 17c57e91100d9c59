import { type IndicatorKey, refOf, rowKey, rowName } from "../../../forms/indicators.js";
import type { ExplicitRule, RuleOperator, RuleSide } from "../../../forms/rule-schema.js";
import type { Edition } from "../../../forms/schema.js";
import type { TableFeed } from "../../../forms/tables.js";
import type { RatioParts } from "../../kinds/amounts.js";
import { columnsOfKey } from "../../kinds/columns.js";
import { nameOfColumn, tableSheet } from "../../place-words.js";
import type { Check, FormRule, TableRule } from "../../rule.js";
import { saysInEnglish } from "./says.js";
import { show } from "./show.js";

/** What a rule about a row of the forms asks for, in one English sentence made from its declaration. */
export function helpOfFormRule({ check, form }: FormRule, edition: Edition): string {
  const name = (key: IndicatorKey) => rowText(key, form, edition);
  switch (check.kind) {
    case "fed":
      return `Equals the number taken from ${feedFrom(check.feed)}, where the workbook has that table.`;
    case "relation":
      return capitalized(relationHelp(check.rule, form, edition));
    case "not-below-earlier":
      return check.counts === "since-new-year"
        ? "A number counted since New Year is not below that reported for the earlier period of the same year."
        : "Not below what was reported for a period inside this one.";
    case "in-line-with-earlier":
      return "Less than ten times and more than a tenth of the earlier period's.";
    default:
      return capitalized(checkHelp(check, name));
  }
}

/** What a rule about a column of a table asks for, in one English sentence made from its declaration. */
export function helpOfTableRule({ check, table }: TableRule): string {
  const name = (key: string) =>
    columnsOfKey(key)
      .map((column) => `column ${nameOfColumn(table, column)}`)
      .join(" plus ");
  switch (check.kind) {
    case "column-total":
      return "The total row equals the sum of the rows above.";
    case "agrees": {
      const others = check.with.columns
        .map((column) => nameOfColumn(check.with.table, column))
        .join(" plus ");
      return `The total equals column ${others} of the sheet "${tableSheet(check.with.table)}", where the workbook has that sheet.`;
    }
    case "one-issuer":
      return "One document (of one kind, number, symbol and day) usually has one issuer.";
    case "number-once":
      return "Within a year, no two documents of one kind and issuer have the same number.";
    case "date-order":
      return "Within a series, a document of a later number has no earlier date.";
    case "number-in-reach":
      return "The number is not far from those of the other documents of its kind.";
    case "working-day":
      return "The day of issue is usually no Saturday or Sunday.";
    case "year-in-subject":
      return "A plan is usually for the year of its issue or the next.";
    case "in-window":
      return "The day of issue lies within the days of the report.";
    default:
      return capitalized(checkHelp(check, name));
  }
}

function checkHelp<K extends string>(check: Check<K>, name: (key: K) => string): string {
  switch (check.kind) {
    case "readable":
      return "What the cell holds can be read as what its row or column asks for.";
    case "one-reading":
      return "The number can be read in one way only: Vietnamese and English dots and commas are not mixed.";
    case "stored-as-number":
      return "A number is stored as a number, not as text.";
    case "not-negative":
      return "The number is not negative.";
    case "whole":
      return "A whole number, since things are counted.";
    case "percent-range":
      return "A rate from 0 to 100.";
    case "not-fraction":
      return "A rate is written as a per cent (88), not as a fraction (0.88).";
    case "unit-size":
      return `An amount of money in "${check.unit}", less than a million million dong.`;
    case "choice":
      return `One of the numbers ${check.values.map(show).join("; ")}.`;
    case "listed":
      return `One of the list: ${check.choices.map((choice) => `"${choice}"`).join("; ")}.`;
    case "filled":
      return check.when === null
        ? "Must be filled in."
        : `Must be filled in where ${name(check.when.cell)} is ${show(check.when.equals)}.`;
    case "computed":
      return "A cell with a formula is not blank once its parts are there.";
    case "empty":
      return "A group row holds no number.";
    case "ratio":
      return `Equals ${quotientHelp(check.of, name)}, rounded or cut to the decimals that are written.`;
    case "ratio-undefined":
      return `No rate other than 0 is stated where ${name(check.of.denominator)} is 0 or blank.`;
    case "ratio-filled":
      return `The rate is filled in once ${name(check.of.numerator)} and ${name(check.of.denominator)} are.`;
    case "sum":
      return `Equals the sum of ${check.parts.map(name).join(", ")}.`;
    case "sum-within":
      return `Not less than the sum of ${check.parts.map(name).join(", ")}.`;
    case "difference":
      return `Equals ${[check.from, ...check.minus].map(name).join(" less ")}.`;
    case "within":
      return `Not more than ${name(check.whole)}.`;
    case "said-beside":
      return `Where ${name(check.beside)} says "${check.rule.when.begins.join('", "')}": ${saysInEnglish(check.rule.says)}`;
  }
}

function quotientHelp<K extends string>(
  { kind, numerator, denominator }: RatioParts<K>,
  name: (key: K) => string,
): string {
  const [upper, lower] = [name(numerator), name(denominator)];
  return kind === "share" ? `100 x ${upper} / ${lower}` : `100 x (${lower} - ${upper}) / ${lower}`;
}

const OPERATORS: Readonly<Record<Extract<RuleOperator, "=" | "<=" | ">=">, string>> = {
  "=": "equals",
  "<=": "is not more than",
  ">=": "is not less than",
};

function relationHelp(rule: ExplicitRule, form: number, edition: Edition): string {
  const { left, operator, right } = rule;
  const [ours, theirs] = [sideText(left, form, edition), sideText(right, form, edition)];
  const says = saysInEnglish(rule.says);
  switch (operator) {
    case "implies":
      return `Where ${ours}${stateText(left)}, ${theirs}${stateText(right)}. ${says}`;
    case "both-or-neither":
      return `${ours}${stateText(left)} and ${theirs}${stateText(right)}: both or neither. ${says}`;
    case "never-both":
      return `Never both: ${ours}${stateText(left)}; ${theirs}${stateText(right)}. ${says}`;
    default:
      return `${ours} ${OPERATORS[operator]} ${theirs}. ${says}`;
  }
}

function sideText({ sum }: RuleSide, form: number, edition: Edition): string {
  return sum
    .map((term) => {
      if (typeof term === "string") return rowText(rowKey(term), form, edition);
      if ("number" in term) return show(term.number);
      const columns = term.columns.map((column) => nameOfColumn(term.table, column)).join(" plus ");
      return `column ${columns} of the sheet "${tableSheet(term.table)}"`;
    })
    .join(" plus ");
}

function stateText({ is }: RuleSide): string {
  if (is === "filled") return " is filled in";
  return is === "positive" ? " is above 0" : ` is ${show(is.equals)}`;
}

function rowText(key: IndicatorKey, form: number, edition: Edition): string {
  const ref = refOf(key);
  const name = `row ${rowName(edition, ref)}`;
  return ref.form === form ? name : `${name} of form ${ref.form}`;
}

/** Where a form's number comes from: `column "Tổng số phiếu" of the sheet "Mức độ hài lòng"`. */
function feedFrom({ table, columns, from }: TableFeed): string {
  const named = columns.map((column) => nameOfColumn(table, column));
  const sheet = `of the sheet "${tableSheet(table)}"`;
  if (from === "ratio") return `100 x column ${named.join(" / column ")} ${sheet}`;
  if (from === "count") return `the rows with column ${named.join()} filled in ${sheet}`;
  if (typeof from === "object" && "countInWindow" in from) {
    return `the rows with column ${named.join()} filled in and a day in the data window ${sheet}`;
  }
  if (typeof from === "object" && "equals" in from) {
    return `the rows with ${show(from.equals)} in column ${named.join()} ${sheet}`;
  }
  return `column ${named.join(" plus ")} ${sheet}`;
}

function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
