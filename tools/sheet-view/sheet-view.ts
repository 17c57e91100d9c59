import type { IRange } from "@univerjs/core";
import { OFFICER } from "../grid/events.js";
import type { Grid } from "../grid/grid.js";
import { officer } from "../grid/person.js";
import { sameRect } from "../grid/rect.js";
import { BookPainter } from "./book-painter.js";
import { connectEditing } from "./editing.js";
import { allowsCommand } from "./gestures.js";
import { rectOfRange } from "./units.js";
import { createSheets } from "./univer.js";

/** What the page around the grid wants to hear. */
interface SheetViewListener {
  /** She started or ended typing into a cell. */
  editing(on: boolean): void;
  /** Something did not work; a sentence for her. */
  tell(message: string): void;
}

export interface SheetView {
  /** Gives the grid the keyboard, as a click into it does. */
  focus(): void;
  /** Begins typing in the selected cell, after what stands there, as F2 does. */
  edit(): void;
}

/**
 * Shows a workbook in the grid component and lets the officer work in it. The workbook in memory is
 * the only truth: the component shows it, and what she does there is done to it and painted back.
 */
export function showGrid(container: HTMLElement, grid: Grid, listener: SheetViewListener): SheetView {
  const sheets = createSheets(container);
  const person = officer(grid);
  const hands = { grid, officer: person, tell: (message: string) => listener.tell(message) };
  const painter = new BookPainter(sheets, grid);
  connectEditing(sheets, grid, person, (outcome) => listener.tell(`${outcome.title}: ${outcome.message}`));
  sheets.guard((id, params) => {
    if (painter.painting) return true;
    if (id === EDITOR) listener.editing(isVisible(params));
    return allowsCommand(hands, id, params);
  });
  sheets.watch((id, params) => {
    if (painter.painting || !params) return;
    if (id === ACTIVATED && "subUnitId" in params && typeof params.subUnitId === "string") {
      const sheet = grid.sheets.find((one) => one.id === params.subUnitId);
      if (!sheet || sheet.id === grid.activeId) return;
      painter.noteActive(sheet.id);
      grid.act(OFFICER, () => grid.select(sheet));
    }
    if (id === SELECTED) noteSelection(grid, params);
  });
  return {
    focus: () => container.querySelector<HTMLElement>(KEYBOARD)?.focus(),
    edit: () => {
      const keyboard = container.querySelector<HTMLElement>(KEYBOARD);
      keyboard?.dispatchEvent(new KeyboardEvent("keydown", { key: "F2", keyCode: 113, bubbles: true }));
    },
  };
}

/** Where the component hears the keyboard. */
const KEYBOARD = "[data-u-comp=editor][contenteditable]";
const EDITOR = "sheet.operation.set-cell-edit-visible";
const ACTIVATED = "sheet.operation.set-worksheet-active";
const SELECTED = "sheet.operation.set-selections";

function isVisible(params: object | undefined): boolean {
  return params !== undefined && "visible" in params && params.visible === true;
}

interface Selected {
  readonly subUnitId?: string;
  readonly selections?: readonly { readonly range: IRange }[];
}

function noteSelection(grid: Grid, params: Selected): void {
  const sheet = grid.sheets.find((one) => one.id === params.subUnitId);
  const range = params.selections?.at(-1)?.range;
  if (
    !sheet ||
    !range ||
    sheet.id !== grid.activeId ||
    Number.isNaN(range.startRow) ||
    Number.isNaN(range.startColumn)
  )
    return;
  const rect = rectOfRange(range);
  if (!sameRect(rect, sheet.selection)) grid.act(OFFICER, () => grid.select(sheet, rect));
}
