import { ENGLISH, VIETNAMESE } from "./culture.js";
import { plainMarks } from "./typed-text.js";

/** One way to read a typed number. `decimals` counts the digits after the decimal mark as typed. */
export interface NumberReading {
  readonly value: number;
  readonly decimals: number;
  /** The culture whose marks make this reading; null where the text has no mark. */
  readonly culture: "vietnamese" | "english" | null;
  readonly percent: boolean;
}

const MARKED = /^[+-]?\d+(?:[.,]\d+)*$/;
/** A number that somebody was about to go on with: `12.`, `5,`. */
const TRAILING_MARK = /^([+-]?\d+)[.,]$/;

/**
 * Every way to read a line as a number, the Vietnamese first: `67,1` has one, `3.000` two (3000 and
 * 3), `25 văn bản` none. Takes full-width digits, a minus of any shape, a trailing per cent sign, and
 * spaces between groups of three digits.
 */
export function readNumberText(text: string): readonly NumberReading[] {
  const clean = plainMarks(text).trim();
  const percent = clean.endsWith("%");
  const body = joinGroups((percent ? clean.slice(0, -1) : clean).trim().replace(TRAILING_MARK, "$1"));
  if (body === null || !MARKED.test(body)) return [];
  return (["vietnamese", "english"] as const)
    .map((culture) => readAs(body, culture))
    .filter((reading) => reading !== null)
    .filter((reading, index, all) => all.findIndex((other) => other.value === reading.value) === index)
    .map((reading) => ({ ...reading, percent }));
}

/** Digits that say something: a spreadsheet keeps 15 of them, and so does a binary fraction. */
export function significantDigits(text: string): number {
  return plainMarks(text).replace(/\D/g, "").replace(/^0+/, "").length;
}

/** `1 234 567,8` without its spaces; null when the spaces do not part groups of three digits. */
function joinGroups(text: string): string | null {
  if (!text.includes(" ")) return text;
  return /^[+-]?[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?$/.test(text) ? text.replaceAll(" ", "") : null;
}

function readAs(text: string, name: "vietnamese" | "english"): Omit<NumberReading, "percent"> | null {
  const { decimal, group } = name === "vietnamese" ? VIETNAMESE : ENGLISH;
  const [whole = "", fraction, ...more] = text.split(decimal);
  if (more.length > 0 || fraction?.includes(group)) return null;
  const grouped = whole.includes(group);
  if (grouped && !isGrouped(whole.replace(/^[+-]/, "").split(group))) return null;
  const value = Number(`${whole.replaceAll(group, "")}.${fraction ?? "0"}`);
  if (!Number.isFinite(value)) return null;
  const marked = grouped || fraction !== undefined;
  return { value, decimals: fraction?.length ?? 0, culture: marked ? name : null };
}

function isGrouped(groups: readonly string[]): boolean {
  const [first = "", ...rest] = groups;
  // `01.000` and `001.000` too: somebody who writes 05 for 5.
  return /^(?!0+$)\d{1,3}$/.test(first) && rest.every((digits) => digits.length === 3);
}
