import { type IndicatorKey, indicatorKey, refOf } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import type { NumberColumn } from "../forms/table-schema.js";
import { feedsOf, findColumn, isNumberColumn, type TableFeed } from "../forms/tables.js";
import type { Report } from "../report/report.js";
import type { RowCells } from "../report/table-report.js";
import type { CellRef } from "./finding.js";
import { type RatioParts, ratioParts } from "./kinds/amounts.js";
import { once } from "./once.js";
import { cellsOfFeed } from "./tables/run-fed.js";

/** A cell as a map key: `3/1.4`, or `dossiers-by-field#4#received-direct` (`#total#` for the total row). */
export type CellId = string;

/** The key of a cell. */
export function cellId(ref: CellRef): CellId {
  return "form" in ref
    ? indicatorKey(ref.form, ref.code)
    : `${ref.table}#${ref.row ?? "total"}#${ref.column}`;
}

/**
 * Where the numbers of a report come from: the cells that formulas lead to, down to those that
 * somebody typed. Sees the report as it stands when it is asked.
 */
export class Behind {
  readonly #report: Report;
  readonly #rows = new Map<string, RowCells>();
  readonly #wiring: Wiring;

  constructor(report: Report) {
    this.#report = report;
    this.#wiring = wiringOf(report.edition);
    for (const [id, table] of report.tables) {
      for (const { kind, row, cells } of table.rows) {
        if (kind === "record") this.#rows.set(`${id}#${row}`, cells);
      }
      if (table.total !== null) this.#rows.set(`${id}#total`, table.total);
    }
  }

  /** The cell itself and all cells that its formula, and theirs, are made from. */
  of(ref: CellRef): readonly CellRef[] {
    const found = new Map<CellId, CellRef>();
    const visit = (cell: CellRef) => {
      const id = cellId(cell);
      if (found.has(id)) return;
      found.set(id, cell);
      for (const part of this.#parts(cell)) visit(part);
    };
    visit(ref);
    return [...found.values()];
  }

  /** True for a cell that a formula fills. */
  isComputed(ref: CellRef): boolean {
    return this.#formula(ref) !== "";
  }

  /** The cells of a row of a table, or of its total row; undefined where there is none. */
  row(table: string, row: number | null): RowCells | undefined {
    return this.#rows.get(`${table}#${row ?? "total"}`);
  }

  #formula(ref: CellRef): string {
    const cell =
      "form" in ref
        ? this.#report.values.get(indicatorKey(ref.form, ref.code))
        : this.row(ref.table, ref.row)?.get(ref.column);
    return cell?.cell.formula ?? "";
  }

  #parts(ref: CellRef): readonly CellRef[] {
    if ("form" in ref) {
      if (!this.isComputed(ref)) return [];
      const key = indicatorKey(ref.form, ref.code);
      const ratio = this.#wiring.ratios.get(key);
      if (ratio !== undefined) return [refOf(ratio.numerator), refOf(ratio.denominator)];
      const feed = this.#wiring.feeds.get(key);
      if (feed === undefined) return [];
      return cellsOfFeed(feed, this.#report).flatMap((cell) =>
        cell.row === null ? this.#column(cell.table, cell.column) : [cell],
      );
    }
    const table = this.#report.tables.get(ref.table);
    // A total row that is not there is what its column adds up to.
    if (ref.row === null && table?.total === null) return this.#column(ref.table, ref.column);
    if (table === undefined || !this.isComputed(ref)) return [];
    const column = findColumn(table.table, ref.column);
    if (column === null || !isNumberColumn(column)) return [];
    if (ref.row === null && column.total === "sum") return this.#column(ref.table, ref.column, false);
    return partsOf(column).map((id) => ({ ...ref, column: id }));
  }

  /** The cells of a column: its total where there is one, else the rows. */
  #column(id: string, column: string, withTotal = true): readonly CellRef[] {
    const table = this.#report.tables.get(id);
    if (table === undefined) return [];
    if (withTotal && table.total !== null) return [{ table: id, row: null, column }];
    return table.rows.filter(({ kind }) => kind === "record").map(({ row }) => ({ table: id, row, column }));
  }
}

/** What the formulas of an edition's forms are made from. */
interface Wiring {
  readonly ratios: ReadonlyMap<IndicatorKey, RatioParts>;
  readonly feeds: ReadonlyMap<IndicatorKey, TableFeed>;
}

const known = new WeakMap<Edition, Wiring>();

/** The rows that are ratios of others or come from tables, worked out once for each edition. */
export function wiringOf(edition: Edition): Wiring {
  return once(known, edition, () => ({ ratios: ratiosOf(edition), feeds: fedRows(edition) }));
}

function ratiosOf(edition: Edition): ReadonlyMap<IndicatorKey, RatioParts> {
  const found = new Map<IndicatorKey, RatioParts>();
  for (const form of edition.forms) {
    for (const indicator of form.indicators) {
      const parts = indicator.kind === "ratio" ? ratioParts(form.number, indicator) : null;
      if (parts !== null) found.set(indicatorKey(form.number, indicator.code), parts);
    }
  }
  return found;
}

/** The first feed of a row writes its formula. */
function fedRows(edition: Edition): ReadonlyMap<IndicatorKey, TableFeed> {
  const found = new Map<IndicatorKey, TableFeed>();
  for (const feed of feedsOf(edition)) {
    const key = indicatorKey(feed.to.form, feed.to.code);
    if (!found.has(key)) found.set(key, feed);
  }
  return found;
}

/** The columns that a column's formula takes its number from. */
export function partsOf({ formula }: NumberColumn): readonly string[] {
  switch (formula?.kind) {
    case undefined:
      return [];
    case "sum":
      return formula.of;
    case "difference":
      return [formula.of, ...formula.minus];
    case "ratio":
      return [...formula.numerator, ...formula.denominator];
  }
}
