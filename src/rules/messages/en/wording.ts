import { nameOfColumn } from "../../place-words.js";
import { type HelpWords, helpIn } from "../help.js";
import type { Wording } from "../wording.js";
import { amountHelp, amountNames, amountSentences } from "./amounts.js";
import { rowText } from "./cells.js";
import { agreementHelp, besideHelp, crossingHelp, crossingNames, crossingSentences } from "./crossings.js";
import { periodHelp, periodNames, periodSentences } from "./periods.js";
import { registerHelp, registerNames, registerSentences } from "./register.js";
import { rowNames, rowSentences, rowsHelp } from "./rows.js";
import { show } from "./show.js";
import { surroundingNames, surroundingSentences } from "./surroundings.js";
import { valueHelp, valueNames, valueSentences } from "./values.js";

const HELP: HelpWords = {
  value: valueHelp,
  amount: amountHelp,
  beside: besideHelp,
  crossing: crossingHelp,
  agreement: agreementHelp,
  period: periodHelp,
  register: registerHelp,
  rows: rowsHelp,
  row: rowText,
  columns: (table, columns) => {
    const named = columns.map((column) => `column ${nameOfColumn(table, column)}`).join(" + ");
    return columns.length === 1 ? named : `(${named})`;
  },
};

const WAYS = {
  up: "one row up",
  down: "one row down",
  left: "one column to the left",
  right: "one column to the right",
} as const;

/** Findings and rules in English. What the forms print stays Vietnamese, in quotation marks. */
export const english: Wording = {
  language: "en",
  show,
  places: {
    row: (name, form) => (form === null ? `row ${name}` : `row ${name} of form ${form}`),
    tableRow: (row) => (row === null ? "the total row" : `row ${row}`),
    column: (name) => `column ${name}`,
    form: (form) => `form ${form}`,
    sheet: (name) => `sheet "${name}"`,
    ofSheet: (place, sheet) => `${place} of the sheet "${sheet}"`,
    cell: (cell) => `${/[ ,]/.test(cell) ? "cells" : "cell"} ${cell}`,
  },
  sentences: {
    ...valueSentences,
    ...amountSentences,
    ...crossingSentences,
    ...periodSentences,
    ...registerSentences,
    ...rowSentences,
    ...surroundingSentences,
  },
  names: {
    ...valueNames,
    ...amountNames,
    ...crossingNames,
    ...periodNames,
    ...registerNames,
    ...rowNames,
    ...surroundingNames,
  },
  suggestions: {
    and: " and ",
    thisCell: "this cell",
    fits: (rules) => (rules === 1 ? "makes the rule hold" : `makes all ${rules} rules hold`),
    one: (change, fits) => `Perhaps ${change} ${fits}.`,
    retyped: (value) => `"${value}", which is text → the number ${value}`,
    swap: (first, second) => `${first.value} in ${first.place} ⇄ ${second.value} in ${second.place}`,
    swapped: (swap, fits) => `Perhaps two cells changed places: ${swap} ${fits}.`,
    orSwapped: (swap) => `${swap} changed places`,
    fills: "fills the blank cell",
    move: (value, from, to) => `${value} from ${from} to ${to}`,
    run: (count, from, to, way, line) =>
      `${count} numbers${line === null ? "" : ` in ${line}`} from ${from} to ${to} ${WAYS[way]}`,
    refilled: (value, place) => ` and writing ${value} into ${place}`,
    exchange: (first, second) => `${first} ⇄ ${second}`,
    group: (name, form) => `group ${name}${form === null ? "" : ` of form ${form}`}`,
    moved: {
      one: (move, fits) => `Perhaps typed into the cell beside: moving ${move} ${fits}.`,
      run: (move, fits) => `Perhaps the numbers stand one off: moving ${move} ${fits}.`,
      columns: (move, fits) => `Perhaps two columns changed places: ${move} ${fits}.`,
      groups: (move, fits) => `Perhaps two groups of rows changed places: ${move} ${fits}.`,
    },
    orMoved: (move) => `moving ${move}`,
    several: (changes, fits) => `One of these ${fits}: ${changes.join("; ")}.`,
  },
  lists: {
    group: (name, count, sentence) => `${name}: ${count}. ${sentence}`,
    equal: (count, sentence) => `${count} cells: ${sentence}`,
    cells: (first, others) => (others === 0 ? first.join(", ") : `${first.join(", ")} and ${others} more`),
    example: (where, sentence) => `For example ${where}: ${sentence}`,
    sameCause: (places) => `From the same cause: ${places}`,
    places: (first, others) => `${first.join("; ")}${others === 0 ? "" : ` and ${others} more`}`,
  },
  ...helpIn(HELP),
};
