import type { FileFaults } from "../forms/faults.js";
import type { Result } from "../forms/result.js";
import { deriveOutline, isDerived } from "./derive-outline.js";
import { findOutline } from "./library.js";
import { type Outline, outlineSchema } from "./outline.js";
import { outlineFaults } from "./outline-faults.js";
import { schemaFaults } from "./schema-faults.js";

/** An outline from a file. */
export interface OwnOutline {
  readonly outline: Outline;
  /** The outline that it is made from, by its id, whose editions it shares; null for one that stands by itself. */
  readonly base: string | null;
  /** The facts that the file itself binds to rows, by their names. */
  readonly binds: readonly string[];
}

export type ParsedOutline = Result<OwnOutline, FileFaults>;

/**
 * Reads an outline from parsed JSON. Every fault is listed with its place; nothing is loaded while
 * one remains.
 *
 * @param file name of the file, for messages
 */
export function parseOutline(file: string, json: unknown): ParsedOutline {
  const shaped = isDerived(json) ? deriveOutline(json, findOutline) : shape(json);
  if (!shaped.ok) return { ok: false, fault: { file, faults: shaped.fault } };
  const outline = shaped.value;
  const faults = outlineFaults(outline);
  return faults.length > 0
    ? { ok: false, fault: { file, faults } }
    : { ok: true, value: { outline, base: baseOf(json), binds: bindsOf(json) } };
}

function baseOf(json: unknown): string | null {
  return typeof json === "object" && json !== null && "from" in json ? String(json.from) : null;
}

function bindsOf(json: unknown): readonly string[] {
  const facts = typeof json === "object" && json !== null && "facts" in json ? json.facts : null;
  return typeof facts === "object" && facts !== null ? Object.keys(facts) : [];
}

function shape(json: unknown): Result<Outline, FileFaults["faults"]> {
  const parsed = outlineSchema.safeParse(json);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, fault: schemaFaults(json, parsed.error.issues) };
}
