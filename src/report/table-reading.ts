import type { Column } from "../forms/table-schema.js";
import { type Cell, isCellError } from "../values/cell.js";
import type { Culture } from "../values/culture.js";
import { type Day, fromSerial, parseDay } from "../values/day.js";
import { type ReadAs, type Reading, readCell } from "../values/reading.js";

/** What a cell of a table says: as a form's cell, or a day. */
export type TableReading = Reading | { readonly kind: "date"; readonly day: Day };

/** A choice is a word here, not a number: it is read as text, and a rule compares it with the list. */
const KINDS: Readonly<Record<Exclude<Column["kind"], "date">, ReadAs>> = {
  text: { kind: "text" },
  choice: { kind: "text" },
  count: { kind: "count" },
  money: { kind: "money" },
  percent: { kind: "ratio" },
};

/** Reads one cell as its column's kind. */
export function readTableCell(cell: Cell, column: Column, culture: Culture | null): TableReading {
  return column.kind === "date" ? readDate(cell) : readCell(cell, KINDS[column.kind], culture);
}

/** A day as Excel keeps it (a serial number, formatted as a date or not) or as text. */
function readDate({ value }: Cell): TableReading {
  if (value === null || (typeof value === "string" && value.trim() === "")) return { kind: "blank" };
  if (isCellError(value)) return { kind: "unreadable", cause: "cell-error", shown: value.error };
  if (typeof value === "boolean") {
    return { kind: "unreadable", cause: "boolean", shown: value ? "TRUE" : "FALSE" };
  }
  const day = typeof value === "number" ? fromSerial(value) : parseDay(value);
  return day === null ? { kind: "unreadable", cause: "words", shown: String(value) } : { kind: "date", day };
}
