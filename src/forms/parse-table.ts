import type { EditionFault } from "./faults.js";
import { tableFaults } from "./table-invariants.js";
import { type Table, tableSchema } from "./table-schema.js";

export type ParsedTable =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly file: string; readonly faults: readonly EditionFault[] };

/**
 * Reads a supplementary table from parsed JSON. Every fault is listed with its place; nothing is
 * loaded while one remains.
 *
 * @param file name of the file, for messages
 */
export function parseTable(file: string, json: unknown): ParsedTable {
  const parsed = tableSchema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join("."),
      message: issue.message,
    }));
    return { ok: false, file, faults };
  }
  const faults = tableFaults(parsed.data);
  return faults.length > 0 ? { ok: false, file, faults } : { ok: true, table: parsed.data };
}
