import { a1, columnLetters } from "../../values/address.js";
import type { Signals } from "../evidence.js";
import type { Inference, Reason } from "../inference/draft-row.js";
import type { BlockDoubt } from "../inference/infer-edition.js";
import type { PlacedDoubt } from "../recognition.js";
import { percent, quotedColumns, type RecognitionWords, said, sheetOfTable } from "./wording.js";

const LABEL_WORDS: Readonly<Record<Signals["label"], (slips: number) => string>> = {
  same: () => "the row's name is the same",
  slips: (slips) => `the row's name differs in ${slips} ${slips === 1 ? "letter" : "letters"}`,
  "without-marks": () => "the row's name is the same without its accents",
  "without-notes": () => "the row's name is the same without what stands in brackets",
  similar: () => "the row's name is similar",
  different: () => "the row's name differs",
};

const PROPERTIES: Readonly<Record<Inference["property"], string>> = {
  code: "the row number",
  kind: "the kind of row",
  choices: "the choices",
  ratio: "numerator and denominator",
  reduction: "the numbers before and after the reduction",
  parts: "the parts of the total",
  atMost: "the row that it may not exceed",
  span: "what time its number covers",
};

const REASONS: Readonly<Record<Reason, string>> = {
  "unit-percent": "the unit is %",
  "unit-money": "the unit is money",
  "unit-counted": "the unit is what is counted",
  "unit-choices": "the column of units prints the choices",
  "unit-unknown": "the unit does not tell the kind",
  "label-ratio": "the row is called a ratio, but the unit is not %",
  "label-count": 'the row\'s name begins with "Số"',
  "label-total": 'the row\'s name begins with "Tổng số", and no unit is printed',
  "no-unit-with-rows-below": "no unit, rows below it",
  "no-unit-count-or-heading": "no unit, rows below it; it may be a group or a number",
  "no-unit-beside-money": "no unit, the row beside it is money",
  "no-unit-no-rows": "no unit, no rows below it",
  "choices-one": "only one choice could be read, or the choices are the same",
  "parts-below": "the two rows below it are the whole and what is done of it",
  "parts-below-order": "two rows stand below it, but which is the denominator is not clear",
  "no-parts": "the form has no two rows that it could be made from",
  "parts-unclear": "which rows it is made from is not clear",
  "reduction-words": "the row's name tells a reduction, and below it stand the numbers before and now",
  "total-of-rows-below": "the total of the rows below it",
  "count-of-rows-below": "rows of the same kind below it; they may equal the total or stay within it",
  "group-with-figures": "a group with a unit; whether it is the total of the rows below it is not clear",
  "total-of-classes-beside": "the following rows divide the same thing into classes",
  "total-of-outcomes-beside":
    "the following rows are what came of the same thing; perhaps not of all that there is",
  "total-of-named": "the row's name calls two other rows of the form by name",
  "opposites-beside": "the two following rows are opposites of the same thing",
  "subset-of-row-above": "the row's name is that of the row above with a condition",
  "present-within-assigned": "those present are among those assigned",
  "code-repeated": "two rows have the same number",
  "code-derived": "the row has no number; it takes that of the row above with a letter",
};

/** What is said of a stranger's forms in English. What her sheets print stands in quotation marks. */
export const english: RecognitionWords = {
  reasons,
  doubt: doubtSentence,
  table: ({ table, area }) =>
    `"${sheetOfTable(table)}" (sheet "${area.sheet}", rows ${area.top}-${area.bottom})`,
  tableDoubt: (doubt) => {
    const at = `Sheet "${doubt.sheet}", row ${doubt.row}`;
    if (doubt.kind === "table-several") {
      const names = doubt.tables.map((id) => `"${sheetOfTable(id)}"`).join(" or ");
      return `${at}: this may be the table ${names}. Not bound; write the table's name right above it and recognise again.`;
    }
    return `${at}: this looks like the table "${sheetOfTable(doubt.table)}", but these columns were not found: ${quotedColumns(doubt.table, doubt.missing)}. Not bound; write the headers of the columns again and recognise again.`;
  },
  inferred: (reason) => REASONS[reason],
  draftDoubt: draftSentence,
};

function reasons(signals: Signals): readonly string[] {
  return [
    LABEL_WORDS[signals.label](signals.slips),
    ...said(signals.code, "the row number is the same", "the row number differs"),
    ...said(signals.unit, "the unit is the same", "the unit differs"),
    ...said(signals.parent, "it stands in the right group", "it does not stand in the row's group"),
    ...(signals.rows > 1 ? [`the name runs over ${signals.rows} rows`] : []),
  ];
}

function doubtSentence(doubt: PlacedDoubt): string {
  switch (doubt.kind) {
    case "weak":
      return `${place(doubt)}: perhaps cell ${a1(doubt.address)} of the sheet "${doubt.address.sheet}" (${percent(doubt.confidence)} sure: ${reasons(doubt.signals).join("; ")}). Not bound; look at the row's name, then confirm.`;
    case "several": {
      const cells = doubt.candidates
        .map(({ address }) => `${a1(address)} of the sheet "${address.sheet}"`)
        .join(", ");
      return `${place(doubt)}: it may be one of the cells ${cells}. Not bound; choose one.`;
    }
    case "value-columns": {
      const columns = doubt.columns.map(columnLetters).join(", ");
      return `${block(doubt)}: the columns ${columns} all look like the result column. No cell of this table is bound; change the headers so that one of them is the result column.`;
    }
    case "value-column-unheaded":
      return `${block(doubt)}: column ${columnLetters(doubt.column)} may be the result column, but it has no header. Write the header "Số lượng/ Tỷ lệ" over it and recognise again.`;
    case "no-value-column":
      return `${block(doubt)}: no result column was found. Write the header "Số lượng/ Tỷ lệ" over the column of numbers.`;
    case "repeated-code":
      return `Sheet "${doubt.sheet}": the rows ${doubt.rows.join(", ")} all have the number ${doubt.code}. Look at the column "STT".`;
    case "number-for-label":
      return `${block(doubt)}: a number stands where the row's name should. Look whether the columns are shifted.`;
    case "named-otherwise":
      return `${place(doubt)}: cell ${a1(doubt.address)} of the sheet "${doubt.address.sheet}" looks like this row, but the file has bound cell ${a1(doubt.named)} of the sheet "${doubt.named.sheet}". That one stays bound.`;
  }
}

function draftSentence(doubt: Inference | BlockDoubt): string {
  if (!("kind" in doubt)) {
    return `${place(doubt)}: ${PROPERTIES[doubt.property]} is not certain (${REASONS[doubt.reason]}). Look at it in the file.`;
  }
  switch (doubt.kind) {
    case "value-columns":
      return `${block(doubt)}: the columns ${doubt.columns.map(columnLetters).join(", ")} all look like the result column. Change the headers so that one is left.`;
    case "no-value-column":
      return `${block(doubt)}: no result column was found. Write a header over the column of numbers.`;
    case "repeated-code":
      return `Sheet "${doubt.sheet}": the rows ${doubt.rows.join(", ")} all have the number ${doubt.code}. Mend the column "STT" and try again.`;
    case "number-for-label":
      return `${block(doubt)}: a number stands where the row's name should, so the row was left out. Look at the columns.`;
  }
}

function place({ form, code }: { readonly form: number; readonly code: string }): string {
  return `Form ${form}, row ${code}`;
}

function block({ sheet, row }: { readonly sheet: string; readonly row: number }): string {
  return `Sheet "${sheet}", row ${row}`;
}
