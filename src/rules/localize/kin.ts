import { feedsOf, type TableFeed } from "../../forms/tables.js";
import type { Report } from "../../report/report.js";
import { nearlyEqual } from "../../values/tolerance.js";
import type { Finding, RuleId } from "../finding.js";
import { once } from "../once.js";
import { numberIn } from "../tables/numbers.js";
import type { Defect } from "./defect.js";

/** What a wrong date of a register breaks, as it is told; the first says most of what is wrong. */
const OF_DATE: readonly RuleId[] = [
  "value.type",
  "period.window",
  "value.order",
  "value.year",
  "value.weekend",
];
/** What a wrong number of a register breaks. */
const OF_NUMBER: readonly RuleId[] = ["value.duplicate", "value.far"];

/**
 * Puts together what one wrong cell of a register breaks, which no arithmetic joins: a date of another
 * year lies outside the data window, falls on a Sunday and is missing in the form's count; a number
 * with a digit too many is out of its series and out of order. So does what a row counted twice brings
 * into the sums that forms and other tables are compared with. In the order of the defects.
 */
export function joinKin(defects: readonly Defect[], report: Report): readonly Defect[] {
  const byRow = new Map<string, Defect[]>();
  for (const defect of defects) {
    const { place } = defect.finding;
    if (place.kind !== "table" || place.row === null) continue;
    if (report.tables.get(place.table)?.table.register === undefined) continue;
    once(byRow, `${place.table}#${place.row}`, () => []).push(defect);
  }
  const joined = new Map<Defect, Defect>();
  const gone = new Set<Defect>();
  const join = (kin: readonly Defect[]) => {
    const [first, ...others] = kin;
    if (first === undefined || others.length === 0) return;
    const known = joined.get(first) ?? first;
    const also = others.flatMap((other) => {
      const its = joined.get(other) ?? other;
      gone.add(other);
      return [its.finding, ...its.also];
    });
    joined.set(first, { ...known, also: [...known.also, ...also], explanations: [], moves: [] });
  };
  for (const row of byRow.values()) join(kinIn(row));
  const counted = defects.filter(({ finding: { rule } }) => rule === "row.total" || rule === "row.repeated");
  for (const defect of defects) {
    const cause =
      causeOfCount(defect, defects, report) ?? counted.find((row) => makesUp(row, defect, report)) ?? null;
    if (cause !== null && !gone.has(cause)) join([cause, defect]);
  }
  return defects.flatMap((defect) => (gone.has(defect) ? [] : [joined.get(defect) ?? defect]));
}

/** What comes from one cell of a row, the one to tell first. A document out of order may have the wrong number or date. */
function kinIn(row: readonly Defect[]): readonly Defect[] {
  const of = (rules: readonly RuleId[]) =>
    rules.flatMap((rule) =>
      row.filter(({ finding }) => finding.rule === rule && finding.place.kind === "table"),
    );
  const ofNumber = of(OF_NUMBER);
  const outOfOrder = of(["value.order"]);
  const outside = of(["value.type", "period.window"]);
  if (ofNumber.length > 0 && outOfOrder.length > 0 && outside.length === 0)
    return [...ofNumber, ...outOfOrder];
  return ofNumber.length > 1 ? ofNumber : of(OF_DATE);
}

/**
 * What makes a form's count of rows differ from the table, where it is just that: so many rows dated
 * outside the window, without what is counted, or written twice. Null for all else.
 */
function causeOfCount(
  { finding }: Defect,
  defects: readonly Defect[],
  { edition, tables }: Report,
): Defect | null {
  const { place } = finding;
  if (finding.rule !== "cross.mismatch" || finding.by.kind !== "table" || place.kind !== "indicator")
    return null;
  const { by, imbalance } = finding;
  const feed = feedsOf(edition).find(
    ({ to, table }) => to.form === place.form && to.code === place.code && table === by.table,
  );
  if (feed === undefined || tables.get(feed.table)?.table.register === undefined) return null;
  for (const [sign, accounts] of [
    [1, isOutside],
    [1, isUncounted],
    [-1, isRepeated],
  ] as const) {
    const causes = defects.filter((defect) =>
      [defect.finding, ...defect.also].some(
        (one) => one.place.kind === "table" && one.place.table === feed.table && accounts(one, feed),
      ),
    );
    if (causes.length > 0 && imbalance === sign * causes.length) return causes[0] ?? null;
  }
  return null;
}

function isOutside({ rule }: Finding, { from }: TableFeed): boolean {
  return rule === "period.window" && typeof from === "object" && "countInWindow" in from;
}

function isUncounted({ rule, place }: Finding, { columns }: TableFeed): boolean {
  return rule === "value.missing" && place.kind === "table" && place.column === columns[0];
}

function isRepeated({ rule }: Finding): boolean {
  return rule === "value.duplicate";
}

/** True where two places differ by just what a row counted twice brings into the sums of its table. */
function makesUp({ finding: { place: at } }: Defect, { finding }: Defect, { tables }: Report): boolean {
  if (finding.rule !== "cross.mismatch" || finding.by.kind !== "table" || at.kind !== "table") return false;
  const { place, by, imbalance } = finding;
  const counted = tables.get(at.table);
  const row = counted?.rows.find(({ row }) => row === at.row);
  if (counted === undefined || row === undefined || imbalance === null) return false;
  const { table } = counted;
  const brings = (columns: readonly string[]) =>
    columns.reduce((sum, column) => {
      const reading = numberIn(row.cells, table, column);
      return sum + (reading.kind === "number" ? reading.value : 0);
    }, 0);
  if (by.table === at.table) return nearlyEqual(imbalance, -brings(by.columns));
  if (place.kind !== "table" || place.table !== at.table) return false;
  const own = table.agrees.find(
    ({ columns, with: other }) => columns[0] === place.column && other.table === by.table,
  );
  return own !== undefined && nearlyEqual(imbalance, brings(own.columns));
}
