import type { Edition } from "../forms/schema.js";
import { type Outline, outlineSchema } from "./outline.js";
import ownText from "./outlines/own-text.json" with { type: "json" };
import periodic from "./outlines/periodic.json" with { type: "json" };
import summary from "./outlines/summary.json" with { type: "json" };

const files: Readonly<Record<string, unknown>> = {
  periodic,
  summary,
  /** For forms whose rows no outline knows: the sections, without a sentence about any number. */
  "own-text": ownText,
};

const loaded = new Map<string, Outline>();

/** Ids of the outlines that come with the program. */
export function outlineIds(): readonly string[] {
  return Object.keys(files);
}

/**
 * The outline of that id, or null when there is none. Parsed at the first request only.
 *
 * @throws when a file that we ship is unsound; the tests keep this from happening
 */
export function findOutline(id: string): Outline | null {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  if (!Object.hasOwn(files, id)) return null;
  // That our own files are sound is for the tests to say: the pane is spared what proves it.
  const outline = outlineSchema.parse(files[id]);
  loaded.set(id, outline);
  return outline;
}

/**
 * The outline that an edition names first.
 *
 * @throws when the edition names an outline that does not come with the program
 */
export function defaultOutline(edition: Edition): Outline {
  const outline = edition.outlines.map(findOutline).find((found) => found !== null);
  if (outline === undefined || outline === null) throw new Error(`${edition.id}: no outline known`);
  return outline;
}
