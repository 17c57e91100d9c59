import type { Column, PercentColumn } from "../forms/table-schema.js";
import { isNumberColumn, labelColumn } from "../forms/tables.js";
import type { Report } from "../report/report.js";
import type { RowCells, TableReport, TableRow } from "../report/table-report.js";
import { statedShareText } from "../values/share.js";
import { roundHalfUp } from "../values/tolerance.js";
import { plainWords } from "../values/words.js";
import { type FactState, SILENT } from "./fact-state.js";
import { factText } from "./fact-text.js";
import { NumberArgument } from "./message.js";
import type { Origin } from "./origin.js";
import type { FactSource, RowsWhere } from "./outline.js";
import type { Fact } from "./section.js";

type ColumnSource = Extract<FactSource, { readonly column: string }>;
type CountSource = Extract<FactSource, { readonly count: string }>;

/**
 * A column's number: of the one row, of the rows with these labels added up, or of all of them. Silent
 * where the workbook has no such table or nobody filled the column: tables are hers to use or not.
 */
export function columnState(source: ColumnSource, report: Report): FactState {
  const filled = report.tables.get(source.table);
  const column = filled?.table.columns.find(({ id }) => id === source.column);
  if (filled === undefined || column === undefined || !isNumberColumn(column)) return SILENT;
  if (source.rows !== undefined) {
    const labels = source.rows.map(plainWords);
    return rowsState(
      filled,
      column,
      recordsOf(filled).filter((row) => labels.includes(labelOf(filled, row))),
    );
  }
  const records = recordsOf(filled);
  const [only] = records;
  if (filled.table.body.kind === "one") return only === undefined ? SILENT : rowState(filled, column, only);
  return totalState(filled, column) ?? rowsState(filled, column, records);
}

/** How many rows of a table hold something in a column. */
export function countState(source: CountSource, report: Report): FactState {
  const filled = report.tables.get(source.table);
  if (filled === undefined) return SILENT;
  const rows = recordsOf(filled).filter((row) => isFilled(row, source.count) && meets(row, source.where));
  const [first] = rows;
  const address = first?.cells.get(source.count)?.address ?? null;
  if (recordsOf(filled).length === 0) return SILENT;
  const origin: Origin = {
    kind: "rows",
    table: source.table,
    column: source.count,
    rows: rows.map(({ row }) => row),
  };
  const value = rows.length;
  const fact = { value, origin, address, derivation: "count" } as const;
  return {
    kind: "known",
    argument: new NumberArgument(fact, factText("count", value)),
    told: [],
    rests: [origin],
  };
}

/** The number in one cell of a row. */
export function rowState(filled: TableReport, column: Column, row: TableRow): FactState {
  return cellState(filled, column, row.row, row.cells);
}

/** @param row from 1; null for the total row */
function cellState({ table }: TableReport, column: Column, row: number | null, cells: RowCells): FactState {
  const cell = cells.get(column.id);
  if (cell?.reading.kind !== "number" || !isNumberColumn(column)) return SILENT;
  const originOf = (id: string): Origin => ({ kind: "cell", table: table.id, row, column: id });
  const origin = originOf(column.id);
  const { value, decimals } = cell.reading;
  const fact = { value, origin, address: cell.address };
  const told = [origin];
  if (column.kind !== "percent") {
    const kind = column.kind === "money" && !isMoney(table, cells) ? "count" : column.kind;
    const argument = new NumberArgument(fact, factText(kind, value));
    return { kind: "known", argument, told, rests: told };
  }
  const fraction = fractionIn(cells, column, originOf);
  if (fraction === null) {
    return { kind: "known", argument: new NumberArgument(fact, factText("ratio", value)), told, rests: told };
  }
  if (fraction.whole === 0) return SILENT;
  // A share stands beside its fraction and must agree with it.
  const text = statedShareText(value, decimals, fraction);
  const { derivedFrom } = fraction;
  const rests = [origin, ...derivedFrom.map((part) => part.origin)];
  if (text === factText("ratio", value)) {
    return { kind: "known", argument: new NumberArgument(fact, text), told, rests };
  }
  const exact = roundHalfUp((100 * fraction.part) / fraction.whole, 2);
  const argument = new NumberArgument({ ...fact, value: exact, derivedFrom, derivation: "share" }, text);
  return { kind: "known", argument, told, rests };
}

/** False for an amount whose row names a unit that is no money: so many people, hectares, kilometres. */
function isMoney({ columns }: TableReport["table"], cells: RowCells): boolean {
  const unit = columns.find(({ id, kind }) => id === "unit" && kind === "text");
  const reading = unit === undefined ? undefined : cells.get(unit.id)?.reading;
  return reading?.kind !== "text" || /đồng|triệu|tỷ/iu.test(reading.text);
}

/** What a column of per cents is the share of, where both are stated. */
function fractionIn(cells: RowCells, column: PercentColumn, originOf: (id: string) => Origin) {
  if (column.formula === undefined) return null;
  const { numerator, denominator } = column.formula;
  const sumOf = (ids: readonly string[]): Fact | null => {
    const facts = ids.flatMap((id): readonly Fact[] => {
      const cell = cells.get(id);
      if (cell?.reading.kind !== "number") return [];
      return [{ value: cell.reading.value, origin: originOf(id), address: cell.address }];
    });
    const [first, ...others] = facts;
    if (first === undefined || facts.length < ids.length) return null;
    if (others.length === 0) return first;
    const value = facts.reduce((sum, each) => sum + each.value, 0);
    return { ...first, value, derivedFrom: facts, derivation: "sum" };
  };
  const part = sumOf(numerator);
  const whole = sumOf(denominator);
  if (part === null || whole === null) return null;
  return { part: part.value, whole: whole.value, derivedFrom: [part, whole] };
}

/** The rows that hold records. */
export function recordsOf({ rows }: TableReport): readonly TableRow[] {
  return rows.filter(({ kind }) => kind === "record");
}

/** True for a row whose columns hold one of the words each; an empty word is a blank cell. */
export function meets(row: TableRow, where: RowsWhere | undefined): boolean {
  return Object.entries(where ?? {}).every(([column, words]) => {
    const reading = row.cells.get(column)?.reading;
    const said = reading?.kind === "text" ? reading.text : "";
    return words.map(plainWords).includes(plainWords(said));
  });
}

export function isFilled(row: TableRow, column: string): boolean {
  const kind = row.cells.get(column)?.reading.kind;
  return kind !== undefined && kind !== "blank";
}

/** The total row's number; null where it holds none, or adds up a column that nobody filled. */
function totalState(filled: TableReport, column: Column): FactState | null {
  const cell = filled.total?.get(column.id);
  if (cell?.reading.kind !== "number" || !isNumberColumn(column)) return null;
  const used = cell.cell.formula === "" || recordsOf(filled).some((row) => isFilled(row, column.id));
  if (!used) return SILENT;
  return filled.total === null ? null : cellState(filled, column, null, filled.total);
}

function rowsState(filled: TableReport, column: Column, rows: readonly TableRow[]): FactState {
  const states = rows.map((row) => rowState(filled, column, row)).filter((state) => state.kind === "known");
  const [first, ...others] = states;
  if (first === undefined || column.kind === "percent")
    return first !== undefined && others.length === 0 ? first : SILENT;
  if (others.length === 0) return first;
  const value = roundHalfUp(
    states.reduce((sum, { argument }) => sum + argument.fact.value, 0),
    6,
  );
  const told = states.flatMap((state) => state.told);
  const derivedFrom = states.map(({ argument }) => argument.fact);
  const fact = { ...first.argument.fact, value, derivedFrom, derivation: "sum" } as const;
  const kind = column.kind === "money" ? "money" : "count";
  return { kind: "known", argument: new NumberArgument(fact, factText(kind, value)), told, rests: told };
}

function labelOf({ table }: TableReport, row: TableRow): string {
  const reading = row.cells.get(labelColumn(table)?.id ?? "")?.reading;
  return reading?.kind === "text" ? plainWords(reading.text) : "";
}
