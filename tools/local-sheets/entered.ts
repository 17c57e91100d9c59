import { isDateFormat } from "../../src/values/number-format.js";
import type { Content } from "../grid/cell.js";
import { isCellError } from "../grid/cell.js";
import { rectOf } from "../grid/rect.js";
import type { Sheet } from "../grid/sheet.js";
import { readTyped } from "../grid/typed-text.js";
import type { SheetsBook } from "./book.js";
import { readLocal } from "./formulas.js";

/** The automatic format as Google tells it. */
export const AUTOMATIC = "0.###############";

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** Việt Nam is seven hours ahead the whole year; the local spreadsheet knows no other zone. */
const OFFSET = 7 * 3_600_000;
export const ZONE = "Asia/Ho_Chi_Minh";

/** What `setValues` makes of one input: texts are read as if typed, as Google documents. */
export function enter(book: SheetsBook, sheet: Sheet, row: number, column: number, input: unknown): void {
  const { content, format } = entered(book, sheet.style(row, column).numberFormat, input);
  if (format !== null) sheet.restyle(rectOf(row, column), { numberFormat: format });
  sheet.setContent(row, column, content);
}

function entered(
  book: SheetsBook,
  format: string,
  input: unknown,
): { readonly content: Content | null; readonly format: string | null } {
  if (input === "" || input === null) return { content: null, format: null };
  if (Object.prototype.toString.call(input) === "[object Date]" && input instanceof Date) {
    const serial = (input.getTime() + OFFSET - EPOCH) / DAY;
    return constant(serial, isDateFormat(format) ? null : "dd/mm/yyyy");
  }
  if (typeof input === "number" || typeof input === "boolean") return constant(input);
  if (typeof input !== "string") throw new Error(`A cell takes no ${typeof input}.`);
  if (input.length > 50_000)
    throw new Error("Your input contains more than the maximum of 50000 characters in a single cell.");
  if (input.startsWith("'")) return constant(input.slice(1));
  if (input.startsWith("=") && input.length > 1) {
    const formula = readLocal(input, book.grid.region);
    if (formula === null) return { content: FAILED, format: null };
    return { content: { kind: "formula", formula, result: null }, format: null };
  }
  if (format === "@") return constant(input);
  const typed = readTyped(input, book.grid.region, book.grid.today());
  return constant(typed.value, format === "General" ? typed.format : null);
}

/** A formula that Google does not understand shows an error; the grid keeps no such formula. */
const FAILED: Content = { kind: "constant", value: "#ERROR!" };

function constant(value: string | number | boolean, format: string | null = null) {
  return { content: { kind: "constant", value } as const, format };
}

/** What `getValues` gives for a cell: a `Date` under a date format, an error's text, "" for a blank one. */
export function shownValue(book: SheetsBook, sheet: Sheet, row: number, column: number): unknown {
  const value = book.grid.value(sheet, row, column);
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "number" && isDateFormat(sheet.style(row, column).numberFormat)) {
    return new Date(Math.round(value * DAY) + EPOCH - OFFSET);
  }
  return value;
}

/** `Utilities.formatDate` for the one pattern that is used. */
export function formatDate(date: Date, zone: string, pattern: string): string {
  if (zone !== ZONE || pattern !== "yyyy,M,d,H,m,s") {
    throw new Error(`The local Google Sheets does not format dates as ${pattern} in ${zone}.`);
  }
  const local = new Date(date.getTime() + OFFSET);
  return [
    String(local.getUTCFullYear()).padStart(4, "0"),
    local.getUTCMonth() + 1,
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
    local.getUTCSeconds(),
  ].join(",");
}
