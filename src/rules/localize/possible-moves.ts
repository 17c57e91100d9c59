import type { IndicatorRef } from "../../forms/indicators.js";
import { isNumberColumn } from "../../forms/tables.js";
import type { TableReport } from "../../report/table-report.js";
import type { Change, ColumnsExchanged, GroupsExchanged, Move, MovedNumber, Shift } from "./move.js";
import { fits } from "./repairs.js";
import type { Place, Trial } from "./trial.js";

/** Cells one beside the other that somebody fills one after the other. */
interface Line {
  readonly along: Shift["along"];
  readonly places: readonly Place[];
  /**
   * Whether blanks between the numbers move along with them, as what is pasted leaves out no cell: in a table, where
   * there are many rows, only if all goes to the end of the line.
   */
  readonly gaps: "none" | "any" | "to-end";
}

/**
 * All that may have been typed or pasted into the wrong cells of the forms and of some tables: single numbers
 * and runs beside a blank cell, columns of a table, rows under two headings alike.
 *
 * @param tables those whose numbers are asked about
 */
export function possibleMoves(trial: Trial, tables: ReadonlySet<string>): readonly Move[] {
  const asked = [...tables].flatMap((id) => trial.report.tables.get(id) ?? []);
  const lines = [...formLines(trial), ...asked.flatMap((table) => tableLines(trial, table))];
  return [
    ...lines.flatMap(shiftsIn),
    ...asked.flatMap((table) => exchangedColumns(trial, table)),
    ...exchangedGroups(trial),
  ];
}

/** The rows of each form, as they stand on the sheet and without the headings, over which the hand goes as a rule. */
function formLines(trial: Trial): readonly Line[] {
  return trial.report.edition.forms.flatMap(({ number: form, indicators }): readonly Line[] => {
    const refs = indicators.map(({ code }): IndicatorRef => ({ form, code }));
    const all = refs.flatMap((ref) => trial.place(ref) ?? []);
    const typed = { along: "rows", places: all.filter(({ kind }) => kind !== null), gaps: "none" } as const;
    // Without a number in a heading nothing was moved over one.
    const isOver = all.some(({ kind, value }) => kind === null && value !== null);
    return isOver ? [{ along: "rows", places: all, gaps: "any" }, typed] : [typed];
  });
}

function tableLines(trial: Trial, { table, rows }: TableReport): readonly Line[] {
  const records = rows.filter(({ kind }) => kind === "record");
  const columns = table.columns.filter(isNumberColumn);
  const at = (row: number, column: string) => trial.place({ table: table.id, row, column }) ?? [];
  const down = columns.map(({ id }): Line => {
    return { along: "rows", places: records.flatMap(({ row }) => at(row, id)), gaps: "to-end" };
  });
  const along = records.map(({ row }): Line => {
    return { along: "columns", places: columns.flatMap(({ id }) => at(row, id)), gaps: "to-end" };
  });
  return [...down, ...along];
}

/** The runs of a line beside a blank cell, each put back by one. */
function shiftsIn(line: Line): readonly Shift[] {
  const backwards = { ...line, places: [...line.places].reverse() };
  return [...shiftsTowards(line, 1), ...shiftsTowards(backwards, -1)];
}

/** @param line with the blank cell before the run */
function shiftsTowards({ along, places, gaps }: Line, off: Shift["off"]): readonly Shift[] {
  const shifts: Shift[] = [];
  const last = places.findLastIndex(({ value }) => value !== null);
  for (const [at, target] of places.entries()) {
    if (target.value !== null || target.kind === null || places[at + 1]?.value === null) continue;
    const numbers: MovedNumber[] = [];
    const puts: Change[] = [];
    let to = target;
    let isBroken = false;
    for (const [further, place] of places.slice(at + 1).entries()) {
      if (!holds(to, place.value) || (place.value === null && gaps === "none")) break;
      isBroken ||= place.value === null;
      puts.push({ ref: to.ref, now: to.value, value: place.value });
      if (place.value !== null) numbers.push({ value: place.value, from: place.ref, to: to.ref });
      to = place;
      if (isBroken && gaps === "to-end" && at + further + 1 !== last) continue;
      // A shift ends with a number, and nothing is seen of a 0 that moves.
      if (place.value === null || numbers.every(({ value }) => value === 0)) continue;
      shifts.push({
        ...{ kind: "shift", along, off, numbers: [...numbers], lost: null },
        ends: (places[at + further + 2]?.value ?? null) === null,
        puts: [...puts, { ref: place.ref, now: place.value, value: null }],
      });
    }
  }
  return shifts;
}

function exchangedColumns(trial: Trial, { table, rows, total }: TableReport): readonly ColumnsExchanged[] {
  const records = rows.filter(({ kind }) => kind === "record").map(({ row }) => row);
  const lines = total === null ? records : [...records, null];
  const columns = table.columns.filter(isNumberColumn).flatMap(({ id, kind }) => {
    const places = lines.flatMap((row) => trial.place({ table: table.id, row, column: id }) ?? []);
    return places.length >= records.length ? [{ id, kind, places }] : [];
  });
  return pairsOf(columns)
    .filter(([first, second]) => first.kind === second.kind && first.places.length === second.places.length)
    .flatMap(([first, second]) => {
      const puts = exchanged(first.places, second.places);
      const { id } = table;
      return puts === null ? [] : [{ kind: "columns", table: id, columns: [first.id, second.id], puts }];
    });
}

/** Headings side by side with as many rows of numbers each. */
function exchangedGroups(trial: Trial): readonly GroupsExchanged[] {
  return trial.report.edition.forms.flatMap(({ number: form, indicators }) => {
    const groups = new Map<string, Place[]>();
    for (const { code } of indicators) {
      const above = aboveOf(code);
      const place = above === null ? null : trial.place({ form, code });
      if (above === null || place === null || place.kind === "percent" || place.kind === null) continue;
      const known = groups.get(above);
      if (known === undefined) groups.set(above, [place]);
      else known.push(place);
    }
    return pairsOf([...groups])
      .filter(([[a], [b]]) => aboveOf(a) === aboveOf(b))
      .flatMap(([[first, ours], [second, theirs]]): readonly GroupsExchanged[] => {
        const alike = ours.length > 1 && ours.length === theirs.length;
        const puts = alike ? exchanged(ours, theirs) : null;
        return puts === null ? [] : [{ kind: "groups", form, groups: [first, second], puts }];
      });
  });
}

/** `6.4` of `6.4.1`; null for a row under no other. */
function aboveOf(code: string): string | null {
  const end = code.lastIndexOf(".");
  return end === -1 ? null : code.slice(0, end);
}

function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((first, at) => items.slice(at + 1).map((second) => [first, second] as const));
}

/** What each place holds after the exchange; null where that is what it holds already, or cannot hold. */
function exchanged(ours: readonly Place[], theirs: readonly Place[]): readonly Change[] | null {
  const puts: Change[] = [];
  let numbers = 0;
  for (const [at, own] of ours.entries()) {
    const other = theirs[at];
    if (other === undefined || !holds(own, other.value) || !holds(other, own.value)) return null;
    if (own.value === other.value) continue;
    puts.push(
      { ref: own.ref, now: own.value, value: other.value },
      { ref: other.ref, now: other.value, value: own.value },
    );
    if (own.value !== null || other.value !== null) numbers += 1;
  }
  return numbers > 1 ? puts : null;
}

function holds({ kind }: Place, value: number | null): boolean {
  return value === null || (kind !== null && fits(value, kind));
}
