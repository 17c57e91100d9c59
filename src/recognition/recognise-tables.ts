import type { Edition } from "../forms/schema.js";
import type { Table } from "../forms/table-schema.js";
import { allTables, orderColumn, printedTable } from "../forms/tables.js";
import type { Area } from "../values/address.js";
import type { CellValue } from "../values/cell.js";
import { tableName } from "../workbook/layout/names.js";
import { findEditionTable } from "../workbook/reading/tables/find-table.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot.js";
import { cellAt, cellText, indexSnapshot } from "../workbook/snapshot-index.js";
import { labelText } from "./label-text.js";

/** A supplementary table that stands on a stranger's sheet: the rows under its header. */
export interface TableBinding {
  readonly table: string;
  readonly area: Area;
}

/** A header that is a table's in part, or that of several tables: nothing is bound. */
export type TableDoubt =
  | {
      readonly kind: "table-columns";
      readonly table: string;
      readonly sheet: string;
      readonly row: number;
      /** The columns that were not found, by id. */
      readonly missing: readonly string[];
    }
  | {
      readonly kind: "table-several";
      readonly tables: readonly string[];
      readonly sheet: string;
      readonly row: number;
    };

export interface RecognisedTables {
  readonly bound: readonly TableBinding[];
  readonly doubts: readonly TableDoubt[];
}

/** A header is looked for in so many rows of a sheet; lists of thousands of records have none further down. */
const SEARCHED_ROWS = 400;
/** Share of a table's headings that make a header its header. */
const ENOUGH = 0.6;
/** Rows that a stranger's header may take, whatever ours takes. */
const HEADER_ROWS = 4;

/** Recognises supplementary tables by the headings of their columns. Pure; binds nothing by itself. */
export function recogniseTables(edition: Edition, snapshot: WorkbookSnapshot): RecognisedTables {
  const index = indexSnapshot(snapshot);
  const wanted = allTables()
    .map((shared) => printedTable(edition, shared))
    .filter(({ id }) => index.area({ kind: "table", table: id }) === null);
  const leaves = leavesOf(wanted);
  const bound: TableBinding[] = [];
  const doubts: TableDoubt[] = [];
  for (const sheet of snapshot.sheets) {
    for (const { row, headers } of headersOn(sheet, wanted, leaves)) {
      const [best, ...rivals] = mostAlike(headers, sheet, row);
      if (best === undefined) continue;
      if (rivals.length > 0) {
        const tables = [best, ...rivals].map(({ table }) => table.id);
        doubts.push({ kind: "table-several", tables, sheet: sheet.name, row });
        continue;
      }
      const area = bodyUnder(sheet, best, row);
      if (area === null || bound.some(({ table }) => table === best.table.id)) continue;
      const missing = missingColumns(edition, snapshot, best.table, area);
      // An office's table may lack columns of ours; a heading of its own that is none of ours may be one of them.
      if (missing.length === 0 || best.matches.length === area.right - area.left + 1) {
        bound.push({ table: best.table.id, area });
      } else doubts.push({ kind: "table-columns", table: best.table.id, sheet: sheet.name, row, missing });
    }
  }
  return { bound, doubts };
}

/** Where a heading may belong: the table's position among those wanted, and the column's. */
interface Leaf {
  readonly table: number;
  readonly column: number;
}

type Leaves = ReadonlyMap<string, readonly Leaf[]>;

/** The lowest headings of the columns, however they are spaced, marked and abbreviated. */
function leavesOf(tables: readonly Table[]): Leaves {
  const leaves = new Map<string, Leaf[]>();
  for (const [table, { columns }] of tables.entries()) {
    for (const [column, { path }] of columns.entries()) {
      for (const key of keysOf(path.at(-1) ?? "")) {
        const known = leaves.get(key);
        if (known === undefined) leaves.set(key, [{ table, column }]);
        else known.push({ table, column });
      }
    }
  }
  return leaves;
}

/** A heading as it may be compared: run together as typed and abbreviated, and without marks as written out. */
function keysOf(heading: string): ReadonlySet<string> {
  const { forms, unmarked } = labelText(heading);
  return new Set([...forms.map(({ joined }) => joined), unmarked]);
}

function leavesAt(value: CellValue, leaves: Leaves): readonly Leaf[] {
  if (typeof value !== "string" || value.trim() === "") return [];
  return [...keysOf(value)].flatMap((key) => leaves.get(key) ?? []);
}

/** A header that may be a table's: which of its columns stand where. */
interface Header {
  readonly table: Table;
  /** Position of the column in the table, and its column on the sheet, in order. */
  readonly matches: readonly (readonly [column: number, at: number])[];
}

/** The lowest rows of the headers on a sheet, with the tables that each may be of. */
function headersOn(
  sheet: SheetSnapshot,
  tables: readonly Table[],
  leaves: Leaves,
): readonly { readonly row: number; readonly headers: readonly Header[] }[] {
  const hits = sheet.values
    .slice(0, SEARCHED_ROWS)
    .map((line) => line.map((value) => leavesAt(value, leaves)));
  const found: { row: number; headers: Header[] }[] = [];
  for (const [at, line] of hits.entries()) {
    if (line.every((one) => one.length === 0)) continue;
    const headers = tables.flatMap((table, position) => {
      const matches = alignedMatches(
        hits.slice(Math.max(0, at - HEADER_ROWS + 1), at + 1),
        position,
        sheet.left,
      );
      const known = table.columns.filter(({ later }) => !later).length;
      // Two headings alone ("STT", "Nội dung") are those of many a list.
      return matches.length >= Math.max(3, ENOUGH * known) ? [{ table, matches }] : [];
    });
    if (headers.length === 0) continue;
    const before = found.at(-1);
    // The rows of one header overlap: the one that shows most counts, the upper one among equals.
    if (before !== undefined && sheet.top + at - before.row < HEADER_ROWS) {
      if (most(headers) > most(before.headers)) found[found.length - 1] = { row: sheet.top + at, headers };
    } else found.push({ row: sheet.top + at, headers });
  }
  return found;
}

function most(headers: readonly Header[]): number {
  return Math.max(...headers.map(({ matches }) => matches.length));
}

/** The headings of a table in a few rows, from left to right and in the table's order. */
function alignedMatches(
  rows: readonly (readonly (readonly Leaf[])[])[],
  table: number,
  left: number,
): Header["matches"] {
  const width = Math.max(...rows.map((row) => row.length));
  let lists: (readonly [number, number])[][] = [[]];
  for (let j = 0; j < width; j++) {
    const columns = new Set(
      rows.flatMap((row) => (row[j] ?? []).flatMap((leaf) => (leaf.table === table ? [leaf.column] : []))),
    );
    if (columns.size === 0) continue;
    // The longest list that ends in each column so far: headings such as "Tổng số" stand twice.
    const longer = [...columns].flatMap((column) => {
      const before = lists.filter((list) => (list.at(-1)?.[0] ?? -1) < column);
      const longest = before.reduce<(readonly [number, number])[]>(
        (most, list) => (list.length >= most.length ? list : most),
        [],
      );
      return [[...longest, [column, left + j] as const]];
    });
    lists = bestByEnd([...lists, ...longer]);
  }
  return lists.reduce((longest, list) => (list.length > longest.length ? list : longest), []);
}

/** Of the lists that end in one column the longest. */
function bestByEnd(lists: readonly (readonly [number, number])[][]): (readonly [number, number])[][] {
  const best = new Map<number, (readonly [number, number])[]>();
  for (const list of lists) {
    const end = list.at(-1)?.[0] ?? -1;
    if (list.length > (best.get(end)?.length ?? -1)) best.set(end, list);
  }
  return [...best.values()];
}

/** The header that shows the largest share of its table's columns; where several do, those whose title stands above. */
function mostAlike(headers: readonly Header[], sheet: SheetSnapshot, row: number): readonly Header[] {
  const share = ({ table, matches }: Header) => matches.length / table.columns.length;
  const best = Math.max(...headers.map(share));
  const alike = headers.filter((header) => share(header) > best - 1e-9);
  if (alike.length < 2) return alike;
  const above = new Set([sheet.name, ...textsAbove(sheet, row)].map((text) => labelText(text).unmarked));
  const titled = alike.filter(
    ({ table }) => above.has(labelText(table.title).unmarked) || above.has(labelText(table.sheet).unmarked),
  );
  return titled.length > 0 ? titled : alike;
}

function textsAbove(sheet: SheetSnapshot, row: number): readonly string[] {
  return sheet.values
    .slice(0, Math.max(0, row - sheet.top))
    .slice(-2 * HEADER_ROWS)
    .flat()
    .filter((value) => typeof value === "string");
}

/** The rows under a header, down to the total or the first blank one, which closes them. Null where there is none. */
function bodyUnder(sheet: SheetSnapshot, { table, matches }: Header, header: number): Area | null {
  const [first, last] = [matches[0], matches.at(-1)];
  if (first === undefined || last === undefined) return null;
  // Headings that say something else stand beside those that are known.
  const headed = (column: number) =>
    Array.from({ length: HEADER_ROWS }, (_zero, above) =>
      cellText(cellAt(sheet, header - above, column)),
    ).some((text) => text !== "");
  let [left, right] = [first[1], last[1]];
  while (left > first[1] - first[0] && headed(left - 1)) left -= 1;
  while (right < last[1] + (table.columns.length - 1 - last[0]) && headed(right + 1)) right += 1;
  const end = sheet.top + sheet.values.length - 1;
  let top = header + 1;
  while (top <= end && isNumbering(sheet, top)) top += 1;
  const textsOf = (row: number) =>
    Array.from({ length: right - left + 1 }, (_zero, j) => cellText(cellAt(sheet, row, left + j)));
  const isTotal = (row: number) =>
    textsOf(row).some((text) => /^(?:tổng|cộng)(?:\s|$)/i.test(text.normalize("NFC")));
  if (table.body.kind === "one") return { sheet: sheet.name, top, bottom: top, left, right };
  let bottom = top;
  while (bottom <= end && !isTotal(bottom) && textsOf(bottom).some((text) => text !== "")) bottom += 1;
  // A blank row closes the body; the total stands below it.
  if (bottom > end || isTotal(bottom)) bottom -= 1;
  return bottom < top ? null : { sheet: sheet.name, top, bottom, left, right };
}

/** `(1)`, `(2)`, `(3) = (1) + (2)`, `1 2 3` or `A B 1 2` under a header: figures that count from 1 on. */
function isNumbering(sheet: SheetSnapshot, row: number): boolean {
  const texts = (sheet.values[row - sheet.top] ?? [])
    .map((_value, j) => cellText(cellAt(sheet, row, sheet.left + j)).split("=")[0] ?? "")
    .map((text) => text.replace(/[()\s]/g, ""))
    .filter((text) => text !== "" && !/^[A-E]$/.test(text));
  return texts.length >= 3 && texts.every((text, at) => text === String(at + 1) || text === String(at + 2));
}

/** The columns that a reading would not find, were the table bound there. */
function missingColumns(
  edition: Edition,
  snapshot: WorkbookSnapshot,
  table: Table,
  area: Area,
): readonly string[] {
  const named = { ...snapshot, names: [...snapshot.names, { name: tableName(table.id), area }] };
  const shared = allTables().find(({ id }) => id === table.id);
  const found = shared === undefined ? null : findEditionTable(indexSnapshot(named), edition, shared);
  const order = orderColumn(table);
  return table.columns
    .filter((column) => column !== order && !column.later && found?.found.columns.has(column.id) !== true)
    .map(({ id }) => id);
}
