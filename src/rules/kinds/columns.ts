/** One column of a table, or several added up (`level-3-online+level-4-online`). */
export type ColumnKey = string;

/** The columns of a key. */
export function columnsOfKey(key: ColumnKey): readonly string[] {
  return key.includes("+") ? key.split("+") : [key];
}

/** The key of columns that are added up. */
export function columnKey(columns: readonly string[]): ColumnKey {
  return columns.join("+");
}
