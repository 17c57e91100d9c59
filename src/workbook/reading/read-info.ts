import type { Edition } from "../../forms/schema.js";
import { INFO_SHEET } from "../../forms/sheet-names.js";
import { type InfoField, type InfoKey, infoFields } from "../../report/info-fields.js";
import { matchPeriod, periodWindow } from "../../report/periods.js";
import type { ReportInfo } from "../../report/report.js";
import type { CellAddress } from "../../values/address.js";
import { BLANK_CELL, type Cell, isCellError } from "../../values/cell.js";
import { type Day, fromSerial, parseDay } from "../../values/day.js";
import { looseText, sameLoosely } from "../../values/loose-text.js";
import { cellText, type SnapshotIndex } from "../snapshot-index.js";

const found = new WeakMap<SnapshotIndex, ReadonlyMap<InfoKey, CellAddress>>();

/** Where each information cell stands: by its name or, where that is lost, beside its label. */
export function findInfoCells(index: SnapshotIndex): ReadonlyMap<InfoKey, CellAddress> {
  const cells = found.get(index) ?? infoCellsOf(index);
  found.set(index, cells);
  return cells;
}

function infoCellsOf(index: SnapshotIndex): ReadonlyMap<InfoKey, CellAddress> {
  const cells = new Map<InfoKey, CellAddress>();
  const labels = labelledCells(index);
  for (const field of infoFields) {
    const address = index.find({ kind: "info", key: field.key }) ?? labels.get(looseText(field.label));
    if (address !== undefined) cells.set(field.key, address);
  }
  return cells;
}

/** The cell to the right of each text on the sheet `Thông tin chung`, by the text. */
function labelledCells(index: SnapshotIndex): ReadonlyMap<string, CellAddress> {
  const found = new Map<string, CellAddress>();
  const sheet =
    index.sheet(INFO_SHEET) ?? index.snapshot.sheets.find(({ name }) => sameLoosely(name, INFO_SHEET));
  if (sheet === undefined || sheet === null) return found;
  // Column by column: a label stands left of the values, and a value may read like a label ("Năm").
  const width = Math.max(0, ...sheet.values.map((line) => line.length));
  for (let j = 0; j < width; j++) {
    for (const [i, line] of sheet.values.entries()) {
      const value = line[j];
      if (typeof value !== "string") continue;
      const label = looseText(value.replace(/\s*\(\*\)\s*$/, ""));
      if (found.has(label)) continue;
      found.set(label, { sheet: sheet.name, row: sheet.top + i, column: sheet.left + j + 1 });
    }
  }
  return found;
}

/** Reads the information cells. What cannot be read is listed in `unreadable` and left blank. */
export function readInfo(
  index: SnapshotIndex,
  edition: Edition,
  cells: ReadonlyMap<InfoKey, CellAddress>,
): ReportInfo {
  const unreadable: InfoKey[] = [];
  const cellOf = (key: InfoKey): Cell => {
    const address = cells.get(key);
    return address === undefined ? BLANK_CELL : index.cell(address);
  };
  const read = <T>(key: InfoKey, blank: T, parse: (cell: Cell) => T | null): T => {
    const cell = cellOf(key);
    if (isBlank(cell)) return blank;
    const value = isWritten(cell) ? parse(cell) : null;
    if (value !== null) return value;
    unreadable.push(key);
    return blank;
  };
  const text = (key: InfoKey) => read(key, "", readText);
  const lines = (key: InfoKey) => read<readonly string[]>(key, [], readLines);
  const day = (key: InfoKey) => read<Day | null>(key, null, readDay);
  const period = read("period", null, (cell) => matchPeriod(edition, readText(cell))?.id ?? null);
  const year = read<number | null>("year", null, readYear);
  const window = period === null || year === null ? null : periodWindow(edition, period, year);
  return {
    organization: text("organization"),
    superior: text("superior"),
    province: text("province"),
    period,
    year,
    from: day("from") ?? window?.from ?? null,
    to: day("to") ?? window?.to ?? null,
    number: text("number"),
    symbol: text("symbol"),
    place: text("place"),
    date: day("date"),
    guidance: text("guidance"),
    addressees: lines("addressees"),
    recipients: lines("recipients"),
    signerAuthority: read("signerAuthority", "", readWrappedText),
    signerTitle: read("signerTitle", "", readWrappedText),
    signerName: text("signerName"),
    unreadable: orderOf(unreadable),
  };
}

/** Blank too is a formula that gave an empty text, or one that nobody has worked out yet. */
function isBlank({ value }: Cell): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

function isWritten({ value }: Cell): boolean {
  return typeof value !== "boolean" && !isCellError(value);
}

function readText(cell: Cell): string {
  return cellText(cell).normalize("NFC").replace(/\s+/g, " ");
}

/** A text whose lines stay apart: `KT. CHỦ TỊCH` over `PHÓ CHỦ TỊCH`. */
function readWrappedText(cell: Cell): string {
  return cellText(cell)
    .normalize("NFC")
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** One item per line or between semicolons, without the dashes and marks that the document sets itself. */
function readLines(cell: Cell): readonly string[] {
  return cellText(cell)
    .normalize("NFC")
    .split(/[\r\n]+|;(?!\s*\()/)
    .map((line) =>
      line
        .replace(/\s+/g, " ")
        .replace(/^[\s+\u2010-\u2015-]+/, "")
        .replace(/[\s;,./]+$/, ""),
    )
    .filter((line) => line !== "");
}

/** A year of four digits, also as `năm 2023`. */
function readYear(cell: Cell): number | null {
  const digits = /^(?:năm\s*)?([12]\d{3})$/i.exec(readText(cell).normalize("NFKC").normalize("NFC"))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A date as Excel keeps it (a serial number, formatted as a date or not) or as text. */
function readDay(cell: Cell): Day | null {
  if (typeof cell.value === "number") return fromSerial(cell.value);
  return parseDay(readText(cell));
}

/** Keys in the order of the sheet. */
function orderOf(keys: readonly InfoKey[]): readonly InfoKey[] {
  return infoFields
    .map((field: InfoField & { key: InfoKey }) => field.key)
    .filter((key) => keys.includes(key));
}
