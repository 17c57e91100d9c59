import type { Edition } from "../../../forms/schema.js";
import type { Table } from "../../../forms/table-schema.js";
import { allTables, isNumberColumn, labelColumn, orderColumn } from "../../../forms/tables.js";
import type { LayoutFault } from "../../../report/report.js";
import { readTableCell } from "../../../report/table-reading.js";
import type { RowCells, TableCell, TableReport, TableRow } from "../../../report/table-report.js";
import type { Culture } from "../../../values/culture.js";
import { cellAt, type SnapshotIndex } from "../../snapshot-index.js";
import { type FoundTable, findEditionTable } from "./find-table.js";

/** The tables of a workbook, and what happened to them. A table that is not there is no fault. */
export interface TablesReading {
  readonly tables: ReadonlyMap<string, TableReport>;
  readonly faults: readonly LayoutFault[];
}

export function readTables(index: SnapshotIndex, edition: Edition): TablesReading {
  const tables = new Map<string, TableReport>();
  const faults: LayoutFault[] = [];
  for (const shared of allTables()) {
    const standing = findEditionTable(index, edition, shared);
    if (standing === null) continue;
    const { table, found } = standing;
    tables.set(table.id, readTable(found, table, index.snapshot.culture));
    faults.push(...faultsOf(found, table));
  }
  return { tables, faults };
}

function readTable(found: FoundTable, table: Table, culture: Culture | null): TableReport {
  const rows: TableRow[] = [];
  for (let row = found.firstRow; row <= found.lastRow; row++) {
    const cells = readRow(found, table, row, culture);
    const kind = kindOf(cells, table);
    if (kind !== "blank") rows.push({ kind, row: row - found.firstRow + 1, cells });
  }
  const { totalRow } = found;
  return {
    table,
    sheet: found.sheet.name,
    rows,
    total: totalRow === null ? null : readRow(found, table, totalRow, culture),
  };
}

function readRow(found: FoundTable, table: Table, row: number, culture: Culture | null): RowCells {
  const { sheet } = found;
  const order = orderColumn(table);
  const cells = new Map<string, TableCell>();
  for (const column of table.columns) {
    const at = found.columns.get(column.id);
    if (at === undefined || column === order) continue;
    const cell = cellAt(sheet, row, at);
    cells.set(column.id, {
      address: { sheet: sheet.name, row, column: at },
      cell,
      reading: readTableCell(cell, column, culture),
    });
  }
  return cells;
}

/** A row with nothing but its label heads others, waits for its numbers, or is a text still to be completed. */
function kindOf(cells: RowCells, table: Table): TableRow["kind"] | "blank" {
  const filled = table.columns.filter((column) => {
    const found = cells.get(column.id);
    // What a column works out by itself fills no row.
    const computed = "formula" in column && column.formula !== undefined && found?.cell.formula !== "";
    return found !== undefined && found.reading.kind !== "blank" && !computed;
  });
  if (filled.length === 0) return "blank";
  if (filled.length > 1 || filled[0] !== labelColumn(table)) return "record";
  if (table.body.kind === "many" && table.body.groups) return "group";
  return table.columns.some(isNumberColumn) ? "blank" : "record";
}

function faultsOf(found: FoundTable, table: Table): readonly LayoutFault[] {
  const sheet = found.sheet.name;
  const [first] = [...found.columns.values()];
  const lost: readonly LayoutFault[] = found.named
    ? []
    : [
        {
          kind: "table-name-lost",
          table: table.id,
          address: { sheet, row: found.firstRow, column: first ?? 1 },
        },
      ];
  const order = orderColumn(table);
  const missing = table.columns.filter(
    (column) => column !== order && !column.later && !found.columns.has(column.id),
  );
  return [
    ...lost,
    ...missing.map(({ id }): LayoutFault => ({ kind: "column-missing", table: table.id, column: id, sheet })),
  ];
}
