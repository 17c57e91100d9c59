import type { Column, Table } from "../../forms/table-schema.js";
import type { ReportInfo } from "../../report/report.js";
import type { TableRow } from "../../report/table-report.js";
import { compareDays, shortDay, toSerial, weekendDay } from "../../values/day.js";
import { plainWords } from "../../values/words.js";
import type { Severity, Stated, ToldBy } from "../facts.js";
import { type FailureOf, fails } from "../outcome.js";
import type { Misplaced } from "../tables/date-order.js";
import type { Register } from "../tables/kept-register.js";
import { byRow, type FarNumber, type Repeated } from "../tables/numbering.js";
import { type RegisteredDocument, subjectColumn, textIn } from "../tables/register.js";
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
export type RegisterCheck = DocumentCheck | DayCheck;

/** A check of its documents, which it compares with one another. */
type DocumentCheck =
  /** No two documents of one type have the same number. */
  | { readonly kind: "number-once" }
  /** No two rows name different issuers of one document. */
  | { readonly kind: "one-issuer" }
  /** Within a series, a later number has no earlier date. */
  | { readonly kind: "date-order" }
  /** The number lies within reach of its series. */
  | { readonly kind: "number-in-reach" };

/** A check of the day in each of its rows. */
export type DayCheck =
  /** The date lies within the report's data window. */
  | { readonly kind: "in-window" }
  /** The date is a working day. */
  | { readonly kind: "working-day" }
  /** A plan is for the year of its date, or a later one. */
  | { readonly kind: "year-in-subject"; readonly subject: string };

/** True for a check that looks at one row at a time. */
export function isDayCheck(check: RegisterCheck): check is DayCheck {
  return check.kind === "in-window" || check.kind === "working-day" || check.kind === "year-in-subject";
}

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

interface RegisterRule {
  readonly column: string;
  readonly severity: Severity;
}

/** First and last day of the data. */
type DataWindow = Pick<ReportInfo, "from" | "to">;

/** What one of the rules on a register finds in a row. */
type RegisterOutcome = FailureOf<ToldBy<RegisterFacts>>;

/** What a rule on documents finds: one and the same object as long as it is so. */
export type Found = Repeated | Misplaced | FarNumber;

/** What one of the rules finds among the documents of a register, in the order of the rows. */
export function runOnDocuments(
  { kind }: DocumentCheck,
  { numberings, issuedTwice }: Register,
): readonly Found[] {
  if (kind === "one-issuer") return issuedTwice;
  const found: Found[] = [];
  for (const { repeated, misplaced, far } of numberings.values()) {
    found.push(...(kind === "number-once" ? repeated : kind === "date-order" ? misplaced : far));
  }
  return byRow(found);
}

/** A document that breaks a rule. */
interface DocumentFailure {
  readonly row: TableRow;
  readonly outcome: RegisterOutcome;
  /** The other row that took part. */
  readonly other: TableRow | null;
}

/** What is told of something that a rule on documents found. */
export function documentFailure(found: Found, { kind }: DocumentCheck, severity: Severity): DocumentFailure {
  const { document } = found;
  const { row } = document;
  if ("other" in found) return duplicate(found, severity, kind === "one-issuer");
  if ("next" in found) {
    const told = { actual: document.name, expected: null, next: found.next } as const;
    return { row, outcome: fails(severity, { rule: "value.far", ...told }), other: null };
  }
  const { before, after } = found;
  const told = { actual: withDate(document), expected: null, before, after } as const;
  return { row, outcome: fails(severity, { rule: "value.order", ...told }), other: null };
}

/** Two rows that say the same of one document, where no two should; or all the same but for its issuer. */
function duplicate({ document, other }: Repeated, severity: Severity, isByIssuer: boolean): DocumentFailure {
  // Two offices may use one number on one day; for one and the same subject they do not.
  const grave = !isByIssuer || document.subject === other.subject ? severity : "info";
  const outcome = fails(grave, {
    rule: "value.duplicate",
    actual: isByIssuer ? withDate(document) : document.name,
    expected: null,
    other: { row: other.row.row, name: withDate(other) },
    issuers: isByIssuer ? { own: document.issuerText, other: other.issuerText } : null,
  });
  return { row: document.row, outcome, other: other.row };
}

/** Runs one of the rules on the day in a row of a register; null where it holds. */
export function runOnDay(
  check: DayCheck,
  { column, severity }: RegisterRule,
  row: TableRow,
  { register }: Table,
  window: DataWindow,
): RegisterOutcome | null {
  const reading = row.cells.get(column)?.reading;
  if (reading?.kind !== "date") return null;
  const { day } = reading;
  switch (check.kind) {
    case "in-window": {
      const { from, to } = window;
      if (from === null || to === null) return null;
      if (compareDays(day, from) >= 0 && compareDays(day, to) <= 0) return null;
      const expected = `${shortDay(from)} - ${shortDay(to)}`;
      return fails(severity, { rule: "period.window", actual: shortDay(day), expected });
    }
    case "working-day": {
      const off = weekendDay(toSerial(day));
      const told = { actual: shortDay(day), expected: null } as const;
      return off === null ? null : fails(severity, { rule: "value.weekend", ...told, day: off });
    }
    case "year-in-subject": {
      const year = yearOfPlan(row, register?.type ?? "", check.subject);
      if (year === null || year >= day.year) return null;
      return fails(severity, { rule: "value.year", actual: String(year), expected: String(day.year) });
    }
  }
}

/** The latest year that the subject of a plan names: a plan dated in a later one was copied from last year's. Reports may look back. */
function yearOfPlan(row: TableRow, type: string, subject: string): number | null {
  if (plainWords(textIn(row, type)) !== "kế hoạch") return null;
  const years = [...textIn(row, subject).matchAll(/năm (20\d\d)/giu)].map(([, year]) => Number(year));
  return years.length === 0 ? null : Math.max(...years);
}

function withDate({ name, date }: RegisteredDocument): string {
  return date === null ? name : `${name} ngày ${shortDay(date)}`;
}
