import type { FileFault } from "../forms/faults.js";
import { fetchEditions } from "../forms/fetch-edition.js";
import type { CaptureScope, WorkbookHost } from "../hosts/port.js";
import type { Report } from "../report/report.js";
import { carriedText } from "../workbook/reading/carried-text.js";
import {
  editionIdOf,
  editionsInQuestion,
  identifyEdition,
  isReportWorkbook,
} from "../workbook/reading/identify.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import { asked, type JobResult } from "./guard.js";

/** What a workbook turned out to hold. */
export type Book = EmptyBook | ForeignBook | FormsBook;

interface AnyBook {
  readonly snapshot: WorkbookSnapshot;
  /** True when cells of ours stand in it, however damaged: a workbook may also merely name an edition. */
  readonly standing: boolean;
}

/** Nothing tells which forms these are; where nothing stands either, there are none of ours. */
export interface EmptyBook extends AnyBook {
  readonly kind: "empty";
}

/** Forms of an edition that cannot be used here. */
export interface ForeignBook extends AnyBook {
  readonly kind: "foreign";
  /** Its id, as far as the workbook tells one. */
  readonly edition: string;
  /** What is wrong with the edition that the workbook carries; null when neither it nor the program has one of that id. */
  readonly faults: readonly FileFault[] | null;
}

/** A workbook with its report. */
export interface FormsBook extends AnyBook {
  readonly kind: "forms";
  readonly report: Report;
  /** The report of the period before, where the workbook keeps its values. */
  readonly earlier: Report | null;
  /** That of the same period of the year before, where the workbook keeps its values. */
  readonly lastYear: Report | null;
}

/** Reads a workbook, one round trip, and says what it holds. */
export async function open(host: WorkbookHost, scope: CaptureScope = "ours"): Promise<JobResult<Book>> {
  const captured = await asked(() => host.capture(scope));
  return captured.ok ? { ok: true, value: await bookOf(captured.value) } : captured;
}

/** What reads an edition that a workbook carries is fetched with the first that does: few do. */
async function carriedBy(snapshot: WorkbookSnapshot) {
  if (carriedText(snapshot) === null) return null;
  const { carriedEdition } = await import(
    /* webpackChunkName: "carried" */ "../workbook/reading/carried-edition.js"
  );
  return carriedEdition(snapshot);
}

/** What a captured workbook holds. What reads forms is fetched with the first of them: most begin blank. */
export async function bookOf(snapshot: WorkbookSnapshot): Promise<Book> {
  const standing = isReportWorkbook(snapshot);
  const editions = await fetchEditions(editionsInQuestion(snapshot));
  const identified = identifyEdition(snapshot, editions, await carriedBy(snapshot));
  switch (identified.kind) {
    case "none":
      return { kind: "empty", snapshot, standing };
    case "unknown":
      return { kind: "foreign", snapshot, standing, edition: identified.id, faults: null };
    case "unusable": {
      const edition = editionIdOf(snapshot, editions) ?? "";
      return { kind: "foreign", snapshot, standing, edition, faults: identified.faults };
    }
    case "found": {
      const { edition } = identified;
      const { readForms } = await import(/* webpackChunkName: "judge" */ "./read-forms.js");
      return { kind: "forms", snapshot, standing, ...readForms(edition, snapshot) };
    }
  }
}
