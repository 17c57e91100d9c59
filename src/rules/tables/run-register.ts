import type { Report } from "../../report/report.js";
import type { TableReport, TableRow } from "../../report/table-report.js";
import { compareDays, shortDay, toSerial } from "../../values/day.js";
import { plainWords } from "../../values/words.js";
import type { TableCellRef } from "../finding.js";
import { type Failure, fails } from "../outcome.js";
import type { RegisterCheck, TableRule } from "../rule.js";
import {
  farNumbers,
  misplacedDocuments,
  type RegisteredDocument,
  registeredDocuments,
  repeatedNumbers,
} from "./register.js";

/** A row of a register that breaks a rule. */
export interface RegisterFailure {
  readonly row: TableRow;
  readonly outcome: Failure;
  readonly related: readonly TableCellRef[];
}

/** Runs one of the rules on registers of numbered documents, over all of its rows. */
export function runRegister(
  { column, severity, table: id }: TableRule,
  check: RegisterCheck,
  table: TableReport,
  report: Report,
): readonly RegisterFailure[] {
  switch (check.kind) {
    case "number-once":
      return [...repeatedNumbers(registeredDocuments(table))].map(([document, other]) => ({
        row: document.row,
        outcome: fails(severity, {
          rule: "value.duplicate",
          actual: document.name,
          expected: null,
          other: { row: other.row.row, name: withDate(other) },
        }),
        related: [{ table: id, row: other.row.row, column }],
      }));
    case "date-order":
      return misplacedDocuments(registeredDocuments(table)).map(({ document, before, after }) => ({
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
      return farNumbers(registeredDocuments(table)).map(({ document, next }) => ({
        row: document.row,
        outcome: fails(severity, { rule: "value.far", actual: document.name, expected: null, next }),
        related: [],
      }));
    case "working-day":
      return table.rows.flatMap((row) => {
        const reading = row.cells.get(column)?.reading;
        const day = reading?.kind === "date" ? toSerial(reading.day) % 7 : null;
        if (reading?.kind !== "date" || (day !== SATURDAY && day !== SUNDAY)) return [];
        const told = { actual: shortDay(reading.day), expected: null } as const;
        const weekend = day === SATURDAY ? "saturday" : "sunday";
        return [
          { row, outcome: fails(severity, { rule: "value.weekend", ...told, day: weekend }), related: [] },
        ];
      });
    case "year-in-subject":
      return yearsApart(column, check.subject, severity, table);
  }
}

/** Days of the week by serial number. */
const SATURDAY = 0;
const SUNDAY = 1;

/** A plan dated in one year for an earlier one was copied from last year's; reports may look back. */
function yearsApart(
  column: string,
  subject: string,
  severity: TableRule["severity"],
  table: TableReport,
): readonly RegisterFailure[] {
  const type = table.table.register?.type ?? "";
  return table.rows.flatMap((row) => {
    const text = (id: string) => {
      const reading = row.cells.get(id)?.reading;
      return reading?.kind === "text" ? reading.text : "";
    };
    const reading = row.cells.get(column)?.reading;
    const years = [...text(subject).matchAll(/năm (20\d\d)/giu)].map(([, year]) => Number(year));
    if (reading?.kind !== "date" || plainWords(text(type)) !== "kế hoạch" || years.length === 0) return [];
    const latest = Math.max(...years);
    if (latest >= reading.day.year) return [];
    const told = { actual: String(latest), expected: String(reading.day.year) };
    return [{ row, outcome: fails(severity, { rule: "value.year", ...told }), related: [] }];
  });
}

function outsideWindow(
  column: string,
  severity: TableRule["severity"],
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
