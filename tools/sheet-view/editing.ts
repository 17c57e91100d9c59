import type { ICellData } from "@univerjs/core";
import { CellValueType } from "@univerjs/core";
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { Grid } from "../grid/grid.js";
import type { Person } from "../grid/person.js";
import { formatRect, rectOf } from "../grid/rect.js";
import type { TypingOutcome } from "../grid/typing-check.js";
import { editText } from "./cell-data.js";
import type { Sheets } from "./univer.js";

/** Above the component's own handlers, which would guess at numbers and formats. */
const FIRST = 1_000;

/**
 * Lets the officer type into the grid: the editor opens with what she would have to type to get the
 * cell, and what she typed goes to the workbook letter by letter, before anything is guessed.
 */
export function connectEditing(
  sheets: Sheets,
  grid: Grid,
  officer: Person,
  refused: (outcome: Extract<TypingOutcome, { accepted: false }>) => void,
): void {
  const interceptors = sheets.injector.get(SheetInterceptorService).writeCellInterceptor;
  interceptors.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, place) => {
      const sheet = grid.sheets.find((one) => one.id === place.subUnitId);
      if (!sheet) return cell;
      const text = editText(grid, sheet, place.row, place.col);
      if (text.startsWith("=")) return { ...cell, v: null, f: text };
      return { ...cell, v: text, t: CellValueType.STRING };
    },
  });
  interceptors.intercept(AFTER_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, place) => {
      const sheet = grid.sheets.find((one) => one.id === place.subUnitId);
      const text = cell && typedText(cell);
      if (sheet && typeof text === "string" && text !== editText(grid, sheet, place.row, place.col)) {
        const outcome = officer.type(sheet.name, formatRect(rectOf(place.row, place.col)), text);
        if (!outcome.accepted) refused(outcome);
      }
      // Painted by now: the same as what is there, so the component has nothing left to write.
      return place.worksheet.getCellRaw(place.row, place.col) ?? {};
    },
  });
}

/** What stood in the editor. The component takes a leading `'` off and marks the cell instead. */
function typedText(cell: ICellData): string | null {
  if (typeof cell.f === "string" && cell.f !== "") return cell.f;
  if (cell.p) return cell.p.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n") ?? null;
  const text = cell.v === null || cell.v === undefined ? "" : String(cell.v);
  return cell.t === CellValueType.FORCE_STRING ? `'${text}` : text;
}
