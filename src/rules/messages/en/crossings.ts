import { rowKey } from "../../../forms/indicators.js";
import type { ExplicitRule, RuleOperator, RuleSide } from "../../../forms/rule-schema.js";
import type { Edition } from "../../../forms/schema.js";
import { capital } from "../../../values/words.js";
import type { Term } from "../../facts.js";
import type { Finding, FindingPlace } from "../../finding.js";
import type {
  AgreesCheck,
  BesideCheck,
  CrossingFacts,
  FormCrossing,
  TableGives,
} from "../../kinds/crossings.js";
import { nameOfColumn, ownColumn, tableSheet } from "../../place-words.js";
import type { NamesOf, SentencesOf } from "../wording.js";
import { cellText, columnsText, listed, rowText } from "./cells.js";
import { saysInEnglish } from "./says.js";
import { show } from "./show.js";

/** What the rules between forms and tables say, in English. */
export const crossingSentences: SentencesOf<CrossingFacts> = {
  "cross.mismatch": (finding, edition) => crossText(finding, edition),
};

/** What they find, in short. */
export const crossingNames: NamesOf<CrossingFacts> = {
  "cross.mismatch": "Numbers that disagree with another place",
};

/** What a rule between a form and tables or other forms asks for. */
export function crossingHelp(check: FormCrossing, form: number, edition: Edition): string {
  switch (check.kind) {
    case "fed":
      return `Equals ${feedFrom(check.feed)}, where the workbook has that table.`;
    case "relation":
      return capital(relationHelp(check.rule, form, edition));
  }
}

/** What a rule between two tables asks for. */
export function agreementHelp(check: AgreesCheck): string {
  return `The total equals that of ${columnsText(check.with)}, where the workbook has that sheet.`;
}

/** What a rule about words beside a cell asks for. */
export function besideHelp<K extends string>(check: BesideCheck<K>, name: (key: K) => string): string {
  const { when, says } = check.rule;
  const begins = listed(
    when.begins.map((words) => `"${words}"`),
    "or",
  );
  return `Holds where ${name(check.beside)} says ${begins}. ${saysInEnglish(says)}`;
}

function crossText({ actual, expected, by, place }: Finding<"cross.mismatch">, edition: Edition): string {
  switch (by.kind) {
    case "table": {
      const there = `${feedFrom(by)} is ${show(expected)}`;
      return place.kind === "table"
        ? `Column ${ownColumn(place)} adds up to ${show(actual)}, but ${there}. ` +
            "The two tables must agree; check them."
        : `The cell holds ${show(actual)}, but ${there}. The two must agree: correct the form or the table.`;
    }
    case "words": {
      return `Column ${ownColumn(place)} ${standsText(actual)}. ${saysInEnglish(by.says)} Check this row.`;
    }
    case "relation": {
      const own = sideText(by.left, actual, place, edition, true);
      const [only] = by.right;
      const isState = by.operator === "implies" || by.operator === "both-or-neither";
      const other =
        isState && by.right.length === 1 && only !== undefined
          ? `${cellText(only.cell, place, edition)} ${standsText(only.value)}`
          : sideText(by.right, expected, place, edition, false);
      return `${own}, ${RELATIONS[by.operator]} ${other}. ${saysInEnglish(by.says)} Check these cells.`;
    }
  }
}

function standsText(value: number | string | null): string {
  return value === null ? "is blank" : `says ${show(value)}`;
}

const RELATIONS: Readonly<Record<RuleOperator, string>> = {
  "=": "other than",
  "<=": "more than",
  ">=": "less than",
  implies: "but",
  "both-or-neither": "but",
  "never-both": "while there is",
};

/** `The cell holds 28`; `20 in row 1.4 of form 3`; `row 6.4.1 and row 6.5.1 together: 68 + 44 = 112`. */
function sideText(
  terms: readonly Term[],
  sum: number | string | null,
  place: FindingPlace,
  edition: Edition,
  carries: boolean,
): string {
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) {
    if (carries) return only.value === null ? "The cell is blank" : `The cell holds ${show(only.value)}`;
    return only.cell.kind === "number"
      ? show(only.value)
      : `${show(only.value)} in ${cellText(only.cell, place, edition)}`;
  }
  const cells = terms.filter(({ cell }) => cell.kind !== "number");
  const names = listed(cells.map(({ cell }) => cellText(cell, place, edition)));
  const values = terms.map(({ value }) => show(value ?? 0)).join(" + ");
  const told = `${names} together: ${values} = ${show(sum)}`;
  return carries ? told.charAt(0).toUpperCase() + told.slice(1) : told;
}

const OPERATORS: Readonly<Record<Extract<RuleOperator, "=" | "<=" | ">=">, string>> = {
  "=": "equals",
  "<=": "is not more than",
  ">=": "is not less than",
};

function relationHelp(rule: ExplicitRule, form: number, edition: Edition): string {
  const { left, operator, right } = rule;
  const [ours, theirs] = [declaredSide(left, form, edition), declaredSide(right, form, edition)];
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

function stateText({ is }: RuleSide): string {
  if (is === "filled") return " is filled in";
  return is === "positive" ? " is above 0" : ` is ${show(is.equals)}`;
}

/** What a form's number equals: `the total of column "Tổng số phiếu" of the sheet "Mức độ hài lòng"`. */
function feedFrom({ table, columns, from }: TableGives): string {
  const named = columns.map((column) => nameOfColumn(table, column));
  const sheet = `of the sheet "${tableSheet(table)}"`;
  if (from === "ratio") return `100 x column ${named.join(" / column ")} ${sheet}`;
  if (from === "count") return `the number of rows with column ${named.join()} filled in ${sheet}`;
  if (typeof from === "object" && "countInWindow" in from) {
    return `the number of rows with column ${named.join()} filled in and a day in the data window ${sheet}`;
  }
  if (typeof from === "object" && "equals" in from) {
    return `the number of rows with ${show(from.equals)} in column ${named.join()} ${sheet}`;
  }
  return `the total of ${columnsText({ table, columns, ...(typeof from === "object" ? { rows: from.rows } : {}) })}`;
}

function declaredSide({ sum }: RuleSide, form: number, edition: Edition): string {
  return sum
    .map((term) => {
      if (typeof term === "string") return rowText(rowKey(term), form, edition);
      if ("number" in term) return show(term.number);
      return columnsText(term);
    })
    .join(" plus ");
}
