import { completedEdition } from "./completed.js";
import type { Edition, EditionFile } from "./schema.js";

/** Editions that come with the program, as they come: each made once, whoever asks. */
const made = new Map<string, Edition>();

/**
 * An edition that comes with the program, made at the first request only. It is taken at its word: the
 * tests hold that every file that we ship keeps schema and invariants.
 *
 * @param json what its file holds, with forms of its own
 */
export function shippedEdition(id: string, json: () => unknown): Edition {
  const known = made.get(id);
  if (known !== undefined) return known;
  const edition = completedEdition(json() as EditionFile);
  made.set(id, edition);
  return edition;
}

/** An edition that comes with the program and was asked for before; null for any other. */
export function askedBefore(id: string): Edition | null {
  return made.get(id) ?? null;
}

/** True for an edition that comes with the program, as it comes. */
export function isShipped(edition: Edition): boolean {
  return made.get(edition.id) === edition;
}
