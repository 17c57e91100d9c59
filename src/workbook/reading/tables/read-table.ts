import type { Table } from "../../../forms/table-schema.js";
import { isNumberColumn, labelColumn, orderColumn } from "../../../forms/tables.js";
import { readTableCell } from "../../../report/table-reading.js";
import type { RowCells, TableCell, TableReport, TableRow } from "../../../report/table-report.js";
import type { Culture } from "../../../values/culture.js";
import { cellAt } from "../../snapshot-index.js";
import type { EditionTableFound, FoundTable } from "./find-table.js";

/** Reads the tables that were found, by id. */
export function readTables(
  found: readonly EditionTableFound[],
  culture: Culture | null,
): ReadonlyMap<string, TableReport> {
  return new Map(found.map(({ table, found: place }) => [table.id, readTable(place, table, culture)]));
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
