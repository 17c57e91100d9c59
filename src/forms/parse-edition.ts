import { editionTableFaults } from "./edition-table-invariants.js";
import type { FileFaults } from "./faults.js";
import { invariantFaults } from "./invariants.js";
import type { Result } from "./result.js";
import { ruleFaults } from "./rule-invariants.js";
import { type Edition, editionSchema } from "./schema.js";
import { schemaFault } from "./schema-words.js";

/**
 * Rows of an edition. The largest that an authority has issued has 123; what becomes of many times as
 * many (sheets, a printed appendix) takes minutes and more memory than a small laptop has.
 */
export const MOST_ROWS = 2000;

export type ParsedEdition = Result<Edition, FileFaults>;

/**
 * Reads an edition from parsed JSON. Every fault is listed with its place; nothing is loaded while
 * one remains.
 *
 * @param file name of the file, for messages
 */
export function parseEdition(file: string, json: unknown): ParsedEdition {
  const rows = rowsIn(json);
  if (rows > MOST_ROWS) {
    const message = `có ${rows} dòng chỉ tiêu; một bộ biểu mẫu có nhiều nhất ${MOST_ROWS} dòng. Tách thành nhiều bộ biểu mẫu`;
    return { ok: false, fault: { file, faults: [{ path: "forms", message }] } };
  }
  const parsed = editionSchema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({
      path: placeOf(json, issue.path),
      message: schemaFault(issue, valueAt(json, issue.path)),
    }));
    return { ok: false, fault: { file, faults } };
  }
  const declared = [...invariantFaults(parsed.data), ...editionTableFaults(parsed.data)];
  // Whether rules contradict one another can be asked once their rows are sound.
  const faults = declared.length > 0 ? declared : ruleFaults(parsed.data);
  return faults.length > 0 ? { ok: false, fault: { file, faults } } : { ok: true, value: parsed.data };
}

/** How many rows the forms list, whatever these are. */
function rowsIn(json: unknown): number {
  const forms = valueAt(json, ["forms"]);
  if (!Array.isArray(forms)) return 0;
  return forms.reduce((sum: number, form: unknown) => {
    const rows = valueAt(form, ["indicators"]);
    return sum + (Array.isArray(rows) ? rows.length : 0);
  }, 0);
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let at: unknown = json;
  for (const step of path) at = typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined;
  return at;
}

/** Array positions become what the author of the file sees: `forms.3.3.3.1.label`, not `forms.2.indicators.17.label`. */
function placeOf(json: unknown, path: readonly PropertyKey[]): string {
  const words: string[] = [];
  let at: unknown = json;
  for (const step of path) {
    at = typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined;
    if (step === "indicators") continue;
    words.push(typeof step === "number" ? (nameOf(at) ?? `[${step}]`) : String(step));
  }
  return words.join(".");
}

function nameOf(item: unknown): string | null {
  if (typeof item !== "object" || item === null) return null;
  for (const key of ["code", "number", "id"]) {
    const name: unknown = Reflect.get(item, key);
    if (typeof name === "string" || typeof name === "number") return String(name);
  }
  return null;
}
