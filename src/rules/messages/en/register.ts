import type { RegisterCheck, RegisterFacts } from "../../kinds/register.js";
import type { NamesOf, SentencesOf } from "../wording.js";

/** What the rules about registers of documents say, in English. */
export const registerSentences: SentencesOf<RegisterFacts> = {
  "value.duplicate": ({ actual, other, issuers }) =>
    issuers === null
      ? `"${actual}" has the same number as "${other.name}" in row ${other.row}. ` +
        "No two documents of one kind have the same number in a year; check it."
      : `"${actual}" ${issuerText(issuers.own)} here, and ${issuerText(issuers.other)} in row ${other.row}. ` +
        "The same kind, number, symbol and day usually mean one document; check who issued it.",
  "value.order": ({ actual, before, after }) =>
    `"${actual}" is out of the order of numbers and dates: ${neighboursText(before, after)}. Check its number or date.`,
  "value.far": ({ actual, next }) =>
    `The number of "${actual}" is far from the other documents of its kind (the largest of the others is ${next}). ` +
    "See whether a digit too many was typed.",
  "value.weekend": ({ actual, day }) =>
    `${actual} is a ${day === "saturday" ? "Saturday" : "Sunday"}. Check the day of issue; if it is right, leave it.`,
  "value.year": ({ actual, expected }) =>
    `The subject speaks of ${actual}, but the document was issued in ${expected}. Check the subject or the date.`,
  "period.window": ({ actual, expected }) =>
    `The day ${actual} lies outside the days of the report, ${expected}. ` +
    "Check it; a document outside them does not belong in this list.",
};

/** What they find, in short. */
export const registerNames: NamesOf<RegisterFacts> = {
  "value.duplicate": "Document numbers used twice",
  "value.order": "Dates out of the order of numbers",
  "value.far": "Document numbers far from the others",
  "value.weekend": "Documents issued at weekends",
  "value.year": "Another year in the subject than of issue",
  "period.window": "Dates outside the period",
};

/** What a rule about a register of documents asks for. */
export function registerHelp(check: RegisterCheck): string {
  switch (check.kind) {
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
  }
}

function neighboursText(before: string | null, after: string | null): string {
  const first = before === null ? [] : [`the one before is "${before}"`];
  const last = after === null ? [] : [`the one after is "${after}"`];
  return [...first, ...last].join(", ");
}

/** Whom a row of a register names. */
function issuerText(issuer: string): string {
  return issuer === "" ? "names no issuer" : `is issued by "${issuer}"`;
}
