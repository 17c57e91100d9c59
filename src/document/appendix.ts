import { indicatorKey, labelOf, printedCode, printedUnit } from "../forms/indicators.js";
import type { Form, Indicator } from "../forms/schema.js";
import { superiorInLabels } from "../forms/superior.js";
import { periodWords } from "../narrative/period-words.js";
import type { Section } from "../narrative/section.js";
import type { Report } from "../report/report.js";
import { filledTables, inPrintedOrder } from "./appendix-tables.js";
import { cleanLines } from "./clean-text.js";
import { turnedTables } from "./page-fill.js";
import type { Appendix, AppendixRow } from "./printed-forms.js";
import { shownValue } from "./shown-value.js";

/** The forms of a report as they are printed after its text, with the officer's notes. */
export function appendixOf(report: Report, sections: readonly Section[] = []): Appendix {
  const { edition, info } = report;
  const { layout } = edition;
  const superior = superiorInLabels(info.superior, edition.superior);
  const row = (form: Form, indicator: Indicator): AppendixRow => {
    const key = indicatorKey(form.number, indicator.code);
    const found = report.values.get(key);
    return {
      code: printedCode(indicator),
      codeRows: 1,
      label: labelOf(indicator, superior),
      unit: cleanLines(printedUnit(indicator)),
      value: found === undefined ? "" : shownValue(found.reading, indicator),
      note: report.notes.get(key) ?? "",
      group: indicator.kind === "heading",
      address: found?.address ?? null,
    };
  };
  const rowsOf = (form: Form) => form.indicators.map((indicator) => row(form, indicator));
  const appendix = {
    title: titleOf(report),
    columns: edition.columns,
    continuous: layout.kind === "continuous",
    forms:
      layout.kind === "continuous"
        ? [{ heading: [], rows: withDetailWord(edition.forms.flatMap(rowsOf), layout.detail) }]
        : edition.forms.map((form) => ({
            heading: [`Biểu mẫu ${form.number}`, form.title],
            rows: rowsOf(form),
          })),
  };
  const tables = filledTables(report, sections);
  return { ...appendix, tables: inPrintedOrder(tables, turnedTables(appendix, tables)) };
}

/** Puts the word beside the first of neighbouring rows without an STT, over all of them. */
function withDetailWord(rows: readonly AppendixRow[], word: string): readonly AppendixRow[] {
  return rows.map((row, index) => {
    if (row.code !== "") return row;
    if (index > 0 && rows[index - 1]?.code === "") return { ...row, codeRows: 0 };
    const next = rows.findIndex((other, at) => at > index && other.code !== "");
    return { ...row, code: word, codeRows: (next === -1 ? rows.length : next) - index };
  });
}

function titleOf({ edition, info }: Report): string {
  if (edition.layout.kind === "continuous") return edition.layout.title;
  const subject = "Thống kê kết quả thực hiện công tác cải cách hành chính";
  if (info.period !== null) return `${subject} ${periodWords(info).period}`;
  return info.year === null ? subject : `${subject} năm ${info.year}`;
}
