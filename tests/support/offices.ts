import { isNumberColumn } from "../../src/forms/tables.js";
import type { Report } from "../../src/report/report.js";
import type { TableReport } from "../../src/report/table-report.js";
import { type CellId, cellId } from "../../src/rules/behind.js";
import { cut, nearlyEqual, roundHalfUp } from "../../src/values/tolerance.js";
import { type BuildOptions, buildConsistent, type Consistent, reportOf, writings } from "./consistent.js";
import { type Drawn, FirstDraws, Redrawn } from "./draws.js";

/**
 * Whether some office could rightly hand in exactly this workbook, told without a rule of the product: only by
 * how reports are drawn (`consistent.ts`). The office is drawn again with other amounts, those that would make
 * the one number that differs, and what it then hands in is compared with the workbook, cell by cell.
 *
 * "Yes" is proved: that office stands there. "No" is only as good as the search: the shape of the report (which
 * tables and words) stays, and amounts change in proportion to what they do by themselves. Who
 * counts the noes that no rule finds so counts too many rather than too few.
 */
export class Offices {
  readonly #drawn: readonly Drawn[];
  readonly #base: Said;
  /** What one more of each amount changes; null where it would change the shape. */
  readonly #effects: readonly (Effect | null)[];
  readonly #changes = new Map<CellId, ReadonlyMap<number, number> | null>();

  constructor(
    readonly id: string,
    seed: number,
    readonly options: BuildOptions,
  ) {
    const draws = new FirstDraws(seed);
    this.#base = saidIn(reportOf(id, draws));
    this.#drawn = draws.drawn;
    this.#effects = this.#drawn.map(({ kind }, index) => (kind === "amount" ? this.#effectOf(index) : null));
  }

  /** True when an office could hand in the drawn workbook with this number in that cell, all else unchanged. */
  couldSay(cell: CellId, value: number, slipped: Report): boolean {
    // A share is worked out: the numbers stay, and it is written in another way.
    const before = this.#base.get(cell);
    const by = typeof before === "number" ? value - before : 0;
    const changes = by === 0 ? new Map<number, number>() : this.#changesFor(cell);
    if (changes === null) return false;
    const drawn = this.#drawn.map((one, index): Drawn => {
      const change = changes.get(index);
      if (change === undefined || one.kind !== "amount") return one;
      const changed = one.value + change * by;
      const whole = Math.round(changed);
      return { kind: "amount", value: nearlyEqual(changed, whole) ? whole : changed };
    });
    return [drawn, roundedOtherwise(drawn)].some((one) => {
      const draws = new Redrawn(one);
      const other = reportOf(this.id, draws);
      return draws.possible && says(slipped, other, buildConsistent(this.id, other, this.options));
    });
  }

  #effectOf(index: number): Effect | null {
    for (const step of [1, -1]) {
      const drawn = this.#drawn.map(
        (one, at): Drawn =>
          at === index && one.kind === "amount" ? { ...one, value: one.value + step } : one,
      );
      const draws = new Redrawn(drawn);
      const said = saidIn(reportOf(this.id, draws));
      if (!draws.complete || said.size !== this.#base.size) continue;
      const effect = new Map<CellId, number>();
      for (const [cell, number] of said) {
        const before = this.#base.get(cell);
        if (typeof before !== "number" || typeof number !== "number") {
          // Other words, or another cell: another shape.
          if (before !== number) return null;
          continue;
        }
        // Without the dust of binary fractions.
        const change = Number(((number - before) * step).toPrecision(9));
        if (!nearlyEqual(change, 0)) effect.set(cell, change);
      }
      return effect;
    }
    return null;
  }

  /** By how much each amount must change for that cell alone to say one more; null where none can. */
  #changesFor(cell: CellId): ReadonlyMap<number, number> | null {
    const known = this.#changes.get(cell);
    if (known !== undefined) return known;
    const changes = solve(this.#effects, cell);
    this.#changes.set(cell, changes);
    return changes;
  }
}

/** The same by an office that rounds its money where the other cuts it. */
function roundedOtherwise(drawn: readonly Drawn[]): readonly Drawn[] {
  return drawn.map((one) => {
    if (one.value === cut) return { kind: "shape", value: roundHalfUp };
    return one.value === roundHalfUp ? { kind: "shape", value: cut } : one;
  });
}

type Effect = ReadonlyMap<CellId, number>;
type Said = ReadonlyMap<CellId, number | string>;

/** What an office writes down; the numbers that it works out as shares left out. */
function saidIn({ values, tables, written }: Consistent): Said {
  const shares = new Set(written.flatMap(({ keys }) => keys));
  const said = new Map<CellId, number | string>();
  for (const [key, value] of Object.entries(values)) if (!shares.has(key)) said.set(key, value);
  for (const [table, rows] of Object.entries(tables)) {
    rows.forEach((row, index) => {
      for (const [column, value] of Object.entries(row)) {
        said.set(cellId({ table, row: index + 1, column }), value);
      }
    });
  }
  return said;
}

/** Amounts whose changes together leave every cell but one as it is, and add one there. */
function solve(effects: readonly (Effect | null)[], cell: CellId): ReadonlyMap<number, number> | null {
  // Each equation: what the amounts' changes do to one cell. Only those that hang together with the wanted one.
  const rows = new Map<CellId, Map<number, number>>();
  effects.forEach((effect, index) => {
    for (const [at, change] of effect ?? []) {
      const row = rows.get(at) ?? new Map<number, number>();
      rows.set(at, row.set(index, change));
    }
  });
  const wanted = rows.get(cell);
  if (wanted === undefined) return null;
  const [near, amounts] = [new Set<CellId>([cell]), new Set<number>()];
  for (const at of near) {
    for (const index of rows.get(at)?.keys() ?? []) {
      amounts.add(index);
      for (const other of effects[index]?.keys() ?? []) near.add(other);
    }
  }
  const columns = [...amounts];
  const matrix = [...near].map((at) => [
    ...columns.map((index) => rows.get(at)?.get(index) ?? 0),
    at === cell ? 1 : 0,
  ]);
  return eliminated(matrix, columns);
}

/** Gauss and Jordan; amounts that nothing settles stay as they are. */
function eliminated(matrix: number[][], columns: readonly number[]): ReadonlyMap<number, number> | null {
  const last = columns.length;
  const pivots: number[] = [];
  for (let column = 0; column < last; column++) {
    const from = pivots.length;
    let best = from;
    for (let row = from; row < matrix.length; row++) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0)) best = row;
    }
    const pivot = matrix[best];
    const factor = pivot?.[column] ?? 0;
    if (pivot === undefined || nearlyEqual(factor, 0)) continue;
    matrix[best] = matrix[from] ?? pivot;
    matrix[from] = pivot.map((number) => number / factor);
    const unit = matrix[from] ?? pivot;
    matrix.forEach((row, index) => {
      const times = row[column] ?? 0;
      if (index === from || times === 0) return;
      for (let at = column; at <= last; at++) row[at] = (row[at] ?? 0) - times * (unit[at] ?? 0);
    });
    pivots.push(column);
  }
  if (matrix.slice(pivots.length).some((row) => !nearlyEqual(row[last] ?? 0, 0))) return null;
  const changes = new Map<number, number>();
  pivots.forEach((column, index) => {
    const change = matrix[index]?.[last] ?? 0;
    const amount = columns[column];
    if (amount !== undefined && !nearlyEqual(change, 0)) changes.set(amount, change);
  });
  return changes;
}

/** True when a workbook says in every typed cell what an office hands in, shares in any way of writing. */
function says(report: Report, office: Consistent, built: Report): boolean {
  const shares = new Map(office.written.flatMap((share) => share.keys.map((key) => [key, share] as const)));
  const said = new Map<object, number>();
  for (const [key, { cell, reading }] of report.values) {
    if (cell.formula !== "") continue;
    const other = built.values.get(key)?.reading;
    if (reading.kind !== "number") {
      if (reading.kind !== other?.kind) return false;
      continue;
    }
    const share = shares.get(key);
    if (share === undefined) {
      if (other?.kind !== "number" || !nearlyEqual(other.value, reading.value)) return false;
      continue;
    }
    if (!writings(share.part, share.whole).some((way) => nearlyEqual(way, reading.value))) return false;
    // Rows that say the same share say it alike.
    if (!nearlyEqual(said.get(share) ?? reading.value, reading.value)) return false;
    said.set(share, reading.value);
  }
  if (report.tables.size !== built.tables.size) return false;
  for (const [id, table] of report.tables) {
    const other = built.tables.get(id);
    if (other === undefined || !tableSays(table, other)) return false;
  }
  return true;
}

function tableSays(table: TableReport, other: TableReport): boolean {
  if (table.rows.length !== other.rows.length) return false;
  const [ours, theirs] = [table, other].map(({ rows, total }) => [
    ...rows.map(({ cells }) => cells),
    ...(total === null ? [] : [total]),
  ]);
  return (ours ?? []).every((cells, index) =>
    [...cells].every(([id, { cell, reading }]) => {
      if (cell.formula !== "") return true;
      const built = theirs?.[index]?.get(id)?.reading;
      if (reading.kind === "text" && built?.kind === "text") return reading.text === built.text;
      if (reading.kind !== "number" || built?.kind !== "number") return reading.kind === built?.kind;
      const column = table.table.columns.find((one) => one.id === id);
      const formula = column !== undefined && isNumberColumn(column) ? column.formula : undefined;
      if (formula?.kind !== "ratio") return nearlyEqual(built.value, reading.value);
      const [part, whole] = [formula.numerator, formula.denominator].map((columns) =>
        columns.reduce((sum, one) => {
          const number = theirs?.[index]?.get(one)?.reading;
          return sum + (number?.kind === "number" ? number.value : 0);
        }, 0),
      );
      return writings(part ?? 0, whole ?? 0).some((way) => nearlyEqual(way, reading.value));
    }),
  );
}
