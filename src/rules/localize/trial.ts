import {
  eachIndicator,
  findIndicator,
  type IndicatorKey,
  type IndicatorRef,
  indicatorKey,
  isAmount,
} from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import { feedsOf, findColumn, isNumberColumn, type TableFeed } from "../../forms/tables.js";
import type { IndicatorValue, Report } from "../../report/report.js";
import type { TableCell, TableReport, TableRow } from "../../report/table-report.js";
import type { CellValue } from "../../values/cell.js";
import { type NumberValue, type Reading, readCell } from "../../values/reading.js";
import { decimalsOf, roundHalfUp } from "../../values/tolerance.js";
import { Behind, wiringOf } from "../behind.js";
import type { CellRef, TableCellRef } from "../finding.js";
import { exactRatio, type RatioParts } from "../kinds/amounts.js";
import { once } from "../once.js";
import { computedIn, FRESH_TOTALS, readingIn, sum } from "../tables/numbers.js";
import { fedNumber } from "../tables/run-fed.js";
import { type Followers, followersOf } from "./followers.js";
import type { CellKind } from "./repairs.js";

/** A number that somebody typed: what may have been mistyped. */
export interface TypedCell {
  readonly ref: CellRef;
  readonly value: number;
  readonly kind: CellKind;
  /** True where it stands as text, which the sheet's own sums leave out. */
  readonly isText: boolean;
}

/** A cell that somebody types into, with the number that stands there; null while it is blank. */
export interface Place {
  readonly ref: CellRef;
  readonly value: number | null;
  /** Null for the heading of a group, which is to hold nothing. */
  readonly kind: CellKind | null;
}

/** What a cell is to hold; null for nothing. */
export interface Put {
  readonly ref: CellRef;
  readonly value: number | null;
}

/** How near two cells stand: next to one another, or in one form, row or column. */
export type Nearness = "beside" | "in-line" | "apart";

/** So many rows of a form, or columns of a table, further a cell is still beside: a share often stands between. */
const BESIDE = 2;

const BLANK: Reading = { kind: "blank" };

type MutableCells = Map<string, TableCell>;

/**
 * A copy of a report in which single numbers can be tried and taken back. Cells with formulas follow:
 * ratios of the forms, sums, differences and totals of the tables, form rows that tables feed.
 */
export class Trial {
  readonly report: Report;
  readonly #values: Map<IndicatorKey, IndicatorValue>;
  readonly #rows = new Map<string, MutableCells>();
  readonly #undo: (() => void)[] = [];
  readonly #ratios: ReadonlyMap<IndicatorKey, RatioParts>;
  readonly #feeds: readonly TableFeed[];
  readonly #kinds: ReadonlyMap<IndicatorKey, CellKind>;
  readonly #behind: Behind;

  constructor(report: Report) {
    this.#values = new Map(report.values);
    const tables = new Map<string, TableReport>();
    for (const [id, table] of report.tables) {
      const rows: TableRow[] = table.rows.map((row) => {
        const cells = new Map(row.cells);
        if (row.kind === "record") this.#rows.set(`${id}#${row.row}`, cells);
        return { ...row, cells };
      });
      const total = table.total === null ? null : new Map(table.total);
      if (total !== null) this.#rows.set(`${id}#total`, total);
      tables.set(id, { ...table, rows, total });
    }
    this.report = { ...report, values: this.#values, tables };
    this.#behind = new Behind(this.report);
    this.#ratios = wiringOf(report.edition).ratios;
    this.#feeds = feedsOf(report.edition);
    this.#kinds = kindsOf(report.edition);
  }

  /** The typed number in a cell; null for blanks, words, formulas and cells that hold no amount. */
  typed(ref: CellRef): TypedCell | null {
    if ("form" in ref) {
      const key = indicatorKey(ref.form, ref.code);
      const cell = this.#values.get(key);
      const kind = this.#kinds.get(key);
      if (cell === undefined || kind === undefined || cell.cell.formula !== "") return null;
      return cell.reading.kind === "number"
        ? typedCell(ref, cell.cell.value, cell.reading.value, kind)
        : null;
    }
    const cell = this.#rows.get(`${ref.table}#${ref.row ?? "total"}`)?.get(ref.column);
    const column = this.report.tables.get(ref.table)?.table.columns.find(({ id }) => id === ref.column);
    if (cell === undefined || column === undefined || !isNumberColumn(column)) return null;
    if (cell.cell.formula !== "" || cell.reading.kind !== "number") return null;
    return typedCell(ref, cell.cell.value, cell.reading.value, column.kind);
  }

  /** The cell as a place for a number; null where a formula, words or a choice stand, or nothing can be typed. */
  place(ref: CellRef): Place | null {
    const found = "form" in ref ? this.#placeInForm(ref) : this.#placeInTable(ref);
    if (found === null || found.cell.cell.formula !== "") return null;
    const { reading: stated, cell } = found.cell;
    // What stands in a heading is read as words.
    const reading = stated.kind === "text" ? readCell(cell, { kind: "money" }, null) : stated;
    if (reading.kind === "number") return { ref, value: reading.value, kind: found.kind };
    return reading.kind === "blank" ? { ref, value: null, kind: found.kind } : null;
  }

  #placeInForm(ref: IndicatorRef) {
    const key = indicatorKey(ref.form, ref.code);
    const cell = this.#values.get(key);
    const kind = this.#kinds.get(key) ?? (isHeading(this.report.edition, ref) ? null : undefined);
    return cell === undefined || cell.address === null || kind === undefined ? null : { cell, kind };
  }

  #placeInTable(ref: TableCellRef) {
    const cell = this.#rows.get(`${ref.table}#${ref.row ?? "total"}`)?.get(ref.column);
    const table = this.report.tables.get(ref.table)?.table;
    const column = table === undefined ? null : findColumn(table, ref.column);
    return cell === undefined || column === null || !isNumberColumn(column)
      ? null
      : { cell, kind: column.kind };
  }

  /** True when the row above or below says the same number: one of them may have been typed twice. */
  repeatsNeighbour(ref: CellRef): boolean {
    const own = this.typed(ref);
    if (own === null || own.value === 0) return false;
    return this.#neighbours(ref).some((cell) => this.typed(cell)?.value === own.value);
  }

  /** How near two cells stand. */
  nearness(a: CellRef, b: CellRef): Nearness {
    if ("form" in a) {
      if (!("form" in b) || a.form !== b.form) return "apart";
      const rows = this.#rowsOf(a.form);
      const place = (code: string) => rows.findIndex((row) => row.code === code);
      return Math.abs(place(a.code) - place(b.code)) <= BESIDE ? "beside" : "in-line";
    }
    if ("form" in b || a.table !== b.table) return "apart";
    if (a.row === b.row) {
      const columns = this.report.tables.get(a.table)?.table.columns ?? [];
      const place = (column: string) => columns.findIndex(({ id }) => id === column);
      return Math.abs(place(a.column) - place(b.column)) <= BESIDE ? "beside" : "in-line";
    }
    if (a.column !== b.column) return "apart";
    return a.row !== null && b.row !== null && Math.abs(a.row - b.row) === 1 ? "beside" : "in-line";
  }

  #rowsOf(form: number) {
    const rows = this.report.edition.forms.find(({ number }) => number === form)?.indicators ?? [];
    return rows.filter(({ kind }) => kind !== "heading");
  }

  #neighbours(ref: CellRef): readonly CellRef[] {
    if ("table" in ref) {
      const table = this.report.tables.get(ref.table);
      const columns = table?.table.columns.map(({ id }) => id) ?? [];
      const at = columns.indexOf(ref.column);
      const beside = [columns[at - 1], columns[at + 1]].flatMap((column) =>
        column === undefined ? [] : [{ ...ref, column }],
      );
      return ref.row === null
        ? beside
        : [...beside, { ...ref, row: ref.row - 1 }, { ...ref, row: ref.row + 1 }];
    }
    const rows = this.#rowsOf(ref.form);
    const at = rows.findIndex(({ code }) => code === ref.code);
    return [rows[at - 1], rows[at + 1]].flatMap((row) =>
      row === undefined ? [] : [{ form: ref.form, code: row.code }],
    );
  }

  /** The typed cells that a cell's number comes from: itself, or those that its formula leads to. */
  sources(ref: CellRef): readonly CellRef[] {
    if (this.typed(ref) !== null) return [ref];
    return this.#behind.of(ref).filter((cell) => this.typed(cell) !== null);
  }

  /** The cell and all those that its number comes from, blank ones too. */
  behind(ref: CellRef): readonly CellRef[] {
    return this.#behind.of(ref);
  }

  /** Puts a number, or nothing, into a cell that somebody types into; what follows from it follows. */
  try(ref: CellRef, value: number | null): void {
    if ("form" in ref) {
      const key = indicatorKey(ref.form, ref.code);
      this.#setRow(key, readingFor(value));
      this.#followRatios(key);
      return;
    }
    const cells = this.#rows.get(`${ref.table}#${ref.row ?? "total"}`);
    const table = this.report.tables.get(ref.table);
    if (cells === undefined || table === undefined) return;
    this.#setCell(cells, ref.column, readingFor(value));
    this.#followTable(table, cells, followersOf(table.table, ref.column), value === null);
  }

  /** Takes back everything that was tried. */
  undo(): void {
    for (let last = this.#undo.pop(); last !== undefined; last = this.#undo.pop()) last();
  }

  #followRatios(changed: IndicatorKey): void {
    for (const [key, of] of this.#ratios) {
      if (of.numerator !== changed && of.denominator !== changed) continue;
      const cell = this.#values.get(key);
      if (cell === undefined || cell.cell.formula === "") continue;
      const [numerator, denominator] = [this.#number(of.numerator), this.#number(of.denominator)];
      const told = numerator !== null && denominator !== null && denominator !== 0;
      this.#setRow(
        key,
        told ? numberReading(roundHalfUp(exactRatio(of, numerator, denominator), 2)) : { kind: "blank" },
      );
    }
  }

  /** @param clears true where a number is gone: what was made of it alone goes, too */
  #followTable(table: TableReport, cells: MutableCells, followers: Followers, clears: boolean): void {
    this.#followRow(table, cells, followers, clears);
    const { total } = table;
    const totals = total === null ? undefined : this.#rows.get(`${table.table.id}#total`);
    if (totals !== undefined && totals !== cells) {
      for (const column of followers.totals) {
        if (totals.get(column)?.cell.formula === "") continue;
        const numbers = FRESH_TOTALS.numbers(table, column);
        if (numbers !== null && numbers.length > 0) {
          this.#setCell(totals, column, numberReading(sum(numbers)));
        }
      }
      this.#followShares(totals, followers, clears);
    }
    for (const feed of this.#feeds) {
      if (feed.table !== table.table.id || !feed.columns.some((id) => followers.reached.has(id))) continue;
      const key = indicatorKey(feed.to.form, feed.to.code);
      const cell = this.#values.get(key);
      if (cell === undefined || cell.cell.formula === "") continue;
      const number = fedNumber(feed, table, this.report.info, FRESH_TOTALS);
      this.#setRow(key, number === null ? { kind: "blank" } : numberReading(roundHalfUp(number, 6)));
      this.#followRatios(key);
    }
  }

  #followRow({ table }: TableReport, cells: MutableCells, followers: Followers, clears: boolean): void {
    for (const { id } of followers.sums) {
      if (cells.get(id)?.cell.formula === "") continue;
      const computed = computedIn(cells, table, id);
      if (computed.kind === "number" || clears) this.#setCell(cells, id, computed);
    }
    this.#followShares(cells, followers, clears);
  }

  #followShares(cells: MutableCells, { shares }: Followers, clears: boolean): void {
    for (const { id, formula } of shares) {
      if (formula === undefined || cells.get(id)?.cell.formula === "") continue;
      const denominator = totalIn(cells, formula.denominator);
      if (denominator === 0) {
        if (clears) this.#setCell(cells, id, BLANK);
        continue;
      }
      const exact = (100 * totalIn(cells, formula.numerator)) / denominator;
      this.#setCell(cells, id, numberReading(roundHalfUp(exact, 2)));
    }
  }

  #number(key: IndicatorKey): number | null {
    const reading = this.#values.get(key)?.reading;
    return reading?.kind === "number" ? reading.value : null;
  }

  #setRow(key: IndicatorKey, reading: Reading): void {
    const before = this.#values.get(key);
    if (before === undefined) return;
    this.#undo.push(() => this.#values.set(key, before));
    this.#values.set(key, { ...before, reading });
  }

  #setCell(cells: MutableCells, column: string, reading: Reading): void {
    const before = cells.get(column);
    if (before === undefined) return;
    this.#undo.push(() => cells.set(column, before));
    cells.set(column, { ...before, reading });
  }
}

function typedCell(ref: CellRef, stands: CellValue, value: number, kind: CellKind): TypedCell {
  return { ref, value, kind, isText: typeof stands === "string" };
}

function isHeading(edition: Edition, ref: IndicatorRef): boolean {
  return findIndicator(edition, ref)?.kind === "heading";
}

/** What the columns say in a row, added up; cells without a number add nothing. */
function totalIn(cells: MutableCells, columns: readonly string[]): number {
  let total = 0;
  for (const column of columns) {
    const reading = readingIn(cells, column);
    if (reading.kind === "number") total += reading.value;
  }
  return total;
}

/** A number that is tried. Few rules ask for its decimals, and numbers are tried by the thousand. */
class TriedNumber implements NumberValue {
  readonly kind = "number";
  readonly typed = null;
  readonly alternative = null;

  constructor(readonly value: number) {}

  get decimals(): number {
    return decimalsOf(this.value);
  }
}

function readingFor(value: number | null): Reading {
  return value === null ? BLANK : numberReading(value);
}

function numberReading(value: number): NumberValue {
  return new TriedNumber(value);
}

const kinds = new WeakMap<Edition, ReadonlyMap<IndicatorKey, CellKind>>();

/** The rows that hold numbers, with the kind of each, worked out once for each edition. */
function kindsOf(edition: Edition): ReadonlyMap<IndicatorKey, CellKind> {
  return once(kinds, edition, () => {
    const found = new Map<IndicatorKey, CellKind>();
    for (const { form, indicator } of eachIndicator(edition)) {
      const key = indicatorKey(form.number, indicator.code);
      if (isAmount(indicator)) found.set(key, indicator.kind);
      else if (indicator.kind === "ratio") found.set(key, "percent");
    }
    return found;
  });
}
