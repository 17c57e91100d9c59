import type { Report } from "../../report/report.js";
import { sameDay } from "../../values/day.js";
import type { RunContext } from "../kinds/scope.js";
import { differences } from "./difference.js";
import { evaluateTable, type TableOutcome } from "./evaluate.js";

/** What the rules of every table of a workbook say. */
export interface TableOutcomes {
  readonly outcomes: ReadonlyMap<string, TableOutcome>;
  /** Tables that differ from the report before: all of them where there is none. */
  readonly changed: ReadonlySet<string>;
}

/**
 * Runs the rules of the tables; where there was a report before, only those that look at something of a
 * table or of the report's information that is otherwise now.
 */
export function judgeTables(
  context: RunContext,
  before: { readonly report: Report; readonly outcomes: TableOutcomes } | null,
): TableOutcomes {
  const { report } = context;
  if (before === null) {
    const outcomes = new Map([...report.tables].map(([id, table]) => [id, evaluateTable(table, context)]));
    return { outcomes, changed: new Set(report.tables.keys()) };
  }
  const different = differences(report, before.report);
  const sameInfo = sameForRegisters(report, before.report);
  const outcomes = new Map<string, TableOutcome>();
  for (const [id, table] of report.tables) {
    const outcome = before.outcomes.outcomes.get(id);
    const { agrees, register } = table.table;
    const stale =
      different.has(id) ||
      agrees.some((agreement) => different.has(agreement.with.table)) ||
      (!sameInfo && register !== undefined);
    const known = outcome === undefined ? null : { outcome, differences: different, sameInfo };
    outcomes.set(id, known === null || stale ? evaluateTable(table, context, known) : known.outcome);
  }
  return { outcomes, changed: new Set(different.keys()) };
}

/** Registers are compared with the data window, and with the name of the office that keeps them. */
function sameForRegisters({ info: a }: Report, { info: b }: Report): boolean {
  return sameDay(a.from, b.from) && sameDay(a.to, b.to) && a.organization === b.organization;
}
