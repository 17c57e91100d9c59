import { restyle } from "../../../grid/edit.js";
import { invalidArgument } from "../../../grid/fault.js";
import { columnCount, rowCount, tableOf } from "../../../grid/rect.js";
import {
  type Border,
  type CellStyle,
  HORIZONTAL_ALIGNMENTS,
  SIDES,
  type Side,
  VERTICAL_ALIGNMENTS,
} from "../../../grid/style.js";
import { refuse } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import {
  apiText,
  colorOf,
  fieldsOf,
  flagOf,
  tableOf as inputTable,
  isFields,
  isList,
  numberOf,
  wordOf,
} from "../json.js";
import { Place } from "../place.js";
import type { Json } from "../wire.js";
import { LINE_STYLES, NEW_BORDER, WEIGHTS } from "./borders.js";
import { setLineSize } from "./range-format.js";

type Change = (style: CellStyle) => CellStyle;
type Fields = Readonly<Record<string, Json>>;

/** `range.setCellProperties`: a look for each cell, in one call. */
export function setCellProperties(session: ApiSession, place: Place, value: Json): undefined {
  const { rect } = place;
  const location = "Range.setCellProperties";
  const changes = inputTable(
    value,
    rowCount(rect),
    columnCount(rect),
    (cell) => changeOf(cell, location),
    location,
  );
  restyle(session.grid, place.sheet, rect, (style, row, column) => {
    const change = changes[row - rect.top]?.[column - rect.left];
    return change ? change(style) : style;
  });
}

/** `range.setRowProperties` and `setColumnProperties`: looks and sizes, line by line. */
export function setLineProperties(
  session: ApiSession,
  place: Place,
  value: Json,
  axis: "row" | "column",
): undefined {
  const location = axis === "row" ? "Range.setRowProperties" : "Range.setColumnProperties";
  const { rect, sheet } = place;
  const count = axis === "row" ? rowCount(rect) : columnCount(rect);
  if (!isList(value) || value.length !== count) throw invalidArgument(location);
  for (const [index, line] of value.entries()) {
    if (line === null) continue;
    const area =
      axis === "row"
        ? { ...rect, top: rect.top + index, bottom: rect.top + index }
        : { ...rect, left: rect.left + index, right: rect.left + index };
    const { rowHidden, columnHidden, ...fields } = fieldsOf(line, location);
    const { rowHeight, columnWidth, ...format } = isFields(fields.format) ? fields.format : {};
    const part = new Place(session.grid, sheet.id, area);
    if (rowHeight !== undefined) setLineSize(session, part, "row", numberOf(rowHeight, location, 0, 409));
    if (columnWidth !== undefined)
      setLineSize(session, part, "column", numberOf(columnWidth, location, 0, 1_800));
    if (rowHidden !== undefined) hide(sheet.hiddenRows, area.top, flagOf(rowHidden, location));
    if (columnHidden !== undefined) hide(sheet.hiddenColumns, area.left, flagOf(columnHidden, location));
    if (Object.keys(format).length > 0)
      restyle(session.grid, sheet, area, changeOf({ ...fields, format }, location));
  }
  session.grid.record({ kind: "layout", sheetId: sheet.id });
}

function hide(hidden: Set<number>, line: number, on: boolean): void {
  if (on) hidden.add(line);
  else hidden.delete(line);
}

/** Reads one cell's properties into a change of style. Unknown ones are refused. */
function changeOf(cell: Json, location: string): Change {
  if (cell === null) return (style) => style;
  const changes = Object.entries(fieldsOf(cell, location)).map(([name, value]) => {
    if (name !== "format") return refuse(`${location} ${name}`);
    return formatChange(fieldsOf(value, location), location);
  });
  return (style) => changes.reduce((next, change) => change(next), style);
}

function formatChange(format: Fields, location: string): Change {
  const patches = Object.entries(format).map(([name, value]): Change => {
    const read = FORMAT[name];
    if (!read) return refuse(`${location} format.${name}`);
    return value === null || value === undefined ? (style) => style : read(value, location);
  });
  return (style) => patches.reduce((next, patch) => patch(next), style);
}

function patch<K extends keyof CellStyle>(key: K, value: CellStyle[K]): Change {
  return (style) => ({ ...style, [key]: value });
}

const FORMAT: Readonly<Record<string, ((value: Json, location: string) => Change) | undefined>> = {
  horizontalAlignment: (value, at) => patch("horizontal", wordOf(value, HORIZONTAL_ALIGNMENTS, at)),
  verticalAlignment: (value, at) => patch("vertical", wordOf(value, VERTICAL_ALIGNMENTS, at)),
  wrapText: (value, at) => patch("wrap", flagOf(value, at)),
  indentLevel: (value, at) => patch("indent", numberOf(value, at, 0, 250)),
  fill: (value, at) => nested(value, at, "fill", FILL),
  font: (value, at) => nested(value, at, "font", FONT),
  protection: (value, at) => nested(value, at, "protection", PROTECTION),
  borders: (value, at) => nested(value, at, "borders", BORDERS),
};

type Readers = Readonly<Record<string, ((value: Json, location: string) => Change) | undefined>>;

const FILL: Readers = { color: (value, at) => patch("fill", value === "" ? null : colorOf(value, at)) };
const PROTECTION: Readers = { locked: (value, at) => patch("locked", flagOf(value, at)) };
const FONT: Readers = {
  name: (value, at) => patch("fontName", apiText(value, at)),
  size: (value, at) => patch("fontSize", numberOf(value, at, 1, 409)),
  bold: (value, at) => patch("bold", flagOf(value, at)),
  italic: (value, at) => patch("italic", flagOf(value, at)),
  color: (value, at) => patch("color", colorOf(value, at)),
};
const BORDERS: Readers = Object.fromEntries(
  SIDES.map((side) => [side, (value: Json, at: string) => borderChange(side, fieldsOf(value, at), at)]),
);

function nested(value: Json, location: string, name: string, readers: Readers): Change {
  const changes = Object.entries(fieldsOf(value, location)).map(([key, inner]): Change => {
    const read = readers[key];
    if (!read) return refuse(`${location} format.${name}.${key}`);
    return inner === null ? (style) => style : read(inner, location);
  });
  return (style) => changes.reduce((next, change) => change(next), style);
}

function borderChange(side: Side, given: Fields, location: string): Change {
  const read: Record<string, (value: Json) => Partial<Border>> = {
    style: (value) => ({ style: wordOf(value, LINE_STYLES, location) }),
    weight: (value) => ({ weight: wordOf(value, WEIGHTS, location) }),
    color: (value) => ({ color: colorOf(value, location) }),
  };
  const parts = Object.entries(given).map(([key, value]) =>
    (read[key] ?? (() => refuse(`${location} borders.${key}`)))(value),
  );
  return (style) => {
    const { [side]: old, ...others } = style.borders;
    const border: Border = Object.assign({}, old ?? NEW_BORDER, ...parts);
    return { ...style, borders: border.style === "None" ? others : { ...others, [side]: border } };
  };
}

/** `range.getCellProperties`: for each cell, what the load options ask for. */
export function getCellProperties(place: Place, options: Json): Json {
  const { sheet, rect } = place;
  return tableOf(rect, (row, column) =>
    picked(describe(sheet.style(row, column)), options, "Range.getCellProperties"),
  );
}

function describe(style: CellStyle): Fields {
  const borders = Object.fromEntries(
    SIDES.map((side) => [side, { ...(style.borders[side] ?? { ...NEW_BORDER, style: "None" }) }]),
  );
  return {
    format: {
      horizontalAlignment: style.horizontal,
      verticalAlignment: style.vertical,
      wrapText: style.wrap,
      indentLevel: style.indent,
      fill: { color: style.fill ?? "#FFFFFF" },
      font: {
        name: style.fontName,
        size: style.fontSize,
        bold: style.bold,
        italic: style.italic,
        color: style.color,
      },
      protection: { locked: style.locked },
      borders,
    },
  };
}

function picked(all: Json, options: Json, location: string): Json {
  if (options === true || !isFields(all)) return all;
  const entries = Object.entries(fieldsOf(options, location)).filter((entry) => entry[1] !== false);
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const value = all[key];
      return [key, value === undefined ? refuse(`${location} ${key}`) : picked(value, inner, location)];
    }),
  );
}
