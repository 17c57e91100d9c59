import { clear, type Input, writeInputs } from "./edit.js";
import { type Actor, COAUTHOR, OFFICER } from "./events.js";
import { Fault } from "./fault.js";
import type { Grid } from "./grid.js";
import { LAST_COLUMN, LAST_ROW, parseRect, type Rect, rectOf } from "./rect.js";
import type { Sheet, Visibility } from "./sheet.js";
import {
  addSheet,
  deleteSheet,
  moveSheet,
  protectSheet,
  renameSheet,
  setVisibility,
  unprotectSheet,
} from "./sheets.js";
import { sortRows } from "./sort.js";
import { deleteCells, insertCells } from "./structure.js";
import { allows, type TypingOutcome } from "./typing-check.js";
import { withoutValidation } from "./validation.js";

/**
 * Somebody who works in the grid by hand: the officer, or a co-author elsewhere. Sheets are told by
 * name, cells by A1 address, rows from 1, columns by letter: as one sees them.
 */
export class Person {
  constructor(
    private readonly grid: Grid,
    private readonly actor: Actor,
  ) {}

  /** Types text into a cell and presses Enter. Validation and protection are asked, as in Excel. */
  type(sheetName: string, address: string, text: string): TypingOutcome {
    const sheet = this.sheet(sheetName);
    const rect = this.area(address);
    const refusal = allows(this.grid, sheet, rect.top, rect.left, text);
    if (refusal) return refusal;
    try {
      this.act(() =>
        writeInputs(this.grid, sheet, rect, [[this.asPercent(sheet, rect, text)]], this.grid.region),
      );
      return { accepted: true };
    } catch (error) {
      if (error instanceof Fault)
        return { accepted: false, title: "Microsoft Excel", message: error.message };
      throw error;
    }
  }

  /** Pastes values over an area that starts at a cell. Validations there are replaced, unchecked. */
  paste(sheetName: string, address: string, table: readonly (readonly Input[])[]): void {
    const sheet = this.sheet(sheetName);
    const { top, left } = this.area(address);
    const rect = rectOf(top, left, table.length, table[0]?.length ?? 1);
    this.act(() => {
      writeInputs(this.grid, sheet, rect, table, this.grid.region);
      sheet.validations = withoutValidation(sheet.validations, rect);
      this.grid.record({ kind: "layout", sheetId: sheet.id });
    });
  }

  /** Selects cells and presses Delete. */
  clear(sheetName: string, address: string): void {
    this.act(() => clear(this.grid, this.sheet(sheetName), this.area(address), "Contents"));
  }

  /** Inserts rows above a row. */
  insertRows(sheetName: string, row: number, count = 1): void {
    this.act(() => insertCells(this.grid, this.sheet(sheetName), rows(row, count), "Down"));
  }

  deleteRows(sheetName: string, row: number, count = 1): void {
    this.act(() => deleteCells(this.grid, this.sheet(sheetName), rows(row, count), "Up"));
  }

  /** Inserts columns left of a column. */
  insertColumns(sheetName: string, column: string, count = 1): void {
    this.act(() => insertCells(this.grid, this.sheet(sheetName), this.columns(column, count), "Right"));
  }

  deleteColumns(sheetName: string, column: string, count = 1): void {
    this.act(() => deleteCells(this.grid, this.sheet(sheetName), this.columns(column, count), "Left"));
  }

  /** Sorts the rows of an area by one of its columns, upwards. Formulas move as they are. */
  sortRows(sheetName: string, address: string, column: string): void {
    this.act(() =>
      sortRows(this.grid, this.sheet(sheetName), this.area(address), this.columns(column, 1).left),
    );
  }

  addSheet(name: string): void {
    this.act(() => addSheet(this.grid, name));
  }

  deleteSheet(name: string): void {
    this.act(() => deleteSheet(this.grid, this.sheet(name)));
  }

  renameSheet(name: string, next: string): void {
    this.act(() => renameSheet(this.grid, this.sheet(name), next));
  }

  /** Moves a tab to a position, counted from 1. */
  moveSheet(name: string, position: number): void {
    this.act(() => moveSheet(this.grid, this.sheet(name), position - 1));
  }

  setVisibility(name: string, visibility: Visibility): void {
    this.act(() => setVisibility(this.grid, this.sheet(name), visibility));
  }

  protectSheet(name: string, password = ""): void {
    this.act(() => protectSheet(this.grid, this.sheet(name), {}, password));
  }

  unprotectSheet(name: string, password = ""): void {
    this.act(() => unprotectSheet(this.grid, this.sheet(name), password));
  }

  select(sheetName: string, address: string): void {
    this.act(() => this.grid.select(this.sheet(sheetName), this.area(address)));
  }

  private act<T>(work: () => T): T {
    return this.grid.act(this.actor, work);
  }

  private sheet(name: string): Sheet {
    const sheet = this.grid.sheetNamed(name);
    if (!sheet) throw new Error(`There is no sheet named ${name}.`);
    return sheet;
  }

  private area(address: string): Rect {
    const rect = parseRect(address);
    if (!rect) throw new Error(`Not an address: ${address}`);
    return rect;
  }

  private columns(letters: string, count: number): Rect {
    const { left } = this.area(`${letters}1`);
    return { top: 0, left, bottom: LAST_ROW, right: left + count - 1 };
  }

  /** Into a cell formatted as per cent, Excel takes a typed 88 for 88 %. */
  private asPercent(sheet: Sheet, rect: Rect, text: string): string {
    const format = sheet.style(rect.top, rect.left).numberFormat;
    const { decimal } = this.grid.region;
    const isNumber = new RegExp(`^\\d+(?:\\${decimal}\\d+)?$`).test(text.trim());
    const number = Number(text.trim().replace(decimal, "."));
    return format.endsWith("%") && isNumber && number >= 1 ? `${text.trim()}%` : text;
  }
}

export function officer(grid: Grid): Person {
  return new Person(grid, OFFICER);
}

export function coauthor(grid: Grid): Person {
  return new Person(grid, COAUTHOR);
}

function rows(row: number, count: number): Rect {
  return { top: row - 1, left: 0, bottom: row + count - 2, right: LAST_COLUMN };
}
