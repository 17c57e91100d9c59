import type { FileFaults } from "./faults.js";
import type { Result } from "./result.js";
import { tableFaults } from "./table-invariants.js";
import { type Table, tableSchema } from "./table-schema.js";

/**
 * Reads a supplementary table from parsed JSON. Every fault is listed with its place; nothing is
 * loaded while one remains.
 *
 * @param file name of the file, for messages
 */
export function parseTable(file: string, json: unknown): Result<Table, FileFaults> {
  const parsed = tableSchema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({
      path: issue.path.map(String).join("."),
      message: issue.message,
    }));
    return { ok: false, fault: { file, faults } };
  }
  const faults = tableFaults(parsed.data);
  return faults.length > 0 ? { ok: false, fault: { file, faults } } : { ok: true, value: parsed.data };
}
