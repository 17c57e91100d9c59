import { findIndicator } from "../../../forms/indicators.js";
import type { Edition } from "../../../forms/schema.js";
import { numberInEnglishWords } from "../../../values/english-number.js";
import type { UnreadableCause } from "../../../values/reading.js";
import { uncapital } from "../../../values/words.js";
import type { FindingPlace } from "../../finding.js";
import type { ValueCheck, ValueFacts } from "../../kinds/values.js";
import { choicesOf, columnAt, ownColumn } from "../../place-words.js";
import type { NamesOf, SentencesOf } from "../wording.js";
import { show } from "./show.js";

/** What the rules about one cell by itself say, in English. */
export const valueSentences: SentencesOf<ValueFacts> = {
  "value.type": ({ actual, cause, place }, edition) =>
    place.kind === "table" && cause === "words" && columnAt(place)?.kind === "date"
      ? `The cell says "${show(actual)}", which is no date. Write day/month/year, for example 14/6/2023.`
      : unreadableText(cause, actual, place, edition),
  "value.ambiguous": ({ actual, expected, alternative }) =>
    /^\d+$/.test(actual)
      ? `This machine writes numbers the English way, so typing ${expected}.000 leaves ${bareNumber(expected)}. ` +
        `The cell holds ${bareNumber(expected)}: confirm it if that is right; if not, type it again without marks, and look at the other numbers.`
      : `"${show(actual)}" can be read as ${bareNumber(expected)} or ${bareNumber(alternative)}. ` +
        `It is taken for ${bareNumber(expected, false)} for now; type the number again without marks between thousands.`,
  "value.text-number": ({ actual, expected }) =>
    `The cell holds "${show(actual)}" as text; it is read as ${show(expected)}. ` +
    "Type it again as a number, so that formulas can work with it.",
  "value.negative": ({ actual }) =>
    `The cell holds ${show(actual)}, a negative number. This cannot be below 0; check it.`,
  "value.integer": ({ actual, place }) =>
    `The cell holds ${show(actual)}, but this ${ownLine(place)} counts things. Write a whole number.`,
  "value.percent-range": ({ actual, limit, place }) =>
    `The rate of ${show(actual)} is not between 0 and 100. ` +
    (limit === 100
      ? `This cell holds a per cent, not a count: move a count to its own ${ownLine(place)} and write the rate here.`
      : "Write the rate again, as a number only."),
  "value.fraction": ({ actual, expected }) =>
    `The rate says ${show(actual)}, which means ${show(actual)}%. If it is ${show(expected)}%, write ${show(expected)}; ` +
    `if ${show(actual)}% is right, leave it.`,
  "value.unit": ({ actual, expected, unit, likely }) =>
    expected === null || likely === null
      ? `The cell holds ${show(actual)} "${uncapital(unit)}", more than is likely for a commune. There may be zeros too many: check; if it is right, leave it.`
      : `The cell holds ${show(actual)} "${uncapital(unit)}", ${Math.abs(expected) < Math.abs(actual) ? "more" : "less"} than is likely for a commune. The number may be in "${uncapital(likely)}": ` +
        `then write ${show(expected)}. Check the unit.`,
  "value.choice": ({ actual, place }, edition) =>
    place.kind === "table"
      ? `The cell says "${show(actual)}", which is not in the list of column ${ownColumn(place)}${listedChoices(place)}. ` +
        "Choose from the list; if it is right, leave it."
      : `The cell holds ${show(actual)}, but the choices are: ${choicesOf(place, edition, true)}. Write one of these numbers.`,
  "value.missing": ({ expected, place }, edition) => {
    if (place.kind !== "table") return missingText(place, edition);
    return expected === null
      ? `Column ${ownColumn(place)} is blank in this row. Fill it in.`
      : `Column ${ownColumn(place)} is blank, while the columns beside it give ${show(expected)}. ` +
          "Copy the formula from the row above.";
  },
  "value.heading": ({ actual }) =>
    `This row is the name of a group and has no unit, but its cell holds "${show(actual)}". ` +
    "Move the number to a row below, or clear it.",
};

/** What they find, in short. */
export const valueNames: NamesOf<ValueFacts> = {
  "value.type": "Cells that cannot be read",
  "value.ambiguous": "Numbers that read two ways",
  "value.text-number": "Numbers stored as text",
  "value.negative": "Negative numbers",
  "value.integer": "Counts with decimals",
  "value.percent-range": "Per cents outside 0 to 100",
  "value.fraction": "Rates written as fractions",
  "value.unit": "Money too large or too small for its unit",
  "value.choice": "None of the choices",
  "value.missing": "Blank cells",
  "value.heading": "Numbers on group rows",
};

/** What a rule about one cell by itself asks for. */
export function valueHelp<K extends string>(check: ValueCheck<K>, name: (key: K) => string): string {
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
      return check.least === null
        ? `An amount of money in "${uncapital(check.unit)}", less than a million million dong.`
        : `An amount of money in "${uncapital(check.unit)}", 0 or at least ${show(check.least)}, less than a million million dong.`;
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
  }
}

function unreadableText(
  cause: UnreadableCause,
  actual: string,
  place: FindingPlace,
  edition: Edition,
): string {
  const text = show(actual);
  switch (cause) {
    case "words":
      return `The cell says "${text}", which is no number. Write numbers only${notesHint(place)}.`;
    case "lines":
      return `The cell has several lines: "${text}". Write one number in a cell${notesHint(place)}.`;
    case "too-long":
      return `The cell holds ${text}: more than 15 digits are not kept exactly. Check the number.`;
    case "choice":
      return `The cell says "${text}", but the choices are: ${choicesOf(place, edition, true)}. Write one of these numbers.`;
    case "cell-error":
      return `The cell shows the error ${text}. Check its formula, or type the number.`;
    case "date":
      return `The cell holds the day ${text}: what was typed has been made a date. Format the cell as Number and type it again.`;
    case "percent":
      return `The cell says "${text}", but this ${ownLine(place)} is no rate. Format the cell as Number and type it again.`;
    case "boolean":
      return `The cell says ${text}, which is no number. Type the number again.`;
  }
}

/** What asks for the value of a cell: its row in a form, its column in a table. */
function ownLine(place: FindingPlace): string {
  return place.kind === "table" ? "column" : "row";
}

/** Only the forms have a column for notes. */
function notesHint(place: FindingPlace): string {
  return place.kind === "table" ? "" : "; explanations go to the column of notes";
}

/** `3000 (three thousand)`: without marks, which is what is in doubt, and in words where it has thousands. */
function bareNumber(value: number, inWords = true): string {
  const worded = inWords && Number.isInteger(value) && value >= 1000;
  return worded ? `${value} (${numberInEnglishWords(value)})` : String(value);
}

function missingText(place: FindingPlace, edition: Edition): string {
  const indicator = place.kind === "indicator" ? findIndicator(edition, place) : null;
  switch (indicator?.kind) {
    case "choice":
      return `Nothing chosen. Write one of the numbers: ${choicesOf(place, edition, true)}.`;
    case "ratio":
      return "The rate is blank. Write a per cent from 0 to 100, without the sign %.";
    case "text":
      return 'Blank. Where there is none, write "Không".';
    default:
      return "Blank. Where there were none, write 0.";
  }
}

/** ` (such as "A"; "B")`: what a cell of the column may say; of a long list the first few. */
function listedChoices(place: Extract<FindingPlace, { kind: "table" }>): string {
  const column = columnAt(place);
  if (column?.kind !== "choice") return "";
  const first = column.choices.slice(0, MANY_CHOICES).map((choice) => `"${choice}"`);
  return ` (${first.join("; ")}${column.choices.length > MANY_CHOICES ? "; …" : ""})`;
}

/** Longer lists are seen in the cell itself. */
const MANY_CHOICES = 8;
