import type { Edition } from "../../forms/schema.js";
import { findColumn, findTable, tableIds } from "../../forms/tables.js";
import { findEditionTable } from "../reading/tables/find-table.js";
import type { SnapshotIndex } from "../snapshot-index.js";
import { type GivenRow, type PlacedRows, placeRows } from "./place-rows.js";

/** Rows for tables by table id, as DATA.json has them. */
export type GivenTables = Readonly<Record<string, readonly GivenRow[]>>;

/** What is wrong with given rows, whatever workbook they are for. */
export type TableFault =
  | { readonly kind: "no-table"; readonly table: string; readonly tables: readonly string[] }
  | {
      readonly kind: "no-column";
      readonly table: string;
      readonly column: string;
      readonly columns: readonly string[];
    }
  | { readonly kind: "one-row"; readonly table: string };

/** Looks at given rows before any workbook is: ids and columns that there are not. */
export function tableFaults(tables: GivenTables): readonly TableFault[] {
  return Object.entries(tables).flatMap(([id, rows]): readonly TableFault[] => {
    const table = findTable(id);
    if (table === null) return [{ kind: "no-table", table: id, tables: tableIds() }];
    const columns = table.columns.map((column) => column.id);
    const unknown = new Set(
      rows.flatMap((row) => Object.keys(row)).filter((key) => findColumn(table, key) === null),
    );
    return [
      ...[...unknown].map((column) => ({ kind: "no-column", table: id, column, columns }) as const),
      ...(table.body.kind === "one" && rows.length > 1 ? [{ kind: "one-row", table: id } as const] : []),
    ];
  });
}

/** Where given rows go in one table of a workbook, or why it cannot take them. */
type TablePlacement = ({ readonly kind: "placed"; readonly sheet: string } & PlacedRows) | TableObstacle;

export type TableObstacle =
  | { readonly kind: "not-found"; readonly table: string }
  | { readonly kind: "columns-lost"; readonly sheet: string; readonly columns: readonly string[] };

/** Finds a place in a workbook for each given row of one table. */
export function placeTable(
  index: SnapshotIndex,
  edition: Edition,
  id: string,
  rows: readonly GivenRow[],
): TablePlacement {
  const shared = findTable(id);
  const standing = shared === null ? null : findEditionTable(index, edition, shared);
  if (standing === null) return { kind: "not-found", table: id };
  const { table, found } = standing;
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const lost = table.columns.filter((column) => given.has(column.id) && !found.columns.has(column.id));
  const sheet = found.sheet.name;
  if (lost.length > 0) return { kind: "columns-lost", sheet, columns: lost.map((column) => column.id) };
  return { kind: "placed", sheet, ...placeRows(found, table, rows) };
}
