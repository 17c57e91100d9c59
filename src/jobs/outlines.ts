import type { OutlineFault } from "../narrative/outline-faults.js";
import { parseOutline } from "../narrative/parse-outline.js";
import type { OwnOutline } from "./report.js";

/**
 * An office's own outline from parsed JSON, or every fault of it with its place.
 *
 * @param file its name, for messages
 */
export function readOutline(
  file: string,
  json: unknown,
):
  | { readonly ok: true; readonly outline: OwnOutline }
  | { readonly ok: false; readonly faults: readonly OutlineFault[] } {
  const parsed = parseOutline(file, json);
  if (!parsed.ok) return { ok: false, faults: parsed.faults };
  const { outline, base } = parsed;
  return { ok: true, outline: { outline, base } };
}
