import type { Edition } from "../forms/schema.js";
import { deriveOutline } from "./derive-outline.js";
import { type Outline, outlineSchema } from "./outline.js";
import inspection from "./outlines/inspection.json" with { type: "json" };
import multiYear from "./outlines/multi-year.json" with { type: "json" };
import ownText from "./outlines/own-text.json" with { type: "json" };
import periodic from "./outlines/periodic.json" with { type: "json" };
import summary from "./outlines/summary.json" with { type: "json" };
import { defaultOutlineId, ownTextPlaces } from "./own-text-places.js";

/** An outline as its file has it: sections that are places for the officer's own text may lack their heading. */
interface OutlineFile {
  readonly id: string;
  readonly sections: readonly { readonly id: string; readonly heading?: string }[];
}

const files: Readonly<Record<string, OutlineFile>> = {
  periodic,
  summary,
  /** For forms whose rows no outline knows: the sections, without a sentence about any number. */
  "own-text": ownText,
};

/** Outlines made from others: their sections under headings of their own. */
const derivedFiles: Readonly<Record<string, object>> = { "multi-year": multiYear, inspection };

const loaded = new Map<string, Outline>();

/**
 * The whole outline of that id as data, or null when there is none: its file, with the places for the
 * officer's own text put in.
 */
export function outlineJson(id: string): object | null {
  const derived = Object.hasOwn(derivedFiles, id) ? derivedFiles[id] : undefined;
  if (derived !== undefined) return derived;
  const file = Object.hasOwn(files, id) ? files[id] : undefined;
  if (file === undefined) return null;
  const places = new Map(ownTextPlaces(id).map((place) => [place.id, place]));
  const sections = file.sections.map((section) => {
    const place = places.get(section.id);
    if (place === undefined) return section;
    const { heading, prompt, optional = false } = place;
    return section.heading === undefined
      ? { ...section, heading, ownText: { prompt, optional } }
      : { ...section, ownText: { heading, prompt, optional } };
  });
  return { ...file, sections };
}

/**
 * The outline of that id, or null when there is none. Parsed at the first request only.
 *
 * @throws when a file that we ship is unsound; the tests keep this from happening
 */
export function findOutline(id: string): Outline | null {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const made = Object.hasOwn(derivedFiles, id) ? derivedFiles[id] : undefined;
  if (made !== undefined) {
    const derived = deriveOutline(made, findOutline);
    if (!derived.ok) throw new Error(`${id}: ${derived.fault.map(({ message }) => message).join("; ")}`);
    loaded.set(id, derived.value);
    return derived.value;
  }
  const json = outlineJson(id);
  if (json === null) return null;
  // That our own files are sound is for the tests to say: the pane is spared what proves it.
  const outline = outlineSchema.parse(json);
  loaded.set(id, outline);
  return outline;
}

/**
 * The outline that an edition names first.
 *
 * @throws when the edition names no outline that comes with the program
 */
export function defaultOutline(edition: Edition): Outline {
  const id = defaultOutlineId(edition);
  const outline = findOutline(id);
  if (outline === null) throw new Error(`${edition.id}: no outline ${id}`);
  return outline;
}
