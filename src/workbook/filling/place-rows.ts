import type { Table } from "../../forms/table-schema.js";
import { labelColumn, orderColumn } from "../../forms/tables.js";
import type { CellAddress } from "../../values/address.js";
import { parseDay, toSerial } from "../../values/day.js";
import { looseText } from "../../values/loose-text.js";
import type { FoundTable } from "../reading/tables/find-table.js";
import { cellAt, cellText } from "../snapshot-index.js";

/** One row to be written, by column id. */
export type GivenRow = Readonly<Record<string, GivenValue>>;
type GivenValue = string | number | boolean | null;

/** Rows for a table: what has to be inserted, then what is written where. */
export interface PlacedRows {
  /** From the lowest to the highest, so that each leaves the places of the others alone. */
  readonly insertions: readonly { readonly before: number; readonly count: number }[];
  /** In the coordinates that hold after the insertions. */
  readonly entries: readonly { readonly cell: CellAddress; readonly value: GivenValue }[];
}

/** A row of the body: one that is there, or one that is to be inserted. */
interface Slot {
  readonly row: number | null;
  readonly label: string;
  readonly blank: boolean;
  taken: boolean;
}

/**
 * Finds a place for each row. A row whose label is already there goes to that row, one labelled as
 * the total to the total row; the others go to the first blank rows or, where the rows come with
 * groups, below the row before them. Where no blank row is left, rows are inserted.
 */
export function placeRows(found: FoundTable, table: Table, rows: readonly GivenRow[]): PlacedRows {
  const slots = slotsOf(found, table);
  const label = labelColumn(table)?.id ?? "";
  const total = table.total === undefined ? null : looseText(table.total);
  const grouped = hasGroups(table, rows, label);
  const labelled = new Map<string, Slot[]>();
  for (const slot of [...slots].reverse()) {
    if (slot.label === "") continue;
    const same = labelled.get(slot.label);
    if (same === undefined) labelled.set(slot.label, [slot]);
    else same.push(slot);
  }
  const placed: (readonly [GivenRow, Slot | "total"])[] = [];
  let cursor = -1;
  /** No blank row is left above. */
  let freeFrom = 0;
  for (const row of rows) {
    const said = looseText(String(row[label] ?? ""));
    if (said !== "" && said === total && found.totalRow !== null) {
      placed.push([row, "total"]);
      continue;
    }
    const known = lastFree(labelled.get(said));
    if (known !== undefined) cursor = slots.indexOf(known);
    else if (grouped) cursor = isFree(slots[cursor + 1]) ? cursor + 1 : insertAt(slots, cursor + 1);
    else {
      cursor = nextFree(slots, freeFrom);
      freeFrom = cursor + 1;
    }
    const slot = slots[cursor];
    if (slot === undefined) continue;
    slot.taken = true;
    placed.push([row, slot]);
  }
  return { insertions: insertionsOf(slots, found), entries: entriesOf(placed, slots, found, table) };
}

function slotsOf(found: FoundTable, table: Table): Slot[] {
  const { sheet, columns, firstRow, closingRow, lastRow } = found;
  const labelled = columns.get(labelColumn(table)?.id ?? "");
  const order = orderColumn(table)?.id;
  const slots: Slot[] = [];
  for (let row = firstRow; row <= (closingRow === null ? lastRow : closingRow - 1); row++) {
    const blank = [...columns].every(([id, column]) => {
      const cell = cellAt(sheet, row, column);
      return id === order || cell.value === null || cell.formula !== "";
    });
    const label = labelled === undefined ? "" : looseText(cellText(cellAt(sheet, row, labelled)));
    slots.push({ row, label, blank: blank || table.body.kind === "one", taken: false });
  }
  return slots;
}

/** True when the rows bring headings of their own: then their order says what belongs under which. */
function hasGroups(table: Table, rows: readonly GivenRow[], label: string): boolean {
  if (table.body.kind !== "many" || !table.body.groups) return false;
  const order = orderColumn(table)?.id;
  return rows.some((row) => Object.keys(row).every((id) => id === label || id === order));
}

function isFree(slot: Slot | undefined): boolean {
  return slot?.blank === true && !slot.taken;
}

/** The topmost row of a label that nobody took; `standing` counts from the lowest. */
function lastFree(standing: Slot[] | undefined): Slot | undefined {
  while (standing?.at(-1)?.taken) standing.pop();
  return standing?.at(-1);
}

/** The first blank row from there on, or one that is inserted at the end. */
function nextFree(slots: Slot[], from: number): number {
  for (let at = from; at < slots.length; at += 1) if (isFree(slots[at])) return at;
  return insertAt(slots, slots.length);
}

function insertAt(slots: Slot[], index: number): number {
  slots.splice(index, 0, { row: null, label: "", blank: true, taken: false });
  return index;
}

function insertionsOf(slots: readonly Slot[], found: FoundTable): PlacedRows["insertions"] {
  const end = found.closingRow ?? found.lastRow + 1;
  const runs: { before: number; count: number }[] = [];
  let before = end;
  for (const slot of [...slots].reverse()) {
    if (slot.row !== null) before = slot.row;
    else if (runs.at(-1)?.before === before) runs.push({ before, count: (runs.pop()?.count ?? 0) + 1 });
    else runs.push({ before, count: 1 });
  }
  return runs;
}

function entriesOf(
  placed: readonly (readonly [GivenRow, Slot | "total"])[],
  slots: readonly Slot[],
  found: FoundTable,
  table: Table,
): PlacedRows["entries"] {
  const inserted = slots.filter(({ row }) => row === null).length;
  const places = new Map(slots.map((slot, index) => [slot, index]));
  return placed.flatMap(([given, slot]) => {
    const row =
      slot === "total" ? (found.totalRow ?? 0) + inserted : found.firstRow + (places.get(slot) ?? 0);
    return Object.entries(given).flatMap(([id, value]) => {
      const column = found.columns.get(id);
      // The label of a row that is there already stays as it is printed.
      if (column === undefined || (slot === "total" && id === labelColumn(table)?.id)) return [];
      return [{ cell: { sheet: found.sheet.name, row, column }, value: valueFor(table, id, value) }];
    });
  });
}

/** As given; a day written as text becomes the date that it says. */
function valueFor(table: Table, id: string, value: GivenValue): GivenValue {
  if (typeof value !== "string" || table.columns.find((column) => column.id === id)?.kind !== "date") {
    return value;
  }
  const day = parseDay(value);
  return day === null ? value : toSerial(day);
}
