import type { Edition, PeriodId } from "../forms/schema.js";
import { insertedTables } from "../forms/tables.js";
import type { ApplyReport, WorkbookHost } from "../hosts/port.js";
import { defaultOutlineId, ownTextPlaces } from "../narrative/own-text-places.js";
import type { InfoKey } from "../report/info-fields.js";
import { type InfoEntries, type InfoFault, infoFromJson } from "../workbook/filling/info-entries.js";
import { sheetOfForm } from "../workbook/layout/form-layout.js";
import type { WorkbookPlan } from "../workbook/plan.js";
import { planReportWorkbook } from "../workbook/planning/plan-workbook.js";
import { fedEntries, planTables } from "../workbook/planning/tables/plan-tables.js";
import { indexSnapshot } from "../workbook/snapshot-index.js";
import type { JobFault } from "./guard.js";
import type { Book } from "./open.js";
import { perform, type Work } from "./perform.js";
import { asksInfo, tablesOf } from "./preview.js";

/*
 * Laying out the sheets needs all their styles, and most openings of a workbook do not: a client that
 * counts its bytes loads this module when it is to insert.
 */

/** What is known of a report before its sheets stand; the rest is typed on the sheet. */
export interface KnownInfo {
  readonly organization: string;
  readonly superior: string;
  readonly period: PeriodId | null;
  readonly year: number | null;
}

/** The forms that somebody wants in a workbook. */
export interface Wanted {
  /** For a workbook that has forms already, theirs is taken. */
  readonly edition: Edition;
  /** For a workbook that tells its own information, that is taken. */
  readonly info: KnownInfo;
  /** Ids of the supplementary tables. */
  readonly tables: Iterable<string>;
}

/**
 * What inserting would write: all of a new report, or what a workbook with forms lacks. Null for
 * forms that cannot be used here.
 */
export function proposeInsertion(book: Book, { edition, info, tables }: Wanted): Work | null {
  if (book.kind === "foreign") return null;
  if (book.kind === "empty") return { plan: planReport(edition, info, tables), edits: [] };
  const { report } = book;
  const adopted = indexSnapshot(book.snapshot).adoptedAs !== null;
  const wanted = new Set([...tablesOf(book), ...tables]);
  const added = [...wanted].filter((id) => !report.tables.has(id)).map((id) => ({ id }));
  const plan = planReport(report.edition, asksInfo(book) ? info : report.info, wanted);
  return {
    plan: adopted ? withoutForms(plan, report.edition) : plan,
    // The plan alone writes the formulas of fed cells only where no row of the form has moved.
    edits: fedEntries(planTables(report.edition, added), report),
  };
}

/** What stands beside the forms: a stranger's workbook has forms of its own, whatever their sheets are called. */
function withoutForms(plan: WorkbookPlan, edition: Edition): WorkbookPlan {
  const forms = new Set(edition.forms.map(({ number }) => sheetOfForm(edition, number)));
  return {
    ...plan,
    sheets: plan.sheets.filter(({ name }) => !forms.has(name)),
    names: plan.names.filter(({ area }) => !forms.has(area.sheet)),
  };
}

/**
 * The sheets of a report.
 *
 * @param tables ids of its supplementary tables; by default those that the edition inserts
 */
export function planReport(
  edition: Edition,
  info: KnownInfo,
  tables: Iterable<string> = insertedTables(edition),
): WorkbookPlan {
  return planEntries(edition, entriesOf(edition, info), tables);
}

/** What came of putting a new report into a workbook. */
export type NewReport =
  | {
      readonly kind: "done";
      readonly report: ApplyReport;
      /** Keys of the information that no report has; they are left aside. */
      readonly unknownInfo: readonly string[];
    }
  | { readonly kind: "unusable-info"; readonly faults: readonly InfoFault[] }
  | { readonly kind: "refused"; readonly fault: JobFault };

/**
 * Puts a new report into a workbook.
 *
 * @param info as INFO.json has it (DESIGN section 8)
 */
export async function insertReport(
  host: WorkbookHost,
  edition: Edition,
  info: unknown,
  tables: Iterable<string> = insertedTables(edition),
): Promise<NewReport> {
  const given = infoFromJson(edition, info);
  if (!given.ok) return { kind: "unusable-info", faults: given.fault };
  const performed = await perform(host, {
    plan: planEntries(edition, given.value.entries, tables),
    edits: [],
  });
  return performed.kind === "done"
    ? { ...performed, unknownInfo: given.value.unknownKeys }
    : { kind: "refused", fault: performed.fault };
}

function entriesOf(edition: Edition, { organization, superior, period, year }: KnownInfo): InfoEntries {
  const entries = new Map<InfoKey, string | number>();
  const texts = { organization, superior, period: edition.periods.find(({ id }) => id === period)?.name };
  for (const key of ["organization", "superior", "period"] as const) {
    const text = texts[key]?.normalize("NFC").trim() ?? "";
    if (text !== "") entries.set(key, text);
  }
  if (year !== null && Number.isInteger(year)) entries.set("year", year);
  return entries;
}

function planEntries(edition: Edition, entries: InfoEntries, tables: Iterable<string>): WorkbookPlan {
  const places = ownTextPlaces(defaultOutlineId(edition));
  const wanted = [...tables].map((id) => ({ id }));
  return planReportWorkbook(edition, entries, places, wanted);
}
