import type { Edition } from "../../../forms/schema.js";
import type { LayoutFault } from "../../../report/report.js";
import { areaA1 } from "../../../values/address.js";
import { cellAt, type SnapshotIndex } from "../../snapshot-index.js";
import type { LocatedCell } from "./locate-cells.js";

/** Fewer numbers than this beside blank cells are an officer's own notes. */
const FEWEST = 3;

type Placed = LocatedCell & { readonly address: NonNullable<LocatedCell["address"]> };

/**
 * Forms whose numbers stand beside their cells: pasted over one column or one row away, which leaves
 * the names where they were.
 */
export function displacedValues(
  edition: Edition,
  cells: readonly LocatedCell[],
  index: SnapshotIndex,
): readonly LayoutFault[] {
  const all = cells.filter((cell): cell is Placed => cell.address !== null);
  return edition.forms.flatMap(({ number }) => {
    const placed = all.filter(({ form, indicator }) => form === number && indicator.kind !== "heading");
    const fault = besideColumn(placed, index) ?? besideRow(placed, all, index);
    return fault === null ? [] : [{ kind: "values-beside", form: number, ...fault } as const];
  });
}

interface Displacement {
  readonly sheet: string;
  readonly by: "column" | "row";
  /** Where the numbers stand: `E6:E30`. */
  readonly found: string;
}

/** Nothing is typed in any cell of the form, and numbers are typed one column to the side. */
function besideColumn(placed: readonly Placed[], index: SnapshotIndex): Displacement | null {
  if (placed.some(({ address }) => isTyped(index, address))) return null;
  for (const step of [-1, 1]) {
    const beside = placed
      .map(({ address }) => ({ ...address, column: address.column + step }))
      .filter((address) => address.column > 0 && isNumber(index, address));
    if (beside.length >= FEWEST) return displacement("column", beside);
  }
  return null;
}

/**
 * The column of numbers begins or ends one row away from the cells: the first cell is blank and a
 * number follows the last one, or the other way round. A number on the group row beyond the form is
 * what officers write there, unless the other group rows tell of the same move.
 */
function besideRow(
  placed: readonly Placed[],
  all: readonly Placed[],
  index: SnapshotIndex,
): Displacement | null {
  const rows = [...placed].sort((a, b) => a.address.row - b.address.row);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || rows.length < FEWEST) return null;
  const at = (address: Address) => all.find((cell) => isSamePlace(cell.address, address)) ?? null;
  const groups = all.filter(({ form, indicator }) => form === first.form && indicator.kind === "heading");
  const beyond = [
    { end: last, blank: first, step: 1 },
    { end: first, blank: last, step: -1 },
  ];
  for (const { end, blank, step } of beyond) {
    const outside = { ...end.address, row: end.address.row + step };
    if (isTyped(index, blank.address) || !isLoneNumber(index, outside)) continue;
    const row = at(outside);
    // A row of the next form has its own number.
    if (row !== null && row.indicator.kind !== "heading") continue;
    const inner = groups.filter(({ address }) => !isSamePlace(address, outside));
    if (row !== null && !haveMoved(inner, step, rows, index)) continue;
    const numbers = rows.map(({ address }) => address).filter((address) => isNumber(index, address));
    if (numbers.length >= FEWEST) return displacement("row", [...numbers, outside]);
  }
  return null;
}

/** Every group row inside holds the number of the row beside it, and what was its own blank stands on the other side. */
function haveMoved(
  groups: readonly Placed[],
  step: number,
  rows: readonly Placed[],
  index: SnapshotIndex,
): boolean {
  const inside = groups.filter(({ address }) => {
    const sides = [address.row - 1, address.row + 1];
    return sides.every((row) => rows.some((cell) => cell.address.row === row));
  });
  return (
    inside.length > 0 &&
    inside.every(
      ({ address }) => isNumber(index, address) && !isTyped(index, { ...address, row: address.row + step }),
    )
  );
}

function isSamePlace(one: Address, other: Address): boolean {
  return one.sheet === other.sheet && one.row === other.row && one.column === other.column;
}

type Address = Placed["address"];

function displacement(by: Displacement["by"], cells: readonly Address[]): Displacement | null {
  const [first] = cells;
  if (first === undefined) return null;
  const rows = cells.map(({ row }) => row);
  const { sheet, column } = first;
  const found = areaA1({ top: Math.min(...rows), bottom: Math.max(...rows), left: column, right: column });
  return { sheet, by, found };
}

/** Something stands there that is no formula's result. */
function isTyped(index: SnapshotIndex, address: Address): boolean {
  const { value, formula } = index.cell(address);
  return value !== null && value !== "" && formula === "";
}

function isNumber(index: SnapshotIndex, address: Address): boolean {
  const { value } = index.cell(address);
  if (!isTyped(index, address)) return false;
  return typeof value === "number" || (typeof value === "string" && /^\s*\d[\d.,]*\s*%?\s*$/.test(value));
}

/** A number that is none of a printed row of column numbers. */
function isLoneNumber(index: SnapshotIndex, address: Address): boolean {
  const sheet = index.sheet(address.sheet);
  if (sheet === null || address.row < 1 || !isNumber(index, address)) return false;
  return typeof cellAt(sheet, address.row, address.column - 1).value !== "number";
}
