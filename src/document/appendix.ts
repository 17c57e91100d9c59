import { type IndicatorKey, indicatorKey, labelOf, printedCode, printedUnit } from "../forms/indicators.js";
import type { Edition, Form, Indicator } from "../forms/schema.js";
import { superiorInLabels } from "../forms/superior.js";
import { periodWords } from "../narrative/period-words.js";
import type { CellAddress } from "../values/address.js";
import type { Report } from "../values/report.js";
import { cleanLines } from "./clean-text.js";
import { shownValue } from "./shown-value.js";

/** The forms as they are printed after the report. */
export interface Appendix {
  /** `Thống kê kết quả thực hiện công tác cải cách hành chính quý III năm 2023` */
  readonly title: string;
  readonly columns: Edition["columns"];
  readonly forms: readonly AppendixForm[];
}

export interface AppendixForm {
  readonly number: number;
  readonly title: string;
  readonly rows: readonly AppendixRow[];
}

/** One row of a form as text. */
export interface AppendixRow {
  /** STT as printed, with its final dot. */
  readonly code: string;
  readonly label: string;
  /** The unit, or a choice's options, one a line. */
  readonly unit: readonly string[];
  /** As shown in Vietnamese (`67,1`, `3.000`); a choice's bare number; empty when blank. */
  readonly value: string;
  readonly note: string;
  /** True for rows that only head the rows below them. */
  readonly group: boolean;
  /** Where the value stands; null when its cell was not found. */
  readonly address: CellAddress | null;
}

export function appendixOf(report: Report, notes: ReadonlyMap<IndicatorKey, string>): Appendix {
  const { edition, info } = report;
  const superior = superiorInLabels(info.superior, edition.superior);
  const row = (form: Form, indicator: Indicator): AppendixRow => {
    const key = indicatorKey(form.number, indicator.code);
    const found = report.values.get(key);
    return {
      code: printedCode(indicator),
      label: labelOf(indicator, superior),
      unit: cleanLines(printedUnit(indicator)),
      value: found === undefined ? "" : shownValue(found.reading, indicator),
      note: notes.get(key) ?? "",
      group: indicator.kind === "heading",
      address: found?.address ?? null,
    };
  };
  return {
    title: titleOf(report),
    columns: edition.columns,
    forms: edition.forms.map((form) => ({
      number: form.number,
      title: form.title,
      rows: form.indicators.map((indicator) => row(form, indicator)),
    })),
  };
}

function titleOf({ info }: Report): string {
  const subject = "Thống kê kết quả thực hiện công tác cải cách hành chính";
  if (info.period !== null) return `${subject} ${periodWords(info).period}`;
  return info.year === null ? subject : `${subject} năm ${info.year}`;
}
