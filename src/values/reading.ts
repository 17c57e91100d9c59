import type { ChoiceIndicator, Indicator } from "../forms/schema.js";
import { type Cell, isCellError } from "./cell.js";
import type { Culture } from "./culture.js";
import { fromSerial, shortDay } from "./day.js";
import { isDateFormat, isPercentFormat, showsPercentSign } from "./number-format.js";
import { type NumberReading, readNumberText, significantDigits } from "./number-text.js";
import { decimalsOf } from "./tolerance.js";
import { plainMarks, typedLines } from "./typed-text.js";

/** What one cell says, read as its indicator's kind. Nothing is guessed silently. */
export type Reading =
  | { readonly kind: "blank" }
  | NumberValue
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "unreadable"; readonly cause: UnreadableCause; readonly shown: string };

export interface NumberValue {
  readonly kind: "number";
  /** Counts and money as they are, per cents from 0 to 100, choices by their printed number. */
  readonly value: number;
  /** Decimals as typed: what the officer meant to show. */
  readonly decimals: number;
  /** The cell's own text where the number is stored as text; null for a number cell. */
  readonly typed: string | null;
  /** The other way to read what was typed, where nothing decides; null otherwise. */
  readonly alternative: number | null;
  /** Present where a per cent sign says that the number is one. */
  readonly percent?: true;
}

/** What a cell is read as: an indicator, or anything else of such a kind. */
export type ReadAs =
  | Pick<Exclude<Indicator, ChoiceIndicator>, "kind">
  | Pick<ChoiceIndicator, "kind" | "choices">;

/**
 * Why a cell cannot be read: words, an Excel error, a date that Excel made, a per cent sign on a count,
 * TRUE/FALSE, several lines, more digits than a number keeps, a word that is none of the choices.
 */
export type UnreadableCause =
  | "words"
  | "cell-error"
  | "date"
  | "percent"
  | "boolean"
  | "lines"
  | "too-long"
  | "choice";

const BLANK: Reading = { kind: "blank" };
/** Statistical yearbooks print a dash for "none" and dots for "not known"; officers write both. */
const NONE = /^(?:-+|0|không|ko|không có|không phát sinh)$/;
const UNKNOWN = /^(?:…|\.{2,}|…\.+|\.+…)$/;
/** Digits that a number keeps, in a spreadsheet and in a binary fraction. */
const KEPT_DIGITS = 15;

/**
 * Reads one cell as its indicator's kind.
 *
 * @param culture how the program holding the workbook writes numbers, where that is known
 */
export function readCell(cell: Cell, indicator: ReadAs, culture: Culture | null): Reading {
  const { value } = cell;
  if (value === null) return BLANK;
  if (isCellError(value)) return unreadable("cell-error", value.error);
  if (typeof value === "boolean") return unreadable("boolean", value ? "TRUE" : "FALSE");
  if (typeof value === "number") return readNumberCell(value, cell.format, indicator);
  return readTextCell(value, indicator, culture);
}

function readNumberCell(value: number, format: string, indicator: ReadAs): Reading {
  if (indicator.kind === "text") return { kind: "text", text: String(value) };
  if (isDateFormat(format)) {
    const day = fromSerial(value);
    return unreadable("date", day === null ? String(value) : shortDay(day));
  }
  const number = withoutDust(value);
  if (isTooLong(number)) {
    const shown = String(number);
    return indicator.kind === "heading" ? { kind: "text", text: shown } : unreadable("too-long", shown);
  }
  const signed = showsPercentSign(format);
  if (!isPercentFormat(format) && !signed) return numberCell(number);
  const percent = signed ? number : withoutDust(number * 100);
  return indicator.kind === "ratio"
    ? { ...numberCell(percent), percent: true }
    : unreadable("percent", `${percent}%`);
}

/** True for a whole part that a cell no longer keeps digit by digit. */
function isTooLong(value: number): boolean {
  return Math.abs(value) >= 10 ** KEPT_DIGITS;
}

/** What sums of binary fractions leave behind the 15th digit says nothing; nor does the sign of 0. */
function withoutDust(value: number): number {
  return Number(value.toPrecision(KEPT_DIGITS)) || 0;
}

function readTextCell(value: string, indicator: ReadAs, culture: Culture | null): Reading {
  const lines = typedLines(value);
  const text = lines.join(" ");
  if (text === "" || UNKNOWN.test(text)) return BLANK;
  if (indicator.kind === "text" || indicator.kind === "heading") return { kind: "text", text };
  if (lines.length > 1) return unreadable("lines", lines.join(" ⏎ "));
  const word = plainMarks(text).toLowerCase();
  if (indicator.kind === "choice") return readChoice(text, word, indicator.choices, culture);
  if (NONE.test(word)) return numberText(0, 0, text);
  const readings = readNumberText(text);
  if (readings.length === 0) return unreadable("words", text);
  if (significantDigits(text) > KEPT_DIGITS || readings.some(({ value }) => isTooLong(value))) {
    return unreadable("too-long", text);
  }
  if (readings[0]?.percent && indicator.kind !== "ratio") return unreadable("percent", text);
  return decide(readings, indicator, culture, text);
}

/** A choice by its word, by word and number as printed, or by its number; "none" is no choice by itself. */
function readChoice(
  text: string,
  word: string,
  choices: ChoiceIndicator["choices"],
  culture: Culture | null,
): Reading {
  const said = word.replace(/\s*[=:-]\s*/, " = ");
  const known = choices.find(
    ({ label, value }) =>
      word === label.toLowerCase() ||
      said === `${label} = ${value}`.toLowerCase() ||
      said === `${value} = ${label}`.toLowerCase(),
  );
  if (known !== undefined) return numberText(known.value, 0, text);
  const readings = readNumberText(text);
  if (readings.length === 0) return unreadable("choice", text);
  if (significantDigits(text) > KEPT_DIGITS || readings.some(({ value }) => isTooLong(value))) {
    return unreadable("too-long", text);
  }
  if (readings[0]?.percent) return unreadable("percent", text);
  return decide(readings, { kind: "choice", choices }, culture, text);
}

/** Takes the reading that kind or culture leaves; where two remain, the likelier with the other beside it. */
function decide(
  readings: readonly NumberReading[],
  indicator: ReadAs,
  culture: Culture | null,
  text: string,
): Reading {
  const fitting = readings.filter((reading) => fits(reading, indicator));
  const possible = fitting.length > 0 ? fitting : readings;
  const [first, second] = possible;
  if (first === undefined) return unreadable("words", text);
  const percent = first.percent ? ({ percent: true } as const) : {};
  if (second === undefined) return { ...numberText(first.value, first.decimals, text), ...percent };
  // Nobody writes decimals that say nothing: `3,000` means 3000 more often than 3. A count has none at all.
  const groups = first.decimals > 0 && (indicator.kind === "count" || text.endsWith("0"));
  const [taken, other] = groups && indicator.kind !== "ratio" ? [second, first] : [first, second];
  // Only a Vietnamese set-up decides: machines set to en-US are common in Vietnamese offices.
  const decided = !groups && culture?.decimal === ",";
  return { ...numberText(taken.value, taken.decimals, text, decided ? null : other.value), ...percent };
}

function fits(reading: NumberReading, indicator: ReadAs): boolean {
  switch (indicator.kind) {
    case "count":
      return Number.isInteger(reading.value);
    case "choice":
      return indicator.choices.some(({ value }) => value === reading.value);
    case "ratio":
      return reading.value >= 0 && reading.value <= 100;
    default:
      return true;
  }
}

function numberCell(value: number): NumberValue {
  return { kind: "number", value, decimals: decimalsOf(value), typed: null, alternative: null };
}

function numberText(
  value: number,
  decimals: number,
  typed: string,
  alternative: number | null = null,
): NumberValue {
  return { kind: "number", value, decimals, typed, alternative };
}

function unreadable(cause: UnreadableCause, shown: string): Reading {
  return { kind: "unreadable", cause, shown };
}
