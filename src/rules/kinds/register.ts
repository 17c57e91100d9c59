import type { Column, Table } from "../../forms/table-schema.js";
import type { Report } from "../../report/report.js";
import type { TableReport, TableRow } from "../../report/table-report.js";
import { compareDays, type Day, shortDay, toSerial } from "../../values/day.js";
import { plainWords } from "../../values/words.js";
import type { Severity, Stated, ToldBy } from "../facts.js";
import { type FailureOf, fails } from "../outcome.js";
import {
  besideThem,
  farNumbers,
  misplacedDocuments,
  type RegisteredDocument,
  repeatedNumbers,
  subjectColumn,
  textIn,
  twiceIssued,
} from "../tables/register.js";
import type { Declared, Kind } from "./kind.js";

/** What the rules about registers of numbered documents know when they do not hold. */
export interface RegisterFacts {
  /** `issuers`: whom the two rows name, where they say the same of one document but for its issuer. */
  "value.duplicate": Stated<string> & {
    readonly other: { readonly row: number; readonly name: string };
    readonly issuers: { readonly own: string; readonly other: string } | null;
  };
  /** The documents before and after in the series; null at its ends. */
  "value.order": Stated<string> & { readonly before: string | null; readonly after: string | null };
  /** `next` is the highest number before it in its series. */
  "value.far": Stated<string> & { readonly next: string };
  "value.weekend": Stated<string> & { readonly day: "saturday" | "sunday" };
  /** The year that the subject names, and that of the date. */
  "value.year": Stated<string, string>;
  "period.window": Stated<string, string>;
}

/** A check of a register of numbered documents. */
export type RegisterCheck =
  /** No two documents of one type have the same number. */
  | { readonly kind: "number-once" }
  /** No two rows name different issuers of one document. */
  | { readonly kind: "one-issuer" }
  /** Within a series, a later number has no earlier date. */
  | { readonly kind: "date-order" }
  /** The date lies within the report's data window. */
  | { readonly kind: "in-window" }
  /** The number lies within reach of its series. */
  | { readonly kind: "number-in-reach" }
  /** The date is a working day. */
  | { readonly kind: "working-day" }
  /** A plan is for the year of its date, or a later one. */
  | { readonly kind: "year-in-subject"; readonly subject: string };

const KINDS = {
  "number-once": { rule: "value.duplicate" },
  "one-issuer": { rule: "value.duplicate" },
  "date-order": { rule: "value.order" },
  "in-window": { rule: "period.window" },
  "number-in-reach": { rule: "value.far" },
  "working-day": { rule: "value.weekend" },
  "year-in-subject": { rule: "value.year" },
} as const satisfies Readonly<Record<RegisterCheck["kind"], Kind<keyof RegisterFacts>>>;

export const REGISTER_KINDS: Readonly<Record<keyof typeof KINDS, Kind<keyof RegisterFacts>>> = KINDS;

type Owed = Declared<RegisterCheck, keyof RegisterFacts>;

function owed(severity: Severity, check: RegisterCheck): Owed {
  return { id: KINDS[check.kind].rule, severity, check };
}

/** What the columns of a register owe. */
export function registerRules(table: Table, column: Column): readonly Owed[] {
  const { register } = table;
  switch (column.id) {
    case register?.number:
      return [owed("error", { kind: "number-once" }), owed("info", { kind: "number-in-reach" })];
    case register?.issuer:
      return [owed("warning", { kind: "one-issuer" })];
    case register?.date:
      return [
        owed("warning", { kind: "date-order" }),
        owed("warning", { kind: "in-window" }),
        owed("info", { kind: "working-day" }),
        ...subjectRules(table),
      ];
    default:
      return [];
  }
}

/** The columns that a check of a register looks at. */
export function registerInputs(check: RegisterCheck, table: Table): readonly string[] {
  if (table.register === undefined) return [];
  const { type, number, symbol, date, issuer } = table.register;
  const subject = subjectColumn(table);
  switch (check.kind) {
    case "in-window":
    case "working-day":
      return [date];
    case "year-in-subject":
      return [date, type, check.subject];
    default:
      return [type, number, symbol, date, issuer, ...(subject === null ? [] : [subject])];
  }
}

function subjectRules(table: Table): readonly Owed[] {
  const subject = subjectColumn(table);
  return subject === null ? [] : [owed("info", { kind: "year-in-subject", subject })];
}

/** A row of a register that breaks a rule. */
interface RegisterFailure {
  readonly row: TableRow;
  readonly outcome: FailureOf<ToldBy<RegisterFacts>>;
  /** Rows of the same column that took part. */
  readonly related: readonly { readonly table: string; readonly row: number; readonly column: string }[];
}

interface RegisterRule {
  readonly table: string;
  readonly column: string;
  readonly severity: Severity;
}

/** Runs one of the rules on registers of numbered documents, over all of its rows or the `documents` in them. */
export function runRegister(
  { column, severity, table: id }: RegisterRule,
  check: RegisterCheck,
  table: TableReport,
  documents: readonly RegisteredDocument[],
  report: Report,
): readonly RegisterFailure[] {
  switch (check.kind) {
    case "number-once":
      return repeatedAt(documents).map(([document, other]) => ({
        row: document.row,
        outcome: fails(severity, {
          rule: "value.duplicate",
          actual: document.name,
          expected: null,
          other: { row: other.row.row, name: withDate(other) },
          issuers: null,
        }),
        related: [{ table: id, row: other.row.row, column }],
      }));
    case "one-issuer":
      return [...twiceIssued(documents, report.info.organization)].map(([document, other]) => ({
        row: document.row,
        // Two offices may use one number on one day; for one and the same subject they do not.
        outcome: fails(document.subject === other.subject ? severity : "info", {
          rule: "value.duplicate",
          actual: withDate(document),
          expected: null,
          other: { row: other.row.row, name: withDate(other) },
          issuers: { own: document.issuerText, other: other.issuerText },
        }),
        related: [{ table: id, row: other.row.row, column }],
      }));
    case "date-order":
      return misplacedDocuments(documents, doubtIn(documents, report)).map(({ document, before, after }) => ({
        row: document.row,
        outcome: fails(severity, {
          rule: "value.order",
          actual: withDate(document),
          expected: null,
          before,
          after,
        }),
        related: [],
      }));
    case "in-window":
      return outsideWindow(column, severity, table, report);
    case "number-in-reach":
      return farNumbers(documents).map(({ document, next }) => ({
        row: document.row,
        outcome: fails(severity, { rule: "value.far", actual: document.name, expected: null, next }),
        related: [],
      }));
    case "working-day":
      return table.rows.flatMap((row) => {
        const reading = row.cells.get(column)?.reading;
        const day = reading?.kind === "date" ? weekendDay(reading.day) : null;
        if (reading?.kind !== "date" || day === null) return [];
        const told = { actual: shortDay(reading.day), expected: null } as const;
        return [{ row, outcome: fails(severity, { rule: "value.weekend", ...told, day }), related: [] }];
      });
    case "year-in-subject":
      return yearsApart(column, check.subject, severity, table);
  }
}

/** Documents that other rules speak against: far numbers, numbers that occur twice, days off or outside the window. */
function doubtIn(
  documents: readonly RegisteredDocument[],
  { info: { from, to } }: Report,
): (document: RegisteredDocument) => boolean {
  let known: ReadonlySet<RegisteredDocument> | null = null;
  const doubted = () => {
    const far = farNumbers(documents).map(({ document }) => document);
    return new Set([...far, ...[...repeatedNumbers(documents)].flat()]);
  };
  return (document) => {
    known ??= doubted();
    const { date } = document;
    const outside =
      date !== null &&
      ((from !== null && compareDays(date, from) < 0) || (to !== null && compareDays(date, to) > 0));
    const isOff = date !== null && document.serial % 7 <= SUNDAY;
    return outside || isOff || known.has(document);
  };
}

/** The documents whose number another has, with that other: of the two the one that is out of order, else the second. */
function repeatedAt(
  documents: readonly RegisteredDocument[],
): readonly (readonly [RegisteredDocument, RegisteredDocument])[] {
  const repeated = [...repeatedNumbers(documents)];
  if (repeated.length === 0) return [];
  const doubted = new Set(repeated.flat());
  const beside = besideThem(documents, [...doubted]);
  const out = misplacedDocuments(beside, (document) => doubted.has(document));
  const misplaced = new Set(out.map(({ document }) => document));
  return repeated.map(([second, first]) =>
    misplaced.has(first) && !misplaced.has(second) ? [first, second] : [second, first],
  );
}

/** Days of the week by serial number. */
const SATURDAY = 0;
const SUNDAY = 1;

function weekendDay(day: Day): "saturday" | "sunday" | null {
  const place = toSerial(day) % 7;
  return place === SATURDAY ? "saturday" : place === SUNDAY ? "sunday" : null;
}

/** A plan dated in one year for an earlier one was copied from last year's; reports may look back. */
function yearsApart(
  column: string,
  subject: string,
  severity: Severity,
  table: TableReport,
): readonly RegisterFailure[] {
  const type = table.table.register?.type ?? "";
  return table.rows.flatMap((row) => {
    const reading = row.cells.get(column)?.reading;
    if (reading?.kind !== "date" || plainWords(textIn(row, type)) !== "kế hoạch") return [];
    const years = [...textIn(row, subject).matchAll(/năm (20\d\d)/giu)].map(([, year]) => Number(year));
    if (years.length === 0) return [];
    const latest = Math.max(...years);
    if (latest >= reading.day.year) return [];
    const told = { actual: String(latest), expected: String(reading.day.year) };
    return [{ row, outcome: fails(severity, { rule: "value.year", ...told }), related: [] }];
  });
}

function outsideWindow(
  column: string,
  severity: Severity,
  table: TableReport,
  { info: { from, to } }: Report,
): readonly RegisterFailure[] {
  if (from === null || to === null) return [];
  return table.rows.flatMap((row) => {
    const reading = row.cells.get(column)?.reading;
    if (reading?.kind !== "date") return [];
    if (compareDays(reading.day, from) >= 0 && compareDays(reading.day, to) <= 0) return [];
    const told = {
      rule: "period.window",
      actual: shortDay(reading.day),
      expected: `${shortDay(from)} - ${shortDay(to)}`,
    } as const;
    return [{ row, outcome: fails(severity, told), related: [] }];
  });
}

function withDate({ name, date }: RegisteredDocument): string {
  return date === null ? name : `${name} ngày ${shortDay(date)}`;
}
