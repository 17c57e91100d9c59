import type { DocumentContent } from "../document/content.js";
import { writeUp } from "../document/write-up.js";
import type { Edition } from "../forms/schema.js";
import { unboundFacts } from "../narrative/facts.js";
import { keptOutline } from "../narrative/kept-outline.js";
import { defaultOutline, findOutline } from "../narrative/library.js";
import type { Outline } from "../narrative/outline.js";
import { outlineIds, ownTextPlaces } from "../narrative/own-text-places.js";
import type { OwnOutline } from "../narrative/parse-outline.js";
import { type Missing, type Narrative, paragraphText } from "../narrative/section.js";
import type { Report } from "../report/report.js";
import { type ChangesSinceSigned, changesSinceSigned } from "../report/sign-off.js";
import type { Finding } from "../rules/finding.js";
import type { CellAddress } from "../values/address.js";
import { findTextCells } from "../workbook/reading/read-texts.js";
import { indexSnapshot } from "../workbook/snapshot-index.js";
import { type CheckedForms, type Judgement, judge } from "./check.js";
import { comparedWith } from "./compared-with.js";
import type { FormsBook } from "./open.js";
import { paragraphsAbout } from "./told-paragraphs.js";

/*
 * Writing the narrative needs the outlines and the phrase library: a client that counts its bytes
 * loads this module when the report is asked for.
 */

/** What came of writing a report. */
export type ReportOutcome =
  | { readonly kind: "written"; readonly written: WrittenReport }
  /** `outlines` are those that the edition can be written up by; `known` tells whether there is one of that id. */
  | {
      readonly kind: "no-outline";
      readonly known: boolean;
      readonly outlines: readonly string[];
      /** Facts of an office's own outline that the edition has no row for: it was made for other forms. */
      readonly unbound: readonly string[];
    };

/** A written report, with what it could not say. */
export interface WrittenReport {
  readonly narrative: Narrative;
  /** The outline that it was written by. */
  readonly outline: Outline;
  readonly content: DocumentContent;
  /** The errors that are neither mended nor confirmed: while there are any the report is a draft. */
  readonly errors: readonly Finding[];
  /** The judgement that the report was written by. */
  readonly judgement: Judgement;
  /** What changed since the report was signed; null where it was not. */
  readonly sinceSigned: ChangesSinceSigned | null;
  /** In the order of the outline; sections that were left out are here all the same. */
  readonly gaps: readonly Gap[];
  /** Where the officer writes her own text for a section, by the section's id. */
  readonly textCells: ReadonlyMap<string, CellAddress>;
}

/** A section of the report by what is printed over it. */
type PrintedHeading = Pick<Narrative["sections"][number], "number" | "heading">;

/** What one section lacks. */
export interface Gap {
  readonly section: string;
  /** The section's printed number, or null for one that is left out. */
  readonly number: string | null;
  /** As printed. */
  readonly heading: string;
  /** The printed sections around it that its number does not name (`I` around `3`), from the outermost in. */
  readonly around: readonly PrintedHeading[];
  /** Where the officer writes her own text for the section; null where she cannot. */
  readonly place: {
    /** The section's heading on the sheet `Nội dung bổ sung`. */
    readonly heading: string;
    /** Null where the workbook has no such cell. */
    readonly cell: CellAddress | null;
  } | null;
  readonly missing: readonly Missing[];
}

/** How a report is to be written. */
export interface ReportOptions {
  /**
   * The id of an outline of the edition, or one of the office's own; by default the one that the
   * workbook keeps, else the one that the edition names first.
   */
  readonly outline?: string | OwnOutline | undefined;
  /** The report to compare with, in place of the one that the workbook keeps. */
  readonly previous?: Report | null;
  /** The report of the same period of the year before, in place of the one that the workbook keeps. */
  readonly lastYear?: Report | null;
  /** True to leave out what rests on errors instead of marking it. */
  readonly clean?: boolean;
  /** True to take in every suggestion. */
  readonly withSuggestions?: boolean;
  /** True to print at the end where each number comes from. */
  readonly sources?: boolean;
}

/** Writes the report of a workbook; one that was checked already is not checked again. */
export function writeReport(book: FormsBook | CheckedForms, options: ReportOptions = {}): ReportOutcome {
  const { report, snapshot } = book;
  const { outline, previous = null, lastYear = null } = options;
  const { clean = false, withSuggestions = false, sources = false } = options;
  const kept = outline === undefined ? keptOutline(report) : null;
  const own = kept?.ok === true ? kept.value : outline;
  const chosen = chosenOutline(report.edition, own);
  // Outlines bind their facts to the rows of certain editions: another's rows would be told as those.
  const shared = typeof own === "object" ? own.base : (chosen?.id ?? null);
  if (chosen === null || (shared !== null && !report.edition.outlines.includes(shared))) {
    const outlines = usableOutlines(report.edition);
    return { kind: "no-outline", known: chosen !== null, outlines, unbound: [] };
  }
  const unbound = typeof own === "object" ? unboundFacts(chosen, report.edition, own.binds) : [];
  if (unbound.length > 0) {
    return { kind: "no-outline", known: true, outlines: usableOutlines(report.edition), unbound };
  }
  const compared = comparedWith(book, { earlier: previous, lastYear });
  const given = previous !== null || lastYear !== null;
  const judged = "judgement" in book && !given ? book.judgement : judge(report, null, compared);
  const { findings } = judged;
  const { narrative, content, errors } = writeUp(report, {
    outline: chosen,
    findings,
    ...compared,
    clean,
    withSuggestions,
    sources,
  });
  const cells = findTextCells(indexSnapshot(snapshot));
  return {
    kind: "written",
    written: {
      narrative,
      outline: chosen,
      content,
      errors,
      judgement: judged,
      sinceSigned: changesSinceSigned(report),
      gaps: gapsOf(narrative, chosen, cells),
      textCells: textCellsOf(chosen, cells),
    },
  };
}

/** The paragraphs of a written report that tell a cell or a number made from it, as printed and in order. */
export function sentencesAbout(written: WrittenReport, cell: CellAddress): readonly string[] {
  return paragraphsAbout(written, cell).map(paragraphText);
}

function chosenOutline(edition: Edition, outline: ReportOptions["outline"]): Outline | null {
  if (outline === undefined) return defaultOutline(edition);
  return typeof outline === "string" ? findOutline(outline) : outline.outline;
}

/** The outlines that come with the program among those that an edition names. */
function usableOutlines(edition: Edition): readonly string[] {
  return edition.outlines.filter((id) => outlineIds().includes(id));
}

function textCellsOf(
  outline: Outline,
  cells: ReadonlyMap<string, CellAddress>,
): ReadonlyMap<string, CellAddress> {
  const found = outline.sections.flatMap(
    ({ id, texts = [id] }): readonly (readonly [string, CellAddress])[] => {
      const cell = texts.map((place) => cells.get(place)).find((one) => one !== undefined);
      return cell === undefined ? [] : [[id, cell]];
    },
  );
  return new Map(found);
}

function gapsOf(
  { sections, missing }: Narrative,
  outline: Outline,
  cells: ReadonlyMap<string, CellAddress>,
): readonly Gap[] {
  const printed = new Map(sections.map((section) => [section.id, section]));
  const places = new Map(ownTextPlaces(outline.id).map((place) => [place.id, place]));
  let above: readonly Narrative["sections"][number][] = [];
  return outline.sections.flatMap(({ id, level, ownText, heading }): readonly Gap[] => {
    const section = printed.get(id);
    const around = above.filter((one) => one.level < level);
    above = section === undefined ? around : [...around, section];
    const here = missing.filter((item) => item.section === id);
    if (here.length === 0) return [];
    const place = places.get(id);
    return [
      {
        section: id,
        number: section?.number ?? null,
        heading: section?.heading ?? ownText?.heading ?? heading,
        around: around.filter(({ number }) => section?.number.startsWith(`${number}.`) !== true),
        place: place === undefined ? null : { heading: place.heading, cell: cells.get(id) ?? null },
        missing: here,
      },
    ];
  });
}
