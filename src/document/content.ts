import { type FactSourceLine, factSources } from "../narrative/fact-sources.js";
import type { Framing } from "../narrative/framing.js";
import type { Narrative, Section } from "../narrative/section.js";
import type { Report, ReportInfo } from "../report/report.js";
import { appendixOf } from "./appendix.js";
import { type BodyTables, bodyTables } from "./appendix-tables.js";
import type { Appendix } from "./printed-forms.js";

/** All that a report prints, before any format. The same content gives the same bytes in every format. */
export interface DocumentContent {
  readonly framing: Framing;
  readonly info: ReportInfo;
  /** In printed order. */
  readonly sections: readonly Section[];
  readonly tables: BodyTables;
  readonly appendix: Appendix;
  /** Where each number of the text comes from, printed last; null where nobody asked for it. */
  readonly sources: readonly FactSourceLine[] | null;
  /** True while errors stand: every page says so, and nobody's name stands where it is signed. */
  readonly draft: boolean;
}

/** A narrative as far as it is printed. */
type Written = Pick<Narrative, "sections"> & Partial<Narrative>;

/**
 * The content of a report: its information, its narrative and its forms as the appendix.
 */
export function contentOf(
  report: Report,
  narrative: Written,
  framing: Framing,
  { draft = false, sources: wanted = false }: { readonly draft?: boolean; readonly sources?: boolean } = {},
): DocumentContent {
  const sources = wanted ? factSources(narrative.sections, report) : null;
  return {
    framing,
    info: report.info,
    sections: narrative.sections,
    tables: bodyTables(narrative.sections, report),
    appendix: appendixOf(report, narrative.sections),
    sources,
    draft,
  };
}
