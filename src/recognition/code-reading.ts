import type { Cell } from "../values/cell.js";
import { fromSerial } from "../values/day.js";
import { isDateFormat } from "../values/number-format.js";

/** The STT of a row as it may be meant; the likeliest first. Empty for a row without one. */
export type CodeReadings = readonly string[];

const CODE = /^\d{1,2}[a-z]?(?:\.[0-9]{1,2}[a-z]?|\.[a-z])*$/;
const JOINED = /^\s*(\d{1,2}(?:\s?\.\s?\d{1,2})*(?:\s?\.\s?[a-z](?=[.)]))?)\s*([.)]|\s)\s*(?=[^\d\s.,])/i;

/**
 * Reads an STT cell: `3.3.1.`, `3,3,1`, the number 3.1 that Excel makes of `3.1` (which may have
 * been `3.10`), and the date 3/1 or 3/1/2002 that it makes of `3.1` or `3.1.2` in some set-ups
 * (whose day and month may have changed places).
 */
export function readCode(cell: Cell): CodeReadings {
  const { value } = cell;
  if (typeof value === "number") {
    if (isDateFormat(cell.format)) return dateReadings(value);
    if (value < 0 || value >= 100) return [];
    const digits = String(Number(value.toFixed(4)));
    return /\.\d$/.test(digits) ? [digits, `${digits}0`] : [digits];
  }
  return typeof value === "string" ? codeOfText(value) : [];
}

/** Reads a text that is nothing but an STT. */
export function codeOfText(text: string): CodeReadings {
  const code = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/,/g, ".")
    .replace(/^[(]|[.)-]+$/g, "");
  if (CODE.test(code)) return [code];
  const date = /^(\d{1,2})[/-](\d{1,2})$/.exec(code);
  return date === null
    ? []
    : [`${Number(date[1])}.${Number(date[2])}`, `${Number(date[2])}.${Number(date[1])}`];
}

/** A label with its STT joined to it ("3.3.1.Số hồ sơ ..."), taken apart; null when it has none. */
export function splitCode(text: string): { readonly code: string; readonly label: string } | null {
  const joined = JOINED.exec(text.normalize("NFKC"));
  if (joined === null) return null;
  const [whole, digits = "", mark = ""] = joined;
  const code = digits.replace(/\s+/g, "").toLowerCase();
  // "2 cấp" begins with a number that is a word of the label, not an STT.
  if (mark.trim() === "" && !code.includes(".")) return null;
  return { code, label: text.normalize("NFKC").slice(whole.length) };
}

function dateReadings(serial: number): CodeReadings {
  const date = fromSerial(serial);
  if (date === null) return [];
  const { day, month, year } = date;
  return [
    `${day}.${month}`,
    `${month}.${day}`,
    `${day}.${month}.${year % 100}`,
    `${month}.${day}.${year % 100}`,
  ];
}

/** The code without its last part: `3.3` for `3.3.1`; null for a code of one part. */
export function parentCode(code: string): string | null {
  const dot = code.lastIndexOf(".");
  return dot < 0 ? null : code.slice(0, dot);
}
