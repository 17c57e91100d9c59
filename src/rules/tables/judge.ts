import type { Report } from "../../report/report.js";
import { sameDay } from "../../values/day.js";
import { differences, NEW, type TableDifference } from "./difference.js";
import { evaluateTable, type TableOutcome } from "./evaluate.js";
import { KeptTotals } from "./kept-totals.js";

/** What the rules of every table of a workbook say. */
export interface TableOutcomes {
  readonly outcomes: ReadonlyMap<string, TableOutcome>;
  /** What its columns add up to. */
  readonly totals: KeptTotals;
  /** What of its tables is otherwise than in the report before, by table; of all of them where there is none. */
  readonly changed: ReadonlyMap<string, TableDifference>;
}

/**
 * Runs the rules of the tables; where there was a report before, only those that look at something of a
 * table or of the report's information that is otherwise now.
 */
export function judgeTables(
  report: Report,
  before: { readonly report: Report; readonly outcomes: TableOutcomes } | null,
): TableOutcomes {
  if (before === null) {
    const totals = new KeptTotals();
    const context = { report, totals };
    const outcomes = new Map([...report.tables].map(([id, table]) => [id, evaluateTable(table, context)]));
    return { outcomes, totals, changed: new Map([...report.tables.keys()].map((id) => [id, NEW])) };
  }
  const changed = differences(report, before.report);
  const totals = before.outcomes.totals.after(before.report, report, changed);
  const sameInfo = sameForRegisters(report, before.report);
  const outcomes = new Map<string, TableOutcome>();
  for (const [id, table] of report.tables) {
    const outcome = before.outcomes.outcomes.get(id);
    const { agrees, register } = table.table;
    const stale =
      changed.has(id) ||
      agrees.some((agreement) => changed.has(agreement.with.table)) ||
      (!sameInfo && register !== undefined);
    const known = outcome === undefined ? null : { outcome, differences: changed, sameInfo };
    const fresh = known === null || stale;
    outcomes.set(id, fresh ? evaluateTable(table, { report, totals }, known) : known.outcome);
  }
  return { outcomes, totals, changed };
}

/** Registers are compared with the data window, and with the name of the office that keeps them. */
function sameForRegisters({ info: a }: Report, { info: b }: Report): boolean {
  return sameDay(a.from, b.from) && sameDay(a.to, b.to) && a.organization === b.organization;
}
