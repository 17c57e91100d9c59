import type { Table } from "../../forms/table-schema.js";
import { labelColumn } from "../../forms/tables.js";
import type { TableRow } from "../../report/table-report.js";
import { type Day, shortDay, toSerial } from "../../values/day.js";
import { plainWords } from "../../values/words.js";
import { readingIn } from "./numbers.js";

/** A document of the register, as far as its row says what it is. */
interface WrittenDocument {
  readonly row: TableRow;
  readonly type: string;
  /** Its number, and all of it as written: with a zero under 10, a letter behind (`08`, `59a`). */
  readonly number: number;
  readonly numberText: string;
  readonly date: Day | null;
  /** Who issued it: documents of different bodies are numbered apart. */
  readonly issuer: string;
  /** The same as written, and its symbol in plain words. */
  readonly issuerText: string;
  readonly symbol: string;
  /** What it is about, in plain words. */
  readonly subject: string;
  /** `Quyết định số 59/QĐ-UBND` */
  readonly name: string;
}

/** The same with what it is compared by, worked out once. */
export interface RegisteredDocument extends WrittenDocument {
  /** Its day as a number; 0 without a date. */
  readonly serial: number;
  /** As a key the documents whose numbers may run on with its own: those of its issuer and year, of its type alone where that has numbers of its own. */
  readonly numbering: string;
  /** As a key its issuer, year, type and number. */
  readonly place: string;
  /** As a key what tells it from all others, whoever issued it; null without a symbol or a date. */
  readonly issued: string | null;
}

/** The column that says what a document is about; null in a table that has none. */
export function subjectColumn(table: Table): string | null {
  return table.cites?.subject ?? labelColumn(table)?.id ?? null;
}

/** The document in a row of a register; null where the row names none by type and number. */
export function registeredDocument(row: TableRow, table: Table): RegisteredDocument | null {
  const { register } = table;
  if (register === undefined) return null;
  const number = /^\s*(\d+)([\p{L}]?)/u.exec(textIn(row, register.number));
  const type = textIn(row, register.type);
  if (number === null || type === "") return null;
  const [, digits = "", letter = ""] = number;
  const written = documentNumber(Number(digits));
  const symbol = textIn(row, register.symbol);
  const plainSymbol = plainWords(symbol);
  const date = row.cells.get(register.date)?.reading;
  const issuerText = textIn(row, register.issuer);
  return inSeries({
    row,
    type: plainWords(type),
    number: Number(digits),
    numberText: `${written}${letter.toLowerCase()}`,
    date: date?.kind === "date" ? date.day : null,
    issuerText,
    symbol: plainSymbol,
    subject: plainWords(textIn(row, subjectColumn(table) ?? "")),
    // The council's documents have their own numbers, whoever keeps the register.
    issuer: `${plainWords(issuerText)} ${plainSymbol.includes("hđnd") ? "hđnd" : ""}`.trim(),
    name: `${type} số ${written}${letter}${symbol === "" ? "" : `/${symbol}`}`,
  });
}

/** The words in a cell of a row; an empty string where there are none. */
export function textIn({ cells }: TableRow, column: string): string {
  const reading = readingIn(cells, column);
  return reading.kind === "text" ? reading.text : "";
}

/** A document with what it is compared by. Field by field: a copy by spreading takes longer than all the rest. */
export function inSeries(document: WrittenDocument): RegisteredDocument {
  const { row, type, number, numberText, date, issuer, issuerText, symbol, subject, name } = document;
  const serial = date === null ? 0 : toSerial(date);
  const office = `${issuer}|${date?.year ?? ""}`;
  const numbering = OWN_SERIES.has(type) ? `${office}|${type}` : office;
  const place = `${office}|${type}|${numberText}`;
  const issued = symbol === "" || date === null ? null : `${type}|${numberText}|${symbol}|${serial}`;
  return {
    row,
    type,
    number,
    numberText,
    date,
    issuer,
    issuerText,
    symbol,
    subject,
    name,
    serial,
    numbering,
    place,
    issued,
  };
}

/** Types that every office numbers apart; how it numbers the others is for its own records office to say. */
const OWN_SERIES: ReadonlySet<string> = new Set(["nghị quyết", "quyết định", "chỉ thị"]);

/** Numbers under 10 are written with a zero, as the decree writes days. */
function documentNumber(number: number): string {
  return String(number).padStart(2, "0");
}

/** `số 59 ngày 21/7/2023`; null for none, and for one without a day. */
export function numberWithDate(document: RegisteredDocument | undefined): string | null {
  if (document === undefined || document.date === null) return null;
  return `số ${document.numberText} ngày ${shortDay(document.date)}`;
}
