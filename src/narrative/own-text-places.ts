import type { Edition } from "../forms/schema.js";
import periodic from "./places/periodic.json" with { type: "json" };
import summary from "./places/summary.json" with { type: "json" };

/*
 * The places for the officer's own text stand in files of their own: sheets are laid out with them
 * long before a sentence is needed, and an outline's sentences are heavy to load.
 */

/** A place in an outline where the officer writes what no form counts. */
export interface OwnTextPlace {
  /** Id of the section; key of the text in a report. */
  readonly id: string;
  /** The section's printed heading, or one without words of the report where that holds some. */
  readonly heading: string;
  /** What belongs there. */
  readonly prompt: string;
  /** True for a section that only some authorities ask for: nobody misses it. */
  readonly optional?: boolean;
}

const files: Readonly<Record<string, readonly OwnTextPlace[]>> = {
  periodic,
  summary,
  // The sections of the periodic report, without its sentences.
  "own-text": periodic,
  // Made from the periodic outline, whose places they print.
  "multi-year": periodic,
  inspection: periodic,
};

/** Ids of the outlines that come with the program. */
export function outlineIds(): readonly string[] {
  return Object.keys(files);
}

/**
 * The outline that an edition names first, by its id.
 *
 * @throws when the edition names no outline that comes with the program
 */
export function defaultOutlineId(edition: Edition): string {
  const id = edition.outlines.find((candidate) => Object.hasOwn(files, candidate));
  if (id === undefined) throw new Error(`${edition.id}: no outline known`);
  return id;
}

/** Every place for the officer's own text, in printed order; none for an unknown outline. */
export function ownTextPlaces(outline: string): readonly OwnTextPlace[] {
  return Object.hasOwn(files, outline) ? (files[outline] ?? []) : [];
}
