import type { Report } from "../../report/report.js";
import type { TableReport, TableRow } from "../../report/table-report.js";
import { compareDays, shortDay } from "../../values/day.js";
import type { TableCellRef } from "../finding.js";
import { type Failure, fails } from "../outcome.js";
import type { RegisterCheck, TableRule } from "../rule.js";
import {
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
  }
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
