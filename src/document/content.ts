import type { IndicatorKey } from "../forms/indicators.js";
import type { Narrative, Section } from "../narrative/section.js";
import type { Report, ReportInfo } from "../values/report.js";
import { type Appendix, appendixOf } from "./appendix.js";

/** The words around the sections: what the report is called, how it opens and how it closes. */
export interface Framing {
  /** Type of document in capitals: `BÁO CÁO`. */
  readonly kind: string;
  /** Trích yếu. A line break in it is kept; otherwise it is broken into lines of like length. */
  readonly subject: string;
  /** `(Số liệu tính từ ngày 10/6/2023 đến ngày 09/9/2023)` with its brackets; null when the days are not known. */
  readonly windowLine: string | null;
  /** Opening paragraphs, separated by line breaks. */
  readonly opening: string;
  /** Closing sentence; it ends with `./.` whether or not this does. */
  readonly closing: string;
}

/** All that a report prints, before any format. The same content gives the same bytes in every format. */
export interface DocumentContent {
  readonly framing: Framing;
  readonly info: ReportInfo;
  /** In printed order. */
  readonly sections: readonly Section[];
  readonly appendix: Appendix;
}

/**
 * The content of a report: its information, its narrative and its forms as the appendix.
 *
 * @param notes the officer's notes (cột Ghi chú) by row, where there are any
 */
export function contentOf(
  report: Report,
  narrative: Narrative,
  framing: Framing,
  notes: ReadonlyMap<IndicatorKey, string> = new Map(),
): DocumentContent {
  return {
    framing,
    info: report.info,
    sections: narrative.sections,
    appendix: appendixOf(report, notes),
  };
}
