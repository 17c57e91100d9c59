import { findIndicator, rowName } from "../../../forms/indicators.js";
import type { RuleOperator } from "../../../forms/rule-schema.js";
import type { Edition } from "../../../forms/schema.js";
import { numberInEnglishWords } from "../../../values/english-number.js";
import type { UnreadableCause } from "../../../values/reading.js";
import type { CellName, Term } from "../../facts.js";
import type { Finding, FindingPlace } from "../../finding.js";
import type { Quotient } from "../../kinds/amounts.js";
import {
  choicesOf,
  columnAt,
  infoWords,
  nameOfColumn,
  ownColumn,
  rowWords,
  tableSheet,
} from "../../place-words.js";
import type { Sentences } from "../wording.js";
import { saysInEnglish } from "./says.js";
import { show } from "./show.js";

/**
 * What findings say in English: what stands, what was expected, what to do. Labels, choices and what
 * was typed stand in quotation marks as they are.
 */
export const sentences: Sentences = {
  "value.type": ({ actual, cause, place }, edition) =>
    place.kind === "table" && cause === "words" && columnAt(place)?.kind === "date"
      ? `The cell says "${show(actual)}", which is no date. Write day/month/year, for example 14/6/2023.`
      : unreadableText(cause, actual, place, edition),
  "value.ambiguous": ({ actual, expected, alternative }) =>
    `"${show(actual)}" can be read as ${bareNumber(expected)} or ${bareNumber(alternative)}. ` +
    `It is taken for ${bareNumber(expected, false)} for now; type the number again without marks between thousands.`,
  "value.text-number": ({ actual, expected }) =>
    `The cell holds "${show(actual)}" as text; it is read as ${show(expected)}. ` +
    "Type it again as a number, so that Excel can work with it.",
  "value.negative": ({ actual }) =>
    `The cell holds ${show(actual)}, a negative number. This cannot be below 0; check it.`,
  "value.integer": ({ actual }) =>
    `The cell holds ${show(actual)}, but this row counts things. Write a whole number.`,
  "value.percent-range": ({ actual, limit }) =>
    `The rate of ${show(actual)} is not between 0 and 100. ` +
    (limit === 100
      ? "This cell holds a per cent, not a count: move a count to its own row and write the rate here."
      : "Write the rate again, as a number only."),
  "value.fraction": ({ actual, expected }) =>
    `The rate says ${show(actual)}, which means ${show(actual)}%. If it is ${show(expected)}%, write ${show(expected)}; ` +
    `if ${show(actual)}% is right, leave it.`,
  "value.unit": ({ actual, expected, unit, likely }) =>
    `The cell holds ${show(actual)} "${unit}", more than a commune has. The number may be in "${likely}": ` +
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
  "ratio.mismatch": ({ actual, expected, quotient }) =>
    `The rate says ${show(actual)}, but ${quotientText(quotient)} = ${show(expected)}%. ` +
    "Correct the rate or the two numbers that it is made from.",
  "ratio.undefined": ({ actual, quotient }) =>
    `The rate says ${show(actual)}, but its denominator is ${quotient.denominator === 0 ? "0" : "blank"}, ` +
    "so there is no rate. Fill in the denominator, or leave the rate blank.",
  "ratio.missing": ({ expected, quotient }) =>
    `The rate is blank, while both its numbers are there: ${quotientText(quotient)} = ${show(expected)}%. ` +
    `Write ${show(expected)}.`,
  "total.mismatch": (finding, edition) => totalText(finding, edition),
  "part.exceeds": (finding, edition) => exceedsText(finding, edition),
  "cross.mismatch": (finding, edition) => crossText(finding, edition),
  "period.decrease": ({ actual, expected, counts }) =>
    counts === "since-new-year"
      ? `The number since New Year is ${show(actual)}, less than the ${show(expected)} of the earlier period of the same year. ` +
        "It cannot fall; check it."
      : `The cell holds ${show(actual)}, less than the ${show(expected)} reported for a period inside this one. ` +
        "This period contains that one, so it cannot have less; check it.",
  "period.outlier": ({ actual, earlier }) =>
    `The cell holds ${show(actual)}, far from the ${show(earlier)} of the earlier period. ` +
    "See whether a digit is missing or one too many.",
  "period.window": ({ actual, expected }) =>
    `The day ${actual} lies outside the days of the report, ${expected}. ` +
    "Check it; a document outside them does not belong in this list.",
  "info.missing": ({ place }) => `"${infoWords(place).label}" on the sheet "Thông tin chung" is blank.`,
  "info.unreadable": ({ place }) =>
    `What "${infoWords(place).label}" on the sheet "Thông tin chung" says cannot be read. Choose or type it again.`,
  "info.window": ({ actual, expected, against }) =>
    against === "year"
      ? `The data run to ${actual}, which is not in the report's year ${expected}. Correct the day or the year.`
      : `The data run to ${actual}, before their first day ${expected}. Correct the two days.`,
  "info.date": ({ actual, expected }) =>
    `The day of issue ${actual} is earlier than the closing day ${expected}. Check it.`,
  "layout.sheet-missing": ({ place, adopted }) => {
    const sheet = place.kind === "sheet" ? place.sheet : "";
    if (adopted && place.kind === "sheet" && place.form !== null) {
      return (
        `No cell of "${sheet}" is bound in this workbook yet. ` +
        "If the form stands on another sheet, recognise it again and confirm the doubtful rows; if your office does not make this form, leave it."
      );
    }
    return (
      `The sheet "${sheet}" is ${adopted ? "not in this workbook yet" : "missing"}. ` +
      'In the step "Insert forms" choose "Add what is missing"; the other sheets stay as they are.'
    );
  },
  "layout.values-beside": ({ by, found }) =>
    by === "column"
      ? `All result cells of this form are blank, while cell ${found} beside them holds a number. ` +
        "The numbers may have been pasted one column off: move them to the result column."
      : `The numbers at cell ${found} are one row off: the first or last cell is blank, and there are numbers outside the form. ` +
        "They may have been pasted wrongly: move them to their rows.",
  "layout.form-blank": ({ earlier }) =>
    `This form holds no number, while the earlier period had ${show(earlier)} cells filled. ` +
    "Fill it in; if it was cleared by mistake, undo (Ctrl+Z) or copy it from a saved file.",
  "layout.cell-missing": ({ place, sheet, adopted }, edition) =>
    adopted
      ? `No result cell is bound to row ${quotedRow(place, edition)} yet. If the row stands on the sheet "${sheet}", ` +
        "recognise the forms again and confirm its cell; if your office's form has no such row, leave it."
      : place.kind === "table"
        ? `Column ${ownColumn(place)} of the table "${tableSheet(place.table)}" cannot be found. ` +
          "It may have been deleted or its header changed; write the header as it was."
        : `The result cell of row ${quotedRow(place, edition)} on the sheet "${sheet}" cannot be found. ` +
          'The row may have been deleted: in the step "Insert forms" choose "Add what is missing".',
  "layout.name-lost": ({ place }, edition) =>
    place.kind === "table"
      ? `The workbook no longer remembers where the table "${tableSheet(place.table)}" is; its headers tell. ` +
        "Keep the sheet's name and the header row, or insert the table again."
      : `The workbook no longer remembers the cell of row ${quotedRow(place, edition)}; its number tells. ` +
        'In the step "Insert forms" choose "Add what is missing"; the numbers stay.',
  "layout.moved": ({ found, place }, edition) =>
    `The result cell of row ${quotedRow(place, edition)} stands in the row ${foundRow(found, place, edition)}. ` +
    "Move the numbers to their own row.",
  "layout.relabelled": ({ found, place }, edition) =>
    `The label of row ${quotedRow(place, edition)} was changed to "${show(found)}". ` +
    "Check it; its number still counts for the row as printed.",
  "layout.duplicated": ({ found, place }, edition) =>
    `Row ${quotedRow(place, edition)} and row "${found}" mean one and the same cell. ` +
    "Delete the copied row, or insert the form again.",
};

function unreadableText(
  cause: UnreadableCause,
  actual: string,
  place: FindingPlace,
  edition: Edition,
): string {
  const text = show(actual);
  switch (cause) {
    case "words":
      return `The cell says "${text}", which is no number. Write numbers only; explanations go to the column of notes.`;
    case "lines":
      return `The cell has several lines: "${text}". Write one number in a cell; explanations go to the column of notes.`;
    case "too-long":
      return `The cell holds ${text}: more than 15 digits are not kept exactly. Check the number.`;
    case "choice":
      return `The cell says "${text}", but the choices are: ${choicesOf(place, edition, true)}. Write one of these numbers.`;
    case "cell-error":
      return `The cell shows the error ${text}. Check its formula, or type the number.`;
    case "date":
      return `The cell holds the day ${text}: Excel has made a date of the number. Format the cell as Number and type it again.`;
    case "percent":
      return `The cell says "${text}", but this row is no rate. Format the cell as Number and type it again.`;
    case "boolean":
      return `The cell says ${text}, which is no number. Type the number again.`;
  }
}

/** `3000 (three thousand)`: without marks, which is what is in doubt, and in words where it has thousands. */
function bareNumber(value: number, inWords = true): string {
  const worded = inWords && Number.isInteger(value) && value >= 1000;
  return worded ? `${value} (${numberInEnglishWords(value)})` : String(value);
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
      ? [made.from, ...made.minus].map(show).join(" - ")
      : termsText(made.terms, edition);
  return place.kind === "table"
    ? `Column ${ownColumn(place)} says ${show(actual)}, but ${parts} = ${show(expected)}. ` +
        "Correct this number or the columns that it is made from."
    : `The total says ${show(actual)}, but ${parts} = ${show(expected)}. Correct the total or the rows that make it.`;
}

function exceedsText({ actual, expected, against, place }: Finding<"part.exceeds">, edition: Edition) {
  if (against.kind === "parts") {
    const parts = termsText(against.terms, edition);
    return place.kind === "table"
      ? `Column ${ownColumn(place)} says ${show(actual)}, less than ${parts} = ${show(expected)} ` +
          "of the columns that are part of it. Check these columns."
      : `The total says ${show(actual)}, less than ${parts} = ${show(expected)}. ` +
          "Correct the total or the rows that make it.";
  }
  const stands =
    place.kind === "table"
      ? `Column ${ownColumn(place)} says ${show(actual)}`
      : `The cell holds ${show(actual)}`;
  return (
    `${stands}, more than the ${show(expected)} in ${cellText(against.whole, place, edition)}. ` +
    "A part cannot be more than its whole; check both."
  );
}

function crossText({ actual, expected, by, place }: Finding<"cross.mismatch">, edition: Edition): string {
  switch (by.kind) {
    case "table": {
      const there = totalsText(by);
      return place.kind === "table"
        ? `Column ${ownColumn(place)} adds up to ${show(actual)}, but ${there} is ${show(expected)}. ` +
            "The two tables must agree; check them."
        : `The cell holds ${show(actual)}, but ${there} gives ${show(expected)}. ` +
            "The two must agree: correct the form or the table.";
    }
    case "words": {
      const stands = actual === null ? "is blank" : `says ${show(actual)}`;
      return `Column ${ownColumn(place)} ${stands}. ${saysInEnglish(by.says)} Check this row.`;
    }
    case "relation": {
      const own = sideText(by.left, actual, place, edition, true);
      const other = sideText(by.right, expected, place, edition, false);
      return `${own}, ${RELATIONS[by.operator]} ${other}. ${saysInEnglish(by.says)} Check these cells.`;
    }
  }
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
    if (carries) return `The cell holds ${show(only.value)}`;
    return only.cell.kind === "number"
      ? show(only.value)
      : `${show(only.value)} in ${cellText(only.cell, place, edition)}`;
  }
  const cells = terms.filter(({ cell }) => cell.kind !== "number");
  const names = cells.map(({ cell }) => cellText(cell, place, edition)).join(" and ");
  const values = terms.map(({ value }) => show(value ?? 0)).join(" + ");
  const told = `${names} together: ${values} = ${show(sum)}`;
  return carries ? told.charAt(0).toUpperCase() + told.slice(1) : told;
}

function totalsText({ table, columns }: { readonly table: string; readonly columns: readonly string[] }) {
  return `the sheet "${tableSheet(table)}", column ${columns.map((column) => nameOfColumn(table, column)).join(" and ")},`;
}

/** `row 1.4.1 + 1.4.2 + 1.4.3: 0 + 0 + 157`; blank rows are told as 0, columns by their numbers alone. */
function termsText(terms: readonly Term[], edition: Edition): string {
  const values = terms.map(({ value }) => show(value ?? 0)).join(" + ");
  const rows = terms.flatMap(({ cell }) => (cell.kind === "row" ? [rowName(edition, cell)] : []));
  if (rows.length === 0) return values;
  return rows.length === 1 ? `row ${rows[0]}` : `rows ${rows.join(" + ")}: ${values}`;
}

function cellText(cell: CellName, place: FindingPlace, edition: Edition): string {
  if (cell.kind === "column") return `column ${nameOfColumn(cell.table, cell.column)}`;
  if (cell.kind === "total") return totalsText(cell).replace(/,$/, "");
  if (cell.kind === "number") return "the rule";
  const name = rowName(edition, cell);
  const sameForm = place.kind === "indicator" && place.form === cell.form;
  return sameForm ? `row ${name}` : `row ${name} of form ${cell.form}`;
}

function quotientText({ numerator, denominator, reduction }: Quotient): string {
  const [upper, lower] = [show(numerator), show(denominator)];
  return reduction ? `(${lower} - ${upper}) / ${lower}` : `${upper} / ${lower}`;
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

/** `3.3.1 ("Số hồ sơ ...")`, as printed. */
function quotedRow(place: FindingPlace, edition: Edition): string {
  return rowWords(place, edition).replace(/ \((.*)\)$/, ' ("$1")');
}

/** The row that a cell was moved to: `numbered "3.3.9"`, or its words where it prints no STT. */
function foundRow(found: string, place: FindingPlace, edition: Edition): string {
  const name = place.kind === "indicator" ? rowName(edition, { form: place.form, code: found }) : found;
  return name === found ? `numbered "${found}"` : name;
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

function neighboursText(before: string | null, after: string | null): string {
  const first = before === null ? [] : [`before it stands "${before}"`];
  const last = after === null ? [] : [`after it stands "${after}"`];
  return [...first, ...last].join(", ");
}

/** Whom a row of a register names. */
function issuerText(issuer: string): string {
  return issuer === "" ? "names no issuer" : `is issued by "${issuer}"`;
}
