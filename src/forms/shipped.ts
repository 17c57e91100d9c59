import { parseEdition } from "./parse-edition.js";
import type { Edition } from "./schema.js";

/** Editions that come with the program, as they come: each parsed once, whoever asks. */
const parsed = new Map<string, Edition>();

/**
 * An edition that comes with the program, parsed at the first request only.
 *
 * @param json what its file holds, with forms of its own
 * @throws when a file that we ship breaks an invariant; the tests keep this from happening
 */
export function shippedEdition(id: string, json: () => unknown): Edition {
  const known = parsed.get(id);
  if (known !== undefined) return known;
  const read = parseEdition(`${id}.json`, json());
  if (!read.ok) {
    const lines = read.fault.faults.map((fault) => `${read.fault.file}: ${fault.path}: ${fault.message}`);
    throw new Error(lines.join("\n"));
  }
  parsed.set(id, read.value);
  return read.value;
}

/** An edition that comes with the program and was asked for before; null for any other. */
export function askedBefore(id: string): Edition | null {
  return parsed.get(id) ?? null;
}

/** True for an edition that comes with the program, as it comes. */
export function isShipped(edition: Edition): boolean {
  return parsed.get(edition.id) === edition;
}
