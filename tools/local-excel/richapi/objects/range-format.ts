import { mustBeFormattable, restyle } from "../../../grid/edit.js";
import type { Rect } from "../../../grid/rect.js";
import { spansColumns, spansRows } from "../../../grid/rect.js";
import type { Sheet } from "../../../grid/sheet.js";
import {
  type CellStyle,
  HORIZONTAL_ALIGNMENTS,
  type StylePatch,
  VERTICAL_ALIGNMENTS,
} from "../../../grid/style.js";
import { ApiObject, type Property } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { apiText, colorOf, flagOf, numberOf, wordOf } from "../json.js";
import type { Place } from "../place.js";
import type { Json } from "../wire.js";
import { bordersObject } from "./borders.js";

/** `range.format`: one look for all cells; a property that differs among them reads as null. */
export function rangeFormatObject(session: ApiSession, place: Place): ApiObject {
  return new ApiObject("RangeFormat", {
    properties: {
      horizontalAlignment: styled(session, place, "horizontal", (value) =>
        wordOf(value, HORIZONTAL_ALIGNMENTS, "RangeFormat.horizontalAlignment"),
      ),
      verticalAlignment: styled(session, place, "vertical", (value) =>
        wordOf(value, VERTICAL_ALIGNMENTS, "RangeFormat.verticalAlignment"),
      ),
      wrapText: styled(session, place, "wrap", (value) => flagOf(value, "RangeFormat.wrapText")),
      indentLevel: styled(session, place, "indent", (value) =>
        numberOf(value, "RangeFormat.indentLevel", 0, 250),
      ),
      rowHeight: lineSize(session, place, "row"),
      columnWidth: lineSize(session, place, "column"),
    },
    children: {
      font: () => fontObject(session, place),
      fill: () => fillObject(session, place),
      borders: () => bordersObject(session, place),
      protection: () => protectionObject(session, place),
    },
    methods: {
      autofitRows: () => {
        mustBeFormattable(session.grid, place.sheet, "RangeFormat.autofitRows");
        for (const row of [...place.sheet.rowHeights.keys()]) {
          if (row >= place.rect.top && row <= place.rect.bottom) place.sheet.rowHeights.delete(row);
        }
        session.grid.record({ kind: "layout", sheetId: place.sheetId });
        return undefined;
      },
    },
  });
}

function fontObject(session: ApiSession, place: Place): ApiObject {
  return new ApiObject("RangeFont", {
    properties: {
      name: styled(session, place, "fontName", (value) => apiText(value, "RangeFont.name")),
      size: styled(session, place, "fontSize", (value) => numberOf(value, "RangeFont.size", 1, 409)),
      bold: styled(session, place, "bold", (value) => flagOf(value, "RangeFont.bold")),
      italic: styled(session, place, "italic", (value) => flagOf(value, "RangeFont.italic")),
      color: styled(session, place, "color", (value) => colorOf(value, "RangeFont.color")),
    },
  });
}

function fillObject(session: ApiSession, place: Place): ApiObject {
  const fill = styled(session, place, "fill", (value) =>
    value === "" ? null : colorOf(value, "RangeFill.color"),
  );
  return new ApiObject("RangeFill", {
    // Excel says white for cells without a fill.
    properties: { color: { ...fill, get: () => uniform(place, (style) => style.fill ?? "#FFFFFF") } },
    methods: {
      clear: () => {
        restyle(session.grid, place.sheet, place.rect, { fill: null });
        return undefined;
      },
    },
  });
}

function protectionObject(session: ApiSession, place: Place): ApiObject {
  return new ApiObject("FormatProtection", {
    properties: {
      locked: styled(session, place, "locked", (value) => flagOf(value, "FormatProtection.locked")),
    },
  });
}

/** A property of the cells' style. */
function styled<K extends keyof StylePatch>(
  session: ApiSession,
  place: Place,
  key: K,
  read: (value: Json) => CellStyle[K],
): Property {
  return {
    get: () => {
      const value = uniform(place, (style) => style[key]);
      return typeof value === "object" ? null : (value ?? null);
    },
    set: (value) => {
      const next = read(value);
      restyle(session.grid, place.sheet, place.rect, (style) => ({ ...style, [key]: next }));
    },
  };
}

/** What all cells of a place have in common, or null. */
function uniform<T>(place: Place, pick: (style: CellStyle) => T): T | null {
  const { sheet, rect } = place;
  const first = pick(sheet.style(rect.top, rect.left));
  return samePick(sheet, rect, first, pick) ? first : null;
}

function samePick<T>(sheet: Sheet, rect: Rect, first: T, pick: (style: CellStyle) => T): boolean {
  let same = true;
  if (spansRows(rect) || spansColumns(rect)) {
    sheet.eachTouched(rect, (row, column) => {
      same &&= pick(sheet.style(row, column)) === first;
    });
    return same;
  }
  for (let row = rect.top; row <= rect.bottom && same; row += 1) {
    for (let column = rect.left; column <= rect.right && same; column += 1) {
      same = pick(sheet.style(row, column)) === first;
    }
  }
  return same;
}

/** Height of rows or width of columns, in points. */
function lineSize(session: ApiSession, place: Place, axis: "row" | "column"): Property {
  const location = axis === "row" ? "RangeFormat.rowHeight" : "RangeFormat.columnWidth";
  const [least, most] = axis === "row" ? [0, 409] : [0, 1_800];
  return {
    get: () => {
      const { sheet } = place;
      const [first, last] = linesOf(place, axis);
      const own = axis === "row" ? sheet.rowHeights : sheet.columnWidths;
      const standard = axis === "row" ? sheet.rowHeight : sheet.columnWidth;
      const sizes = new Set<number>();
      for (let line = first; line <= Math.min(last, first + 10_000); line += 1)
        sizes.add(own.get(line) ?? standard);
      return sizes.size === 1 ? ([...sizes][0] ?? null) : null;
    },
    set: (value) => setLineSize(session, place, axis, numberOf(value, location, least, most)),
  };
}

/** Sets the height of a place's rows or the width of its columns, in points. */
export function setLineSize(session: ApiSession, place: Place, axis: "row" | "column", size: number): void {
  const { sheet, rect } = place;
  mustBeFormattable(
    session.grid,
    sheet,
    axis === "row" ? "RangeFormat.rowHeight" : "RangeFormat.columnWidth",
  );
  if (axis === "row" && spansColumns(rect)) {
    sheet.rowHeight = size;
    sheet.rowHeights.clear();
  } else if (axis === "column" && spansRows(rect)) {
    sheet.columnWidth = size;
    sheet.columnWidths.clear();
  } else {
    const [first, last] = linesOf(place, axis);
    const own = axis === "row" ? sheet.rowHeights : sheet.columnWidths;
    for (let line = first; line <= last; line += 1) own.set(line, size);
  }
  session.grid.record({ kind: "layout", sheetId: sheet.id });
}

function linesOf(place: Place, axis: "row" | "column"): readonly [number, number] {
  const { rect } = place;
  return axis === "row" ? [rect.top, rect.bottom] : [rect.left, rect.right];
}
