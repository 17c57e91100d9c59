import { isCellError } from "../values/cell.js";
import type { BlockRow } from "./blocks.js";
import type { CodeReadings } from "./code-reading.js";
import { type LabelText, labelText } from "./label-text.js";
import { type UnitText, unitKind, unitText } from "./unit-words.js";

/**
 * Consecutive sheet rows that may be one row of a form: one row as a rule, up to four where a label
 * was broken over rows by pasting from Word or PDF.
 */
export interface RowGroup {
  /** Position of its first row in the block, and how many rows it takes. */
  readonly start: number;
  readonly size: number;
  /** Position of the row whose result cell counts. */
  readonly main: number;
  readonly codes: CodeReadings;
  readonly label: LabelText;
  readonly unit: UnitText;
}

const MAX_SIZE = 4;

const known = new WeakMap<readonly BlockRow[], readonly (readonly RowGroup[])[]>();

/** Every group of a block, by the position of its first row. The same groups for the same rows. */
export function groupsOf(rows: readonly BlockRow[]): readonly (readonly RowGroup[])[] {
  const groups = known.get(rows) ?? group(rows);
  known.set(rows, groups);
  return groups;
}

function group(rows: readonly BlockRow[]): readonly (readonly RowGroup[])[] {
  return rows.map((_, start) => {
    const groups: RowGroup[] = [];
    const options = optionLines(rows, start);
    for (let size = 1; size <= MAX_SIZE + options && start + size <= rows.length; size++) {
      const members = rows.slice(start, start + size);
      if (size > 1 && !mayBelong(members)) break;
      groups.push(rowGroup(start, members));
    }
    // The lines of further choices belong to the row that they begin in, unless two of them are answered.
    return groups.length > options ? groups.slice(options) : groups;
  });
}

/**
 * How many rows below one that prints a choice in its unit print further choices and nothing else: STT,
 * label and mostly the result are merged over them.
 */
function optionLines(rows: readonly BlockRow[], start: number): number {
  const isChoice = (row: BlockRow | undefined) => row !== undefined && unitKind(row.unit) === "choices";
  if (!isChoice(rows[start])) return 0;
  let end = start + 1;
  while (isChoice(rows[end]) && rows[end]?.label === "" && rows[end]?.codes.length === 0) end += 1;
  return end - start - 1;
}

/** One STT, one unit and one value at most; no row that is only a value. */
function mayBelong(members: readonly BlockRow[]): boolean {
  const count = (has: (row: BlockRow) => boolean) => members.filter(has).length;
  return (
    count((row) => row.codes.length > 0) <= 1 &&
    count((row) => row.unit !== "" && !/[=:]/.test(row.unit)) <= 2 &&
    count(hasValue) <= 1 &&
    members.every((row) => row.label !== "" || row.unit !== "") &&
    members[0]?.label !== ""
  );
}

function rowGroup(start: number, members: readonly BlockRow[]): RowGroup {
  const first = (test: (row: BlockRow) => boolean) => members.findIndex(test);
  const main = [
    first(hasValue),
    first((row) => row.codes.length > 0),
    first((row) => row.unit !== ""),
    0,
  ].find((at) => at >= 0);
  return {
    start,
    size: members.length,
    main: start + (main ?? 0),
    codes: members.find((row) => row.codes.length > 0)?.codes ?? [],
    label: labelText(members.map((row) => row.label).join(" ")),
    unit: unitText(
      members
        .map((row) => row.unit)
        .filter((unit) => unit !== "")
        .join(" "),
    ),
  };
}

/** True when a value stands in the row's result cell. */
export function hasValue(row: BlockRow): boolean {
  const value = row.value?.value ?? null;
  if (value === null || isCellError(value)) return value !== null;
  return typeof value !== "string" || value.trim() !== "";
}
