import type { Wording } from "../wording.js";
import { helpOfFormRule, helpOfTableRule } from "./help.js";
import { names } from "./names.js";
import { sentences } from "./sentences.js";
import { show } from "./show.js";

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
    cell: (cell) => `cell ${cell}`,
  },
  sentences,
  names,
  suggestions: {
    and: " and ",
    thisCell: "this cell",
    fits: (rules) => (rules === 1 ? "makes the rule hold" : `makes all ${rules} rules hold`),
    one: (change, fits) => `Perhaps ${change} ${fits}.`,
    several: (changes, fits) => `One of these ${fits}: ${changes.join("; ")}.`,
  },
  lists: {
    group: (name, count) => `${name}: ${count}`,
    cells: (first, others) => (others === 0 ? first.join(", ") : `${first.join(", ")} and ${others} more`),
    example: (cell, sentence) => `For example cell ${cell}: ${sentence}`,
    sameCause: (places) => `(From the same cause: ${places}.)`,
  },
  helpOfFormRule,
  helpOfTableRule,
};
