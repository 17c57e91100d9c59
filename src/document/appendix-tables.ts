import { type HeaderCell, headerCells, headerDepth, isWide, unitText } from "../forms/table-header.js";
import type { Column, Table } from "../forms/table-schema.js";
import { labelColumn, orderColumn } from "../forms/tables.js";
import type { Section } from "../narrative/section.js";
import type { Report } from "../report/report.js";
import type { RowCells, TableReport } from "../report/table-report.js";
import type { CellAddress } from "../values/address.js";
import { shortDay } from "../values/day.js";
import { shownValue } from "./shown-value.js";
import { type TableChart, tableChart } from "./table-chart.js";

/** A supplementary table as it is printed after the forms: its filled rows only. */
export interface AppendixTable {
  /** `Phụ biểu 2. Kết quả ...`: numbered in printed order. */
  readonly title: string;
  /** `Đơn vị tính: đồng`, or nothing. */
  readonly unit: string;
  readonly columns: readonly AppendixColumn[];
  readonly header: readonly HeaderCell[];
  /** Rows of the header. */
  readonly depth: number;
  readonly rows: readonly AppendixTableRow[];
  /** True for tables that need the page turned. */
  readonly wide: boolean;
  /** Its rows as a picture; null for tables that have none. */
  readonly chart: TableChart | null;
  /** True for those that stand on turned pages: the wide ones and what would leave an upright page white. */
  readonly turned: boolean;
}

interface AppendixColumn {
  /** Width in characters, to be shared out. */
  readonly width: number;
  readonly alignment: "left" | "center" | "right";
  /** The longest words of its own heading and of its cells: never broken. */
  readonly longest: { readonly head: string; readonly body: string };
}

export interface AppendixTableRow {
  readonly kind: "record" | "group" | "total";
  readonly cells: readonly AppendixTableCell[];
}

interface AppendixTableCell {
  readonly text: string;
  /** Where the value stands; null for the row's number. */
  readonly address: CellAddress | null;
}

/** Characters that the heading "STT" takes with its borders. */
const NARROWEST = 6.5;

/** Tables that stand in the body of the text, by the ids of their sections. */
export type BodyTables = ReadonlyMap<string, readonly BodyTable[]>;

/** One of them and how many paragraphs of its section stand before it. */
interface BodyTable {
  readonly after: number;
  readonly table: AppendixTable;
}

/** The tables that the sections take into the text, numbered in printed order. */
export function bodyTables(sections: readonly Section[], report: Report): BodyTables {
  let number = 0;
  return new Map(
    sections.flatMap(({ id, tables = [] }) => {
      const printed = tables.flatMap(({ table, columns, title, after }): readonly BodyTable[] => {
        const filled = report.tables.get(table);
        if (filled === undefined) return [];
        number += 1;
        const made = appendixTable({ ...filled, table: withColumns(filled.table, columns) });
        return [{ after, table: { ...made, title: `Bảng ${number}. ${title ?? made.title}` } }];
      });
      return printed.length === 0 ? [] : [[id, printed] as const];
    }),
  );
}

function withColumns(table: Table, columns: readonly string[] | null): Table {
  return columns === null
    ? table
    : { ...table, columns: table.columns.filter(({ id }) => columns.includes(id)) };
}

/** Ids of the tables that stand whole in the text: they are not printed again. */
function printedWhole(sections: readonly Section[]): ReadonlySet<string> {
  const all = sections.flatMap(({ tables = [] }) => tables);
  return new Set(all.flatMap(({ table, columns }) => (columns === null ? [table] : [])));
}

/** The tables of a report that hold anything and do not stand in the text, in the order of the sheets. */
export function filledTables(report: Report, sections: readonly Section[] = []): readonly AppendixTable[] {
  const told = printedWhole(sections);
  return [...report.tables.values()]
    .filter(({ rows, table }) => hasRecords(rows) && !told.has(table.id))
    .map(appendixTable);
}

/** Tables as they are printed: those of upright pages before those of turned ones, numbered in that order. */
export function inPrintedOrder(
  all: readonly AppendixTable[],
  turned: ReadonlySet<AppendixTable>,
): readonly AppendixTable[] {
  const upright = all.filter((table) => !turned.has(table));
  return [...upright, ...turned].map((table, index) => ({
    ...table,
    title: `Phụ biểu ${index + 1}. ${table.title}`,
    turned: index >= upright.length,
  }));
}

function hasRecords(rows: TableReport["rows"]): boolean {
  return rows.some(({ kind }) => kind === "record");
}

/** The table without the columns in which no printed row holds anything: they would only take room. */
function withoutBlankColumns(table: Table, rows: TableReport["rows"]): Table {
  const label = labelColumn(table);
  const order = orderColumn(table);
  const columns = table.columns.filter(
    (column) =>
      column === label ||
      column === order ||
      rows.some(({ cells }) => (cells.get(column.id)?.reading.kind ?? "blank") !== "blank"),
  );
  return { ...table, columns };
}

function appendixTable({ table: whole, rows, total }: TableReport): AppendixTable {
  const table = withoutBlankColumns(whole, rows);
  const numbers = rowNumbers(table, rows);
  const printed = withoutEmptyGroups(rows.map((row, index) => ({ ...row, number: numbers[index] ?? "" })));
  const body = printed.map(
    ({ kind, cells, number }): AppendixTableRow => ({ kind, cells: cellsOf(table, cells, number) }),
  );
  const last: readonly AppendixTableRow[] =
    total === null ? [] : [{ kind: "total", cells: totalCells(table, total) }];
  return {
    title: table.title,
    unit: unitText(table),
    columns: table.columns.map((column, index) => ({
      width: Math.max(column.width, NARROWEST),
      alignment: alignmentOf(column),
      longest: {
        head: longestWord([column.path.at(-1) ?? ""]),
        body: longestWord([...body, ...last].map(({ cells }) => cells[index]?.text ?? "")),
      },
    })),
    header: headerCells(table),
    depth: headerDepth(table),
    rows: [...body, ...last],
    wide: isWide(table.columns),
    chart: tableChart(whole, rows),
    turned: false,
  };
}

/** The one of most letters, which is the widest or nearly so. */
function longestWord(texts: readonly string[]): string {
  let longest = "";
  for (const text of texts) {
    if (text.length <= longest.length) continue;
    // A line may break after a dash.
    for (const word of text.split(/\s+|(?<=\p{L}-)(?=\p{L})/u))
      if (word.length > longest.length) longest = word;
  }
  return longest;
}

function alignmentOf(column: Column): AppendixColumn["alignment"] {
  if (column.kind === "money") return "right";
  return column.kind === "text" && column.role !== "order" && column.width > 14 ? "left" : "center";
}

function cellsOf(table: Table, cells: RowCells, number: string): readonly AppendixTableCell[] {
  const order = orderColumn(table);
  return table.columns.map((column) => {
    if (column === order) return { text: number, address: null };
    const cell = cells.get(column.id);
    return { text: cell === undefined ? "" : cellText(column, cell), address: cell?.address ?? null };
  });
}

function totalCells(table: Table, cells: RowCells): readonly AppendixTableCell[] {
  const first = table.columns[0];
  return cellsOf(table, cells, "").map((cell, index) => {
    const column = table.columns[index];
    const totals = column !== undefined && "total" in column && column.total !== "none";
    if (totals) return cell;
    return { text: column === first ? (table.total ?? "") : "", address: null };
  });
}

function cellText(column: Column, { reading }: NonNullable<ReturnType<RowCells["get"]>>): string {
  if (reading.kind === "date") return shortDay(reading.day);
  const kind = column.kind === "percent" ? "ratio" : column.kind === "money" ? "money" : "count";
  return shownValue(reading, { kind });
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** 1, 2, 3 ...; in tables with groups I, 1, 2, II, 1 ... */
function rowNumbers(table: Table, rows: TableReport["rows"]): readonly string[] {
  let group = 0;
  let record = 0;
  const restarts = table.body.kind === "many" && table.body.groups && labelColumn(table) !== null;
  const filled = withoutEmptyGroups(rows);
  return rows.map((row) => {
    if (!filled.includes(row)) return "";
    if (row.kind === "record") {
      record += 1;
      return String(record);
    }
    group += 1;
    if (restarts) record = 0;
    return ROMAN[group - 1] ?? String(group);
  });
}

/** Headings without a row below them are not printed. */
function withoutEmptyGroups<R extends { readonly kind: string }>(rows: readonly R[]): readonly R[] {
  return rows.filter((row, index) => row.kind !== "group" || rows[index + 1]?.kind === "record");
}
