/** One column of a table, or several added up (`level-3-online+level-4-online`). */
export type ColumnKey = string;

/** True for a key that is a column's id itself. */
export function isOneColumn(key: ColumnKey): boolean {
  return !key.includes("+");
}

/** The columns of a key. */
export function columnsOfKey(key: ColumnKey): readonly string[] {
  return isOneColumn(key) ? [key] : key.split("+");
}

/** The key of columns that are added up. */
export function columnKey(columns: readonly string[]): ColumnKey {
  return columns.join("+");
}
