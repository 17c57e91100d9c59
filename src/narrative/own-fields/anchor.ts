import type { Anchor } from "./field.js";

/** Characters on each side that tell where words stand. */
const CONTEXT = 24;
/** Of which as many must still stand on one side where she has edited the other. */
const NEAR = 10;

/** Where words stand in a line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The quote of a stretch of a line, with the words beside it. */
export function anchorAt(line: string, { start, end }: Span): Anchor {
  return {
    before: line.slice(Math.max(0, start - CONTEXT), start),
    exact: line.slice(start, end),
    after: line.slice(end, end + CONTEXT),
  };
}

/** A place found again: the line's position among the lines, and the stretch of it. */
export interface Found extends Span {
  readonly line: number;
}

/**
 * Where a quote stands now. Null when it stands nowhere, or in several places alike: nothing is joined
 * by guess.
 */
export function findAnchor(lines: readonly string[], anchor: Anchor): Found | null {
  const { before, exact, after } = anchor;
  const places = lines.flatMap((text, line): readonly Found[] =>
    occurrences(text, exact).map((start) => ({ line, start, end: start + exact.length })),
  );
  const at = (place: Found) => {
    const text = lines[place.line] ?? "";
    return { left: text.slice(0, place.start), right: text.slice(place.end) };
  };
  const whole = places.filter((place) => {
    const { left, right } = at(place);
    return endsLike(left, before) && startsLike(right, after);
  });
  if (whole.length > 0) return only(whole);
  const near = places.filter((place) => {
    const { left, right } = at(place);
    const leftStands = before !== "" && left.endsWith(before.slice(-NEAR));
    const rightStands = after !== "" && right.startsWith(after.slice(0, NEAR));
    return leftStands || rightStands;
  });
  return only(near);
}

/** The context at the edge of a line is that edge: words put before it are another context. */
function endsLike(left: string, before: string): boolean {
  return before.length < CONTEXT ? left === before : left.endsWith(before);
}

function startsLike(right: string, after: string): boolean {
  return after.length < CONTEXT ? right === after : right.startsWith(after);
}

function only(places: readonly Found[]): Found | null {
  const [first, ...more] = places;
  return first !== undefined && more.length === 0 ? first : null;
}

/** Where a word stands alone: `59` is no part of `159` or `59,5`. */
function occurrences(text: string, exact: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const inside = /[\p{L}\d]$/u.test(text.slice(0, at)) && /^[\p{L}\d]/u.test(exact);
    const rest = text.slice(at + exact.length);
    const goesOn = /[\p{L}\d]$/u.test(exact) && /^(?:[\p{L}\d]|[.,]\d)/u.test(rest);
    const decimal = /\d[.,]$/u.test(text.slice(0, at)) && /^\d/u.test(exact);
    if (!inside && !goesOn && !decimal) found.push(at);
  }
  return found;
}
