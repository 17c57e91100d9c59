import { contentOf, type DocumentContent } from "../document/content.js";
import { compose } from "../narrative/compose.js";
import { framing } from "../narrative/framing.js";
import { defaultOutline, findOutline } from "../narrative/library.js";
import type { Outline } from "../narrative/outline.js";
import { outlineIds, ownTextPlaces } from "../narrative/own-text-places.js";
import type { Missing, Narrative } from "../narrative/section.js";
import type { CellAddress } from "../values/address.js";
import { findTextCells } from "../workbook/reading/read-texts.js";
import { indexSnapshot } from "../workbook/snapshot-index.js";
import type { FormsBook } from "./open.js";

/*
 * Writing the narrative needs the outlines and the phrase library: a client that counts its bytes
 * loads this module when the report is asked for.
 */

/** What came of writing a report. */
export type ReportOutcome =
  | { readonly kind: "written"; readonly written: WrittenReport }
  | { readonly kind: "no-outline"; readonly outlines: readonly string[] };

/** A written report, with what it could not say. */
export interface WrittenReport {
  readonly narrative: Narrative;
  readonly content: DocumentContent;
  /** In the order of the outline; sections that were left out are here all the same. */
  readonly gaps: readonly Gap[];
}

/** What one section lacks. */
export interface Gap {
  readonly section: string;
  /** The section's printed number, or null for one that is left out. */
  readonly number: string | null;
  /** As printed. */
  readonly heading: string;
  /** Where the officer writes her own text for the section; null where she cannot. */
  readonly place: {
    /** The section's heading on the sheet `Nội dung bổ sung`. */
    readonly heading: string;
    /** Null where the workbook has no such cell. */
    readonly cell: CellAddress | null;
  } | null;
  readonly missing: readonly Missing[];
}

/**
 * Writes the report of a workbook.
 *
 * @param outline the id of an outline; by default the one that the edition names first
 */
export function writeReport({ report, snapshot }: FormsBook, outline?: string): ReportOutcome {
  const chosen = outline === undefined ? defaultOutline(report.edition) : findOutline(outline);
  if (chosen === null) return { kind: "no-outline", outlines: outlineIds() };
  const narrative = compose(chosen, report);
  const content = contentOf(report, narrative, framing(report, chosen));
  const cells = findTextCells(indexSnapshot(snapshot));
  return { kind: "written", written: { narrative, content, gaps: gapsOf(narrative, chosen, cells) } };
}

function gapsOf(
  { sections, missing }: Narrative,
  outline: Outline,
  cells: ReadonlyMap<string, CellAddress>,
): readonly Gap[] {
  const printed = new Map(sections.map((section) => [section.id, section]));
  const places = new Map(ownTextPlaces(outline.id).map((place) => [place.id, place]));
  return outline.sections.flatMap(({ id, ownText, heading }): readonly Gap[] => {
    const here = missing.filter((item) => item.section === id);
    if (here.length === 0) return [];
    const place = places.get(id);
    const section = printed.get(id);
    return [
      {
        section: id,
        number: section?.number ?? null,
        heading: section?.heading ?? ownText?.heading ?? heading,
        place: place === undefined ? null : { heading: place.heading, cell: cells.get(id) ?? null },
        missing: here,
      },
    ];
  });
}
