import type { Report } from "../../src/report/report.js";
import type { TableCell, TableReport } from "../../src/report/table-report.js";
import type { CellRef } from "../../src/rules/finding.js";
import { type Place, type Put, Trial } from "../../src/rules/localize/trial.js";
import type { Chance } from "./chance.js";

/** Numbers that somebody typed or pasted into the wrong cells: one row off, whole runs, columns exchanged. */

/** What was done to a report, and what would undo it. */
export interface Move {
  readonly report: Report;
  readonly back: readonly Put[];
}

type Misplace = (report: Report, chance: Chance) => Move | null;

/** The report with these numbers in these cells; what formulas make of them follows. */
export function withPuts(report: Report, puts: readonly Put[]): Report {
  const trial = new Trial(report);
  for (const { ref, value } of puts) trial.try(ref, value);
  return trial.report;
}

/** The cells that a person may type into, line by line: down each form, down each column, along each row. */
function lines(report: Report, alongRows = true): readonly (readonly Place[])[] {
  const trial = new Trial(report);
  const places = (refs: readonly CellRef[]) => refs.flatMap((ref) => trial.place(ref) ?? []);
  const forms = report.edition.forms.map(({ number: form, indicators }) =>
    places(indicators.map(({ code }) => ({ form, code }))),
  );
  const tables = [...report.tables.values()].flatMap(({ table: { id: table, columns, register }, rows }) => {
    if (register !== undefined) return [];
    const records = rows.filter(({ kind }) => kind === "record");
    const down = columns.map(({ id: column }) => records.map(({ row }): CellRef => ({ table, row, column })));
    const along = records.map(({ row }) =>
      columns.map(({ id: column }): CellRef => ({ table, row, column })),
    );
    return [...down, ...(alongRows ? along : [])].map(places);
  });
  return [...forms, ...tables].filter((line) => line.length > 1);
}

/** So many numbers of a line, moved by one into a blank cell beside the first of them. */
function moved(least: number, most: number, overwrites: boolean): Misplace {
  return (report, chance) => {
    const down = chance.yes();
    const found = lines(report).flatMap((line) => {
      const inWay = down ? [...line].reverse() : line;
      return inWay.flatMap((target, at) => {
        const isFree = target.value === null ? !overwrites : overwrites && target.value !== 0;
        if (!isFree) return [];
        const run: Place[] = [];
        for (const place of inWay.slice(at + 1)) {
          if (place.value === null || run.length === most) break;
          run.push(place);
        }
        return run.length >= least && run.some(({ value }) => value !== 0) ? [{ target, run }] : [];
      });
    });
    if (found.length === 0) return null;
    const { target, run } = chance.of(found);
    const length = chance.int(least, run.length);
    const own = run.slice(0, length);
    const cells = [target, ...own];
    const puts = cells.map(({ ref }, at): Put => ({ ref, value: own[at]?.value ?? null }));
    return { report: withPuts(report, puts), back: cells.map(({ ref, value }) => ({ ref, value })) };
  };
}

/** The cells of a form from one row to another, headings too, one row lower or higher than they belong. */
const pastedOverHeadings: Misplace = (report, chance) => {
  const form = chance.of(report.edition.forms);
  const trial = new Trial(report);
  const all = form.indicators.flatMap(({ code }) => trial.place({ form: form.number, code }) ?? []);
  const line = chance.yes() ? all : [...all].reverse();
  const first = chance.int(0, line.length - 3);
  const room = line.findIndex(({ value }, at) => at > first + 2 && value === null);
  if (room === -1 || line[first]?.value === null) return null;
  const cells = line.slice(first, room + 1);
  const headings = cells.filter(({ kind }) => kind === null).length;
  const numbers = cells.filter(({ value }) => value !== null).length;
  if (headings === 0 || numbers < 3) return null;
  const puts = cells.map(({ ref }, at): Put => ({ ref, value: cells[at - 1]?.value ?? null }));
  return { report: withPuts(report, puts), back: cells.map(({ ref, value }) => ({ ref, value })) };
};

/** The numbers of a column from a row to the last, one row lower: the last beneath the rows. */
const pastedLower: Misplace = (report, chance) => {
  const tables = [...report.tables.values()].filter(
    ({ table, rows }) => table.register === undefined && table.body.kind === "many" && rows.length > 1,
  );
  if (tables.length === 0) return null;
  const table = chance.of(tables);
  const roomy = { ...report, tables: new Map(report.tables).set(table.table.id, withSpareRow(table)) };
  const trial = new Trial(roomy);
  const columns = table.table.columns.flatMap(({ id: column }) => {
    const rows = roomy.tables.get(table.table.id)?.rows ?? [];
    const places = rows.flatMap(({ row }) => trial.place({ table: table.table.id, row, column }) ?? []);
    return places.length === rows.length ? [places] : [];
  });
  if (columns.length === 0) return null;
  const column = chance.of(columns);
  const cells = column.slice(chance.int(0, column.length - 2));
  const puts = cells.map(({ ref }, at): Put => ({ ref, value: cells[at - 1]?.value ?? null }));
  if (puts.every(({ value }) => value === null || value === 0)) return null;
  return { report: withPuts(roomy, puts), back: cells.map(({ ref, value }) => ({ ref, value })) };
};

/** A blank row beneath those that are filled. */
function withSpareRow(table: TableReport): TableReport {
  const last = table.rows.at(-1);
  if (last === undefined) return table;
  const blank = ({ address, cell }: TableCell): TableCell => ({
    address: { ...address, row: address.row + 1 },
    cell: { ...cell, value: null },
    reading: { kind: "blank" },
  });
  const cells = new Map([...last.cells].map(([column, cell]) => [column, blank(cell)]));
  return { ...table, rows: [...table.rows, { kind: "record", row: last.row + 1, cells }] };
}

/** All numbers of a column in the next one, and the other way round. */
const columnsExchanged: Misplace = (report, chance) => {
  const trial = new Trial(report);
  const found = [...report.tables.values()].flatMap(({ table, rows, total }) => {
    if (table.register !== undefined || table.body.kind !== "many") return [];
    const column = (id: string) =>
      [
        ...rows.filter(({ kind }) => kind === "record").map(({ row }) => row),
        ...(total === null ? [] : [null]),
      ].flatMap((row) => trial.place({ table: table.id, row, column: id }) ?? []);
    const typed = table.columns.map(({ id }) => column(id)).filter((places) => places.length >= rows.length);
    return typed.flatMap((own, at) => {
      const next = typed[at + 1];
      const differ = next?.some(({ value }, row) => value !== own[row]?.value) === true;
      return next !== undefined && differ && next[0]?.kind === own[0]?.kind ? [[own, next] as const] : [];
    });
  });
  return found.length === 0 ? null : exchanged(report, chance.of(found));
};

/** The rows under one heading of a form among those of the next that has as many. */
const groupsExchanged: Misplace = (report, chance) => {
  const trial = new Trial(report);
  const found = report.edition.forms.flatMap(({ number: form, indicators }) => {
    const groups = new Map<string, Place[]>();
    for (const { code } of indicators) {
      const place = trial.place({ form, code });
      const above = code.slice(0, code.lastIndexOf("."));
      if (place?.kind !== "count" || !code.includes(".")) continue;
      groups.set(above, [...(groups.get(above) ?? []), place]);
    }
    const all = [...groups.values()].filter((group) => group.length > 1);
    return all.flatMap((own, at) => {
      const next = all[at + 1];
      const differ = next?.some(({ value }, row) => value !== own[row]?.value) === true;
      return next !== undefined && next.length === own.length && differ ? [[own, next] as const] : [];
    });
  });
  return found.length === 0 ? null : exchanged(report, chance.of(found));
};

function exchanged(report: Report, [ours, theirs]: readonly [readonly Place[], readonly Place[]]): Move {
  const puts = ours.flatMap((own, at): readonly Put[] => {
    const other = theirs[at];
    return other === undefined
      ? []
      : [
          { ref: own.ref, value: other.value },
          { ref: other.ref, value: own.value },
        ];
  });
  const back = [...ours, ...theirs].map(({ ref, value }) => ({ ref, value }));
  return { report: withPuts(report, puts), back };
}

export const misplacements: Readonly<Record<string, Misplace>> = {
  "one number beside a blank cell": moved(1, 1, false),
  "a run beside a blank cell": moved(2, 7, false),
  "a block of a form, its headings too": pastedOverHeadings,
  "a run over a number": moved(2, 7, true),
  "a column one row lower": pastedLower,
  "two columns exchanged": columnsExchanged,
  "two groups of rows exchanged": groupsExchanged,
};
