import type { Table } from "../../forms/table-schema.js";
import { findColumn, isNumberColumn } from "../../forms/tables.js";
import { partsOf } from "../behind.js";
import { type ColumnKey, columnsOfKey } from "../kinds/columns.js";
import { once } from "../once.js";

/** These columns, and those that their formulas take their numbers from. */
export function columnsBehind(columns: readonly string[], table: Table): readonly string[] {
  const inputs = new Set(columns);
  // What is added while going through a set is gone through, too.
  for (const id of inputs) {
    const found = findColumn(table, id);
    if (found !== null && isNumberColumn(found)) for (const part of partsOf(found)) inputs.add(part);
  }
  return [...inputs];
}

const inputs = new WeakMap<Table, Map<ColumnKey, readonly string[]>>();

/** The columns whose cells decide what a key says in a row. */
export function inputsOfKey(table: Table, key: ColumnKey): readonly string[] {
  const ofTable = once(inputs, table, () => new Map<ColumnKey, readonly string[]>());
  return once(ofTable, key, () => columnsBehind(columnsOfKey(key), table));
}
