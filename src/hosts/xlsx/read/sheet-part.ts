import { shifterOf } from "../../../formula/shift.js";
import type { Rectangle } from "../../../values/address.js";
import type { CellValue } from "../../../values/cell.js";
import { DAYS_TO_1904, parseDay, toSerial } from "../../../values/day.js";
import { LAST_COLUMN, LAST_ROW } from "../../../values/sheet-limits.js";
import { type Scanner, scannerAt } from "../xml/scanner.js";
import { decodeXml, unescapeCell, XmlFault } from "../xml/text.js";
import { readArea, readPlace } from "./cell-places.js";
import { textOf } from "./strings.js";
import { finish, isOn } from "./workbook-part.js";

/** A sheet with more than any form needs: it would take minutes or all memory. */
export class TooManyCells extends Error {}

/** Cells that a file lists, filled or merely formatted: some 60 MB in memory. */
const MAX_CELLS = 2_000_000;
/** Cells in merged areas. */
const MAX_MERGED_CELLS = 500_000;
/** Columns beyond the last, in the file's own list of widths. */
const MAX_COLUMNS = 16_384;
/** Letters of shared formulas once each cell has its own. */
const MAX_FORMULA_LETTERS = 16_000_000;

/** The cells of a sheet side by side, in reading order, and what lies around them. */
export interface SheetPart {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly styles: readonly number[];
  readonly values: readonly CellValue[];
  /** Formula without its leading `=`, shared ones spelled out; null where there is none. */
  readonly formulas: ReadonlyMap<number, SheetFormula>;
  readonly merges: readonly Rectangle[];
  readonly protected: boolean;
}

export interface SheetFormula {
  readonly text: string;
  /** The area that an array formula or a data table fills; null for a formula of its own cell. */
  readonly fills: Rectangle | null;
}

/**
 * Reads a worksheet part in one pass.
 *
 * @param strings the texts that cells share, by index
 * @param date1904 whether the workbook counts its dates from 1904
 * @throws XmlFault, TooManyCells
 */
export function readSheetPart(xml: string, strings: readonly string[], date1904: boolean): SheetPart {
  const scanner = scannerAt(xml, "worksheet");
  const cells = new CellReader(scanner, strings, date1904);
  const merges: Rectangle[] = [];
  let merged = 0;
  let isProtected = false;
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    switch (scanner.name) {
      case "sheetData":
        cells.read();
        break;
      case "mergeCells":
        for (const inside = scanner.enter(); scanner.child(inside); ) {
          if (scanner.is("mergeCell")) {
            const area = readArea(scanner.attribute("ref") ?? "");
            merged += (area.bottom - area.top + 1) * (area.right - area.left + 1);
            if (merged > MAX_MERGED_CELLS) throw new TooManyCells();
            merges.push(area);
          }
          scanner.skip();
        }
        break;
      case "cols":
        for (const inside = scanner.enter(); scanner.child(inside); ) {
          if (!(Number(scanner.attribute("max") ?? 1) <= MAX_COLUMNS)) throw new XmlFault("columns");
          scanner.skip();
        }
        break;
      case "sheetProtection":
        isProtected = isOn(scanner.attribute("sheet"));
        scanner.skip();
        break;
      default:
        scanner.skip();
    }
  }
  finish(scanner);
  return { ...cells, merges, protected: isProtected };
}

/** The first formula of a shared group: the others are this one, moved. */
interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly shift: (rows: number, columns: number) => string;
}

const SPACE = 32;
const EQUALS = 61;

/** Reads `sheetData` into lists: cheap for a million cells, where an object for each is not. */
class CellReader {
  readonly rows: number[] = [];
  readonly columns: number[] = [];
  readonly styles: number[] = [];
  readonly values: CellValue[] = [];
  readonly formulas = new Map<number, SheetFormula>();

  #row = 0;
  #column = 0;
  readonly #shared = new Map<string, SharedFormula>();
  #formulaLetters = 0;
  readonly #scanner: Scanner;
  readonly #strings: readonly string[];
  readonly #epoch: number;

  constructor(scanner: Scanner, strings: readonly string[], date1904: boolean) {
    this.#scanner = scanner;
    this.#strings = strings;
    this.#epoch = date1904 ? DAYS_TO_1904 : 0;
  }

  read(): void {
    const scanner = this.#scanner;
    if (scanner.empty) return;
    if (this.#row > 0) throw new XmlFault("cells twice");
    while (scanner.child(2)) {
      if (!scanner.is("row")) {
        scanner.skip();
        continue;
      }
      const number = scanner.attribute("r");
      const row = number === undefined ? this.#row + 1 : Number(number);
      if (!Number.isInteger(row) || row <= this.#row || row > LAST_ROW) throw new XmlFault("row");
      this.#row = row;
      this.#column = 0;
      if (!scanner.empty) this.#readRow();
    }
  }

  #readRow(): void {
    const scanner = this.#scanner;
    for (;;) {
      if (this.#readPlainCells()) continue;
      if (!scanner.child(3)) return;
      if (scanner.is("c")) this.#readCell();
      else scanner.skip();
    }
  }

  /**
   * Reads cells as nearly every program writes them: `<c r= s= t=><v>...</v></c>` or `<c r= s=/>`, the
   * tags side by side. Stops before anything else, which goes the way through the scanner.
   *
   * @returns whether any was read
   */
  #readPlainCells(): boolean {
    const scanner = this.#scanner;
    if (scanner.prefix !== "") return false;
    const { xml } = scanner;
    let at = scanner.end;
    for (;;) {
      if (!xml.startsWith("<c ", at)) break;
      let place = at + 3;
      let column = this.#column + 1;
      let style = 0;
      let type = "";
      let plain = true;
      let seen = 0;
      let code = xml.charCodeAt(place);
      while (code !== 62 && code !== 47) {
        // ` r="A1"`: one letter, an equals sign, a double quote.
        if (xml.charCodeAt(place + 1) !== EQUALS || xml.charCodeAt(place + 2) !== 34) {
          plain = false;
          break;
        }
        const open = place + 3;
        const close = xml.indexOf('"', open);
        if (close === -1) throw new XmlFault("attribute");
        if (code === 114) {
          column = this.#plainColumn(open, close);
          seen += 1;
        } else if (code === 115) {
          style = digits(xml, open, close);
          seen += 8;
        } else if (code === 116) {
          type = xml.slice(open, close);
          seen += 64;
        } else {
          plain = false;
          break;
        }
        place = close + 1;
        code = xml.charCodeAt(place);
        if (code === SPACE) code = xml.charCodeAt(++place);
      }
      if (!plain || column === -1 || style === -1 || (seen & ~(1 + 8 + 64)) !== 0) break;
      let end: number;
      let value: CellValue = null;
      if (code === 47) {
        if (xml.charCodeAt(place + 1) !== 62) break;
        end = place + 2;
      } else {
        if (!xml.startsWith("<v>", place + 1)) break;
        const less = xml.indexOf("<", place + 4);
        if (less === -1 || !xml.startsWith("</v></c>", less)) break;
        value = this.#value(type, decodeXml(xml.slice(place + 4, less)));
        end = less + 8;
      }
      this.#column = this.#nextColumn(column);
      this.#add(style, value);
      at = end;
    }
    if (at === scanner.end) return false;
    scanner.jump(at);
    return true;
  }

  /** Column of `A1`, or -1 where the reference is not of this row or written otherwise. */
  #plainColumn(open: number, close: number): number {
    const { xml } = this.#scanner;
    let column = 0;
    let at = open;
    let code = xml.charCodeAt(at);
    while (code >= 65 && code <= 90 && at < close) {
      column = column * 26 + code - 64;
      code = xml.charCodeAt(++at);
    }
    return column > 0 && digits(xml, at, close) === this.#row ? column : -1;
  }

  #nextColumn(column: number): number {
    if (column <= this.#column || column > LAST_COLUMN) throw new XmlFault("column");
    return column;
  }

  #readCell(): void {
    const scanner = this.#scanner;
    const reference = scanner.attribute("r");
    const place = reference === undefined ? null : readPlace(reference);
    if (place !== null && place.row !== this.#row) throw new XmlFault("row");
    this.#column = this.#nextColumn(place?.column ?? this.#column + 1);
    const style = Number(scanner.attribute("s") ?? 0);
    const type = scanner.attribute("t") ?? "";
    let written: string | null = null;
    let inline = "";
    let formula: SheetFormula | null = null;
    for (const inside = scanner.enter(); scanner.child(inside); ) {
      if (scanner.is("v")) written = scanner.content();
      else if (scanner.is("f")) formula = this.#formula();
      else if (scanner.is("is")) inline = textOf(scanner);
      else scanner.skip();
    }
    let value: CellValue = null;
    if (type === "inlineStr") value = inline;
    else if (written !== null) value = this.#value(type, written);
    // A formula may give an empty text; a cell without one holds nothing then.
    if (value === "" && formula === null) value = null;
    if (formula !== null) this.formulas.set(this.rows.length, formula);
    this.#add(style, value);
  }

  #formula(): SheetFormula | null {
    const scanner = this.#scanner;
    const kind = scanner.attribute("t");
    const area = scanner.attribute("ref");
    const index = scanner.attribute("si") ?? "";
    const text = scanner.content();
    const here = { row: this.#row, column: this.#column };
    if (kind === "shared") {
      if (text !== "") this.#shared.set(index, { ...here, shift: shifterOf(text) });
      const first = this.#shared.get(index);
      if (first === undefined) return null;
      const moved = first.shift(here.row - first.row, here.column - first.column);
      this.#formulaLetters += moved.length;
      if (this.#formulaLetters > MAX_FORMULA_LETTERS) throw new TooManyCells();
      return { text: moved, fills: null };
    }
    const fills = (kind === "array" || kind === "dataTable") && area !== undefined ? readArea(area) : null;
    if (text !== "") return { text, fills };
    return null;
  }

  #value(type: string, written: string): CellValue {
    switch (type) {
      case "s": {
        const text = this.#strings[wholeNumber(written)];
        if (text === undefined) throw new XmlFault("text");
        return text === "" ? null : text;
      }
      case "str":
        return unescapeCell(written);
      case "b":
        if (!/^\s*(?:0|1|true|false)\s*$/.test(written)) throw new XmlFault("truth value");
        return isOn(written.trim());
      case "e":
        return { error: written };
      case "":
      case "n":
        return written.trim() === "" ? null : finite(written);
      case "d":
        return serialOfText(written) - this.#epoch;
      default:
        throw new XmlFault("cell type");
    }
  }

  #add(style: number, value: CellValue): void {
    if (this.rows.length >= MAX_CELLS) throw new TooManyCells();
    this.rows.push(this.#row);
    this.columns.push(this.#column);
    this.styles.push(style);
    this.values.push(value);
  }
}

/** The whole number written in a text from a place to another; -1 where there is anything but digits. */
function digits(text: string, from: number, to: number): number {
  if (to <= from || to - from > 9) return -1;
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function wholeNumber(text: string): number {
  const trimmed = text.trim();
  return digits(trimmed, 0, trimmed.length);
}

/** `12`, `-0.5`, `1E-3`; not what JavaScript alone takes for a number (`0x1F`). */
function finite(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number) || text.includes("x") || text.includes("b") || text.includes("o")) {
    throw new XmlFault("number");
  }
  return number;
}

/** Serial number of a date written out (ISO 8601), as "Strict" files may have it. */
function serialOfText(text: string): number {
  const [, date = "", hours = 0, minutes = 0, seconds = 0] =
    /^\s*(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?)Z?)?\s*$/.exec(text) ?? [];
  const day = parseDay(date);
  const inside = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
  if (day === null || !inside) throw new XmlFault("date");
  return toSerial(day) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
