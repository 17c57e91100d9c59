import type { Rectangle } from "../../values/address.js";
import type { CellContent, CellPlan, CellStyle } from "../plan.js";

export const BLANK: CellContent = { kind: "blank" };

/** Text content; an empty text leaves the cell blank. */
export function textContent(text: string): CellContent {
  return text === "" ? BLANK : { kind: "text", text };
}

/** A planned cell. */
export function planCell(row: number, column: number, content: CellContent, style: CellStyle): CellPlan {
  return { row, column, content, style };
}

/** A merged block: the text in its first cell, and every cell styled so that the border closes. */
export function mergedCells(area: Rectangle, text: string, style: CellStyle): readonly CellPlan[] {
  const cells: CellPlan[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const first = row === area.top && column === area.left;
      cells.push(planCell(row, column, first ? textContent(text) : BLANK, style));
    }
  }
  return cells;
}

/** A rectangle from its corners. */
export function rectangle(top: number, left: number, bottom: number, right: number): Rectangle {
  return { top, left, bottom, right };
}

/** Margins of every sheet, in millimetres: A4 keeps 175 mm for the table. */
export const MARGINS = { top: 20, bottom: 15, left: 20, right: 15 } as const;
