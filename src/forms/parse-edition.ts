import { editionTableFaults } from "./edition-table-invariants.js";
import type { FileFaults } from "./faults.js";
import { invariantFaults } from "./invariants.js";
import type { Result } from "./result.js";
import { ruleFaults } from "./rule-invariants.js";
import { type Edition, editionSchema } from "./schema.js";
import { schemaFault } from "./schema-words.js";

export type ParsedEdition = Result<Edition, FileFaults>;

/**
 * Reads an edition from parsed JSON. Every fault is listed with its place; nothing is loaded while
 * one remains.
 *
 * @param file name of the file, for messages
 */
export function parseEdition(file: string, json: unknown): ParsedEdition {
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
