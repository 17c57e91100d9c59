import type { ChoiceIndicator, Indicator } from "../forms/schema.js";
import { type Cell, isCellError } from "./cell.js";
import type { Culture } from "./culture.js";
import { fromSerial, shortDay } from "./day.js";
import { isDateFormat, isPercentFormat } from "./number-format.js";
import { type NumberReading, readNumberText } from "./number-text.js";
import { decimalsOf } from "./tolerance.js";

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
  /** The other way to read the text, where nothing decides; null otherwise. */
  readonly alternative: number | null;
}

/** What a cell is read as: an indicator, or anything else of such a kind. */
export type ReadAs =
  | Pick<Exclude<Indicator, ChoiceIndicator>, "kind">
  | Pick<ChoiceIndicator, "kind" | "choices">;

/** Why a cell cannot be read: words, an Excel error, a date that Excel made, a per cent sign on a count, TRUE/FALSE. */
export type UnreadableCause = "words" | "cell-error" | "date" | "percent" | "boolean";

const BLANK: Reading = { kind: "blank" };
/** Statistical yearbooks print a dash for "none" and dots for "not known"; officers write both. */
const NONE = new Set(["-", "--", "không", "ko", "không có", "0"]);
const UNKNOWN = new Set(["", "…", "...", "....", "…..", "....."]);

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
  if (!isPercentFormat(format)) return numberCell(value);
  const hundredfold = Number((value * 100).toPrecision(12));
  return indicator.kind === "ratio" ? numberCell(hundredfold) : unreadable("percent", `${hundredfold}%`);
}

function readTextCell(value: string, indicator: ReadAs, culture: Culture | null): Reading {
  const text = value
    .normalize("NFC")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
  if (UNKNOWN.has(text)) return BLANK;
  if (indicator.kind === "text" || indicator.kind === "heading") return { kind: "text", text };
  const word = text
    .normalize("NFKC")
    .replace(/[\u2212\u2013\u2014]/g, "-")
    .toLowerCase();
  if (indicator.kind === "choice") {
    const choice = indicator.choices.find(
      ({ label, value: number }) =>
        word === label.toLowerCase() ||
        word.replace(/\s*=\s*/, " = ") === `${label} = ${number}`.toLowerCase(),
    );
    if (choice !== undefined) return numberText(choice.value, 0, text);
  }
  if (NONE.has(word)) return numberText(0, 0, text);
  const readings = readNumberText(text);
  if (readings.length === 0) return unreadable("words", text);
  if (readings[0]?.percent && indicator.kind !== "ratio") return unreadable("percent", text);
  return decide(readings, indicator, culture, text);
}

/** Takes the reading that kind or culture leaves; where two remain, the Vietnamese with the other beside it. */
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
  // Only a Vietnamese set-up decides: machines set to en-US are common in Vietnamese offices.
  const decided = second === undefined || culture?.decimal === ",";
  return numberText(first.value, first.decimals, text, decided ? null : second.value);
}

function fits(reading: NumberReading, indicator: ReadAs): boolean {
  switch (indicator.kind) {
    case "count":
    case "choice":
      return Number.isInteger(reading.value);
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
