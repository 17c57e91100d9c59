import type { CellStyle, HorizontalAlignment } from "../../workbook/plan.js";
import type { Block } from "../block.js";
import { areasWhere, layersOf } from "../layers.js";
import { rangeOf } from "./ranges.js";

/** Nghị định 30/2020/NĐ-CP, Phụ lục I: documents are set in Times New Roman. */
const FONT = "Times New Roman";

const HORIZONTAL = {
  left: "Left",
  center: "Center",
  right: "Right",
  justify: "Justify",
} as const satisfies Record<HorizontalAlignment, string>;
const VERTICAL = { top: "Top", center: "Center" } as const;
const OUTER = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** One part of a cell's look, and how it is put on a range. */
interface Aspect<Look> {
  readonly of: (style: CellStyle) => Look;
  /** What a cell has that is not planned; nothing is queued for a block of such cells. */
  readonly plain: Look;
  readonly put: (range: Excel.Range, look: Look) => void;
}

const FONT_LOOK: Aspect<Pick<CellStyle, "fontSize" | "bold" | "italic" | "color">> = {
  of: ({ fontSize, bold, italic, color }) => ({ fontSize, bold, italic, color }),
  plain: { fontSize: 0, bold: false, italic: false, color: "" },
  put: ({ format: { font } }, look) => {
    if (look.fontSize === 0) return;
    font.size = look.fontSize;
    font.bold = look.bold;
    font.italic = look.italic;
    font.color = look.color;
  },
};

const FILL: Aspect<string | null> = {
  of: ({ fill }) => fill,
  plain: null,
  put: ({ format: { fill } }, color) => {
    if (color === null) fill.clear();
    else fill.color = color;
  },
};

const ALIGNMENT: Aspect<Pick<CellStyle, "horizontal" | "vertical" | "wrap"> | null> = {
  of: ({ horizontal, vertical, wrap }) => ({ horizontal, vertical, wrap }),
  plain: null,
  put: ({ format }, look) => {
    format.horizontalAlignment = look === null ? "General" : HORIZONTAL[look.horizontal];
    format.verticalAlignment = look === null ? "Bottom" : VERTICAL[look.vertical];
    format.wrapText = look?.wrap ?? false;
  },
};

const LOCK: Aspect<boolean> = {
  of: ({ locked }) => locked,
  plain: true,
  put: ({ format }, locked) => {
    format.protection.locked = locked;
  },
};

/** Queues the looks of a block: each part by itself, most cells at once and the others after. */
export function writeLooks(sheet: Excel.Worksheet, block: Block): void {
  rangeOf(sheet, block.area).format.font.name = FONT;
  putAspect(sheet, block, FONT_LOOK);
  putAspect(sheet, block, FILL);
  putAspect(sheet, block, ALIGNMENT);
  putAspect(sheet, block, LOCK);
  drawBorders(sheet, block);
}

function putAspect<Look>(sheet: Excel.Worksheet, block: Block, aspect: Aspect<Look>): void {
  const { area } = block;
  const key = (look: Look) => JSON.stringify(look);
  const { base, exceptions } = layersOf(area, (row, column) => lookAt(block, aspect, row, column), key);
  if (key(base) !== key(aspect.plain)) aspect.put(rangeOf(sheet, area), base);
  for (const exception of exceptions) aspect.put(rangeOf(sheet, exception.area), exception.look);
}

function lookAt<Look>(block: Block, aspect: Aspect<Look>, row: number, column: number): Look {
  const cell = block.at(row, column);
  return cell === null ? aspect.plain : aspect.of(cell.style);
}

/** Neighbours share a border, so borders are only ever drawn, never taken off beside one. */
function drawBorders(sheet: Excel.Worksheet, block: Block): void {
  const bordered = areasWhere(block.area, (row, column) => block.at(row, column)?.style.border ?? false);
  for (const area of bordered) {
    const { borders } = rangeOf(sheet, area).format;
    const inner = [
      ...(area.bottom > area.top ? (["InsideHorizontal"] as const) : []),
      ...(area.right > area.left ? (["InsideVertical"] as const) : []),
    ];
    for (const side of [...OUTER, ...inner]) borders.getItem(side).style = "Continuous";
  }
}
