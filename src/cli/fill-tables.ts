import type { Edition } from "../forms/schema.js";
import { findColumn, findTable, tableIds } from "../forms/tables.js";
import type { XlsxWorkbook } from "../hosts/xlsx/open.js";
import type { Report } from "../report/report.js";
import { type GivenRow, placeRows } from "../workbook/filling/place-rows.js";
import { fedEntries, planTables } from "../workbook/planning/tables/plan-tables.js";
import { findEditionTable } from "../workbook/reading/tables/find-table.js";
import { indexSnapshot } from "../workbook/snapshot-index.js";
import { Unusable } from "./io.js";

/** The `tables` of a DATA.json: rows by table id. */
export type GivenTables = Readonly<Record<string, readonly GivenRow[]>>;

/** What is wrong with given tables before any workbook is looked at: ids and columns that there are not. */
export function tableDataFaults(tables: GivenTables): readonly string[] {
  return Object.entries(tables).flatMap(([id, rows]) => {
    const table = findTable(id);
    if (table === null) return [`không có phụ biểu ${id}; các phụ biểu: ${tableIds().join(", ")}`];
    const unknown = new Set(
      rows.flatMap((row) => Object.keys(row)).filter((key) => findColumn(table, key) === null),
    );
    const known = table.columns.map((column) => column.id).join(", ");
    const faults = [...unknown].map((key) => `phụ biểu ${id} không có cột ${key}; các cột: ${known}`);
    if (table.body.kind === "one" && rows.length > 1) faults.push(`phụ biểu ${id} chỉ có một dòng`);
    return faults;
  });
}

/**
 * Writes rows into the tables of a workbook: tables that it lacks are added with the formulas of the
 * form cells that they feed, rows that a table lacks are inserted.
 *
 * @returns how many cells were written
 * @throws Unusable when the workbook cannot take them
 */
export async function fillTables(
  path: string,
  book: XlsxWorkbook,
  edition: Edition,
  report: Report,
  tables: GivenTables,
): Promise<number> {
  const missing = Object.entries(tables).filter(([id]) => !report.tables.has(id));
  if (missing.length > 0) {
    const planned = planTables(
      edition,
      missing.map(([id, rows]) => ({ id, rows: rows.length })),
    );
    await done(path, book.apply({ sheets: planned.sheets, names: planned.names }));
    await done(path, book.write(fedEntries(planned, report)));
  }
  let written = 0;
  for (const [id, rows] of Object.entries(tables)) written += await fillTable(path, book, edition, id, rows);
  return written;
}

async function fillTable(
  path: string,
  book: XlsxWorkbook,
  edition: Edition,
  id: string,
  rows: readonly GivenRow[],
): Promise<number> {
  const shared = findTable(id);
  const index = indexSnapshot(await done(path, book.capture()));
  const standing = shared === null ? null : findEditionTable(index, edition, shared);
  if (standing === null) throw new Unusable(path, `không tìm thấy phụ biểu ${id}. Chưa ghi gì.`);
  const { table, found } = standing;
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const lost = table.columns.filter((column) => given.has(column.id) && !found.columns.has(column.id));
  if (lost.length > 0) {
    const names = lost.map((column) => column.id).join(", ");
    throw new Unusable(path, `sheet "${found.sheet.name}" không còn cột ${names}. Chưa ghi gì.`);
  }
  const { insertions, entries } = placeRows(found, table, rows);
  for (const { before, count } of insertions) {
    await done(path, book.insertRows({ sheet: found.sheet.name, before, count }));
  }
  await done(path, book.write(entries));
  return entries.length;
}

async function done<T>(
  path: string,
  outcome: Promise<{ ok: true; value: T } | { ok: false; fault: { message: string } }>,
): Promise<T> {
  const result = await outcome;
  if (!result.ok) throw new Unusable(path, result.fault.message);
  return result.value;
}
