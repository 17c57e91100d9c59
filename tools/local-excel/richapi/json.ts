import { invalidArgument } from "../../grid/fault.js";
import type { Json } from "./wire.js";

/** Values out of the client, read as the member expects them; anything else is InvalidArgument. */

export function apiText(value: Json, location: string): string {
  if (typeof value !== "string") throw invalidArgument(location);
  return value;
}

export function flagOf(value: Json, location: string): boolean {
  if (typeof value !== "boolean") throw invalidArgument(location);
  return value;
}

/** A finite number within bounds. */
export function numberOf(
  value: Json,
  location: string,
  least = Number.NEGATIVE_INFINITY,
  most = Infinity,
): number {
  if (typeof value !== "number" || !(value >= least && value <= most)) throw invalidArgument(location);
  return value;
}

export function wordOf<T extends string>(value: Json, words: readonly T[], location: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw invalidArgument(location, `One of ${words.join(", ")}.`);
  return found;
}

export function fieldsOf(value: Json, location: string): Readonly<Record<string, Json>> {
  if (!isFields(value)) throw invalidArgument(location);
  return value;
}

export function isFields(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A colour as Excel takes it, `#RRGGBB` or a name it knows; given back as `#RRGGBB`. */
export function colorOf(value: Json, location: string): string {
  const text = apiText(value, location);
  const named = NAMED_COLORS[text.toLowerCase()];
  if (named) return named;
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw invalidArgument(location, `Not a colour: ${text}`);
  return text.toUpperCase();
}

const NAMED_COLORS: Readonly<Record<string, string | undefined>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  gray: "#808080",
  orange: "#FFA500",
};

/**
 * A table argument of a range: a two-dimensional array of its shape, or one value for all cells.
 * `read` makes an entry of each value.
 */
export function tableOf<T>(
  value: Json,
  rows: number,
  columns: number,
  read: (value: Json) => T,
  location: string,
): T[][] {
  if (!isList(value)) {
    const one = read(value);
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => one));
  }
  const lines = value.map((line) => (isList(line) ? line : null));
  if (lines.length !== rows || lines.some((line) => line?.length !== columns)) {
    const why =
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";
    throw invalidArgument(location, why);
  }
  return lines.map((line) => (line ?? []).map(read));
}
