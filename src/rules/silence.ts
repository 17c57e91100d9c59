import { indicatorKey } from "../forms/indicators.js";
import { findColumn } from "../forms/tables.js";
import type { Report } from "../report/report.js";
import { Behind, type CellId, cellId, wiringOf } from "./behind.js";
import type { CellRef, Finding, RuleId } from "./finding.js";
import type { RatioParts } from "./kinds/amounts.js";
import { columnKey } from "./kinds/columns.js";
import type { FormCheck, TableCheck } from "./rule.js";

/** A rule that does not hold, at one place. */
export interface Failing {
  readonly finding: Finding;
  readonly check: FormCheck | TableCheck;
  /** The cell that the rule is about. */
  readonly at: CellRef;
  /** All the cells that it looks at, its own first. */
  looksAt(): readonly CellRef[];
}

/** What a number by itself cannot be, and what is none: the sheet's sums leave that out. */
const BY_ITSELF: ReadonlySet<RuleId> = new Set<RuleId>([
  "value.type",
  "value.negative",
  "value.integer",
  "value.percent-range",
  "value.choice",
  "value.fraction",
  "value.unit",
]);

/** What numbers owe to one another, and to those of the earlier period. */
export const AMONG: ReadonlySet<RuleId> = new Set<RuleId>([
  "ratio.mismatch",
  "ratio.undefined",
  "ratio.missing",
  "total.mismatch",
  "part.exceeds",
  "cross.mismatch",
  "period.decrease",
  "period.outlier",
]);

/**
 * The failing rules that say nothing for now, because a number that they look at cannot be right by
 * itself, or is made by formulas from a cell that cannot be read: what 3.000 / 1,5 makes of a ratio helps
 * nobody. So are the ratio of a part above its whole, and numbers that formulas make from such a one. Each with the rules that speak instead of it; it
 * speaks again once what they tell is mended.
 */
export function silencedBy(
  failing: readonly Failing[],
  report: Report,
): ReadonlyMap<Failing, readonly Failing[]> {
  const impossible = new Map<CellId, Failing[]>();
  const exceeded = new Map<string, { readonly pair: readonly CellId[]; readonly told: Failing }>();
  for (const one of failing) {
    const { finding, check, at } = one;
    if (BY_ITSELF.has(finding.rule)) {
      impossible.set(cellId(at), [...(impossible.get(cellId(at)) ?? []), one]);
    }
    if (check.kind !== "within") continue;
    const pair = one.looksAt().map(cellId);
    exceeded.set(pair.join(WITHIN), { pair, told: one });
  }
  if (impossible.size === 0 && exceeded.size === 0) return new Map();
  const behind = new Behind(report);
  const mismatched = new Set(
    failing.flatMap(({ finding, at }) => (finding.rule === "ratio.mismatch" ? [cellId(at)] : [])),
  );
  const impossibleIn = (ids: Iterable<CellId>) => [...ids].flatMap((id) => impossible.get(id) ?? []);
  const excessOf = (ratio: RatioParts<string> | null, at: CellRef) =>
    (ratio === null ? [] : [exceeded.get(pairOf(ratio, at))]).flatMap((found) => found?.told ?? []);
  /** What is wrong with the numbers that a formula made it of. */
  const madeOf = (at: CellRef): readonly Failing[] => {
    if (!behind.isComputed(at)) return [];
    const made = new Set(behind.of(at).map(cellId));
    made.delete(cellId(at));
    const pairs = [...exceeded.values()].filter(({ pair }) => pair.every((id) => made.has(id)));
    return [...impossibleIn(made), ...pairs.map(({ told }) => told)];
  };
  const insteadOf = ({ finding: { rule }, check, at, looksAt }: Failing): readonly Failing[] => {
    if (BY_ITSELF.has(rule)) {
      // A typed 150 % that agrees with its parts only says again that they are wrong.
      const repeats = rule === "value.percent-range" && !mismatched.has(cellId(at));
      return [...madeOf(at), ...(repeats ? excessOf(ratioAt(at, report), at) : [])];
    }
    if (!AMONG.has(rule)) return [];
    const looked = new Set(looksAt().flatMap((cell) => behind.of(cell).map(cellId)));
    const ratio = check.kind === "ratio" || check.kind === "ratio-filled" ? check.of : null;
    return [...impossibleIn(looked), ...excessOf(ratio, at)];
  };
  // One rule may speak for another on two grounds.
  return new Map(
    failing
      .map((one) => [one, [...new Set(insteadOf(one))]] as const)
      .filter(([, instead]) => instead.length > 0),
  );
}

/** Between the part and the whole of a broken bound, as a key. */
const WITHIN = " within ";

/** The parts of the ratio that stands in a cell; null for other numbers. */
function ratioAt(at: CellRef, report: Report): RatioParts<string> | null {
  if ("form" in at) return wiringOf(report.edition).ratios.get(indicatorKey(at.form, at.code)) ?? null;
  const table = report.tables.get(at.table)?.table;
  const column = table === undefined ? null : findColumn(table, at.column);
  if (column?.kind !== "percent" || column.formula === undefined) return null;
  const { numerator, denominator } = column.formula;
  return { kind: "share", numerator: columnKey(numerator), denominator: columnKey(denominator) };
}

function pairOf({ numerator, denominator }: RatioParts<string>, at: CellRef): string {
  // The key of a row of the forms is its id already.
  const id = (key: string) => ("form" in at ? key : cellId({ ...at, column: key }));
  return [numerator, denominator].map(id).join(WITHIN);
}
