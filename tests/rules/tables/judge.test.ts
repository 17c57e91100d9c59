import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { allTables, findTable } from "../../../src/forms/tables.js";
import type { Report } from "../../../src/report/report.js";
import type { RowCells, TableReport } from "../../../src/report/table-report.js";
import { judgeTables } from "../../../src/rules/tables/judge.js";
import { KeptTotals } from "../../../src/rules/tables/kept-totals.js";
import { FRESH_TOTALS } from "../../../src/rules/tables/numbers.js";
import { buildConsistent, buildTable, consistentReport } from "../../support/consistent.js";
import { buildReport } from "../../support/report-builder.js";

/** Tables are judged again where something changed that they look at, and nowhere else. */

const start = buildConsistent("tu-ky-2023", consistentReport("tu-ky-2023", 5), {
  formulas: true,
  tables: true,
});

/** The tables that a changed report is judged anew for. */
function judgedAgain(report: Report): readonly string[] {
  const before = judgeTables(start, null);
  const after = judgeTables(report, { report: start, outcomes: before });
  return [...after.outcomes.keys()].filter((id) => after.outcomes.get(id) !== before.outcomes.get(id));
}

function withTable(id: string, change: (table: TableReport) => TableReport): Report {
  const table = start.tables.get(id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return { ...start, tables: new Map(start.tables).set(id, change(table)) };
}

type CellOf = RowCells extends ReadonlyMap<string, infer C> ? C : never;

const inFirstRow =
  (change: (cell: CellOf) => CellOf, column = "assigned") =>
  (table: TableReport): TableReport => {
    const [first, ...rest] = table.rows;
    const cell = first?.cells.get(column);
    if (first === undefined || cell === undefined) throw new Error("no such cell");
    return { ...table, rows: [{ ...first, cells: new Map(first.cells).set(column, change(cell)) }, ...rest] };
  };

describe("tables that are judged again", () => {
  it("are none where the same is read once more", () => {
    const again = structuredClone({ tables: start.tables, info: start.info });
    const tables = new Map(
      [...again.tables].map(([id, table]) => [id, { ...table, table: findTable(id) ?? table.table }]),
    );
    expect(judgedAgain({ ...start, info: again.info, tables })).toEqual([]);
  });

  it.each<[string, (table: TableReport) => TableReport]>([
    ["a number", inFirstRow((cell) => ({ ...cell, reading: { kind: "blank" } }))],
    [
      "another number",
      inFirstRow((cell) => ({
        ...cell,
        reading: { kind: "number", value: 987, decimals: 0, typed: null, alternative: null },
      })),
    ],
    ["the row on the sheet", inFirstRow((cell) => ({ ...cell, address: { ...cell.address, row: 99 } }))],
    [
      "the column on the sheet",
      inFirstRow((cell) => ({ ...cell, address: { ...cell.address, column: 99 } })),
    ],
    ["the sheet's name", (table) => ({ ...table, sheet: "Biên chế" })],
    ["a row gone", (table) => ({ ...table, rows: table.rows.slice(1) })],
    ["a row more", (table) => ({ ...table, rows: [...table.rows, ...table.rows.slice(0, 1)] })],
    [
      "a blank row above",
      (table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, row: row.row + 1 })) }),
    ],
    [
      "a row become a heading",
      (table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, kind: "group" })) }),
    ],
    ["the total row gone", (table) => ({ ...table, total: null })],
    ["a total", (table) => ({ ...table, total: table.rows[0]?.cells ?? null })],
    [
      "a column gone",
      (table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: new Map([...row.cells].filter(([id]) => id !== "training")),
        })),
      }),
    ],
    [
      "a column of another name",
      (table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: new Map([...row.cells].map(([id, cell]) => [id === "training" ? "trained" : id, cell])),
        })),
      }),
    ],
  ])("for %s: the table itself", (_, change) => {
    expect(judgedAgain(withTable("staff", change))).toEqual(["staff"]);
  });

  it("for a table that others must agree with: those too", () => {
    const changed = withTable(
      "dossiers-by-field",
      inFirstRow((cell) => ({ ...cell, reading: { kind: "blank" } }), "received-online"),
    );
    const agreeing = allTables().filter(({ agrees }) =>
      agrees.some((one) => one.with.table === "dossiers-by-field"),
    );
    const expected = [
      "dossiers-by-field",
      ...agreeing.map(({ id }) => id).filter((id) => start.tables.has(id)),
    ];
    expect(new Set(judgedAgain(changed))).toEqual(new Set(expected));
    expect(expected).toContain("digitisation");
  });

  it("where one came or went: that one, and those that must agree with it", () => {
    const without = new Map(start.tables);
    without.delete("dossiers-by-field");
    expect(judgedAgain({ ...start, tables: without })).toContain("digitisation");
    const before = judgeTables({ ...start, tables: without }, null);
    const after = judgeTables(start, { report: { ...start, tables: without }, outcomes: before });
    expect([...after.changed.keys()]).toEqual(["dossiers-by-field"]);
    expect(after.outcomes.get("digitisation")).not.toBe(before.outcomes.get("digitisation"));
    expect(after.outcomes.get("staff")).toBe(before.outcomes.get("staff"));
  });

  it("for another data window: the registers alone", () => {
    const info = { ...start.info, to: { year: 2023, month: 8, day: 1 } };
    const registers = [...start.tables.values()].flatMap(({ table }) =>
      table.register === undefined ? [] : [table.id],
    );
    expect(judgedAgain({ ...start, info })).toEqual(registers);
    expect(judgedAgain({ ...start, info: { ...start.info, from: null } })).toEqual(registers);
    expect(judgedAgain({ ...start, info: { ...start.info, number: "12" } })).toEqual([]);
    expect(registers).toContain("documents");
  });
});

describe("totals that are kept", () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(null, "x", ""));

  it("are those that are added up anew, asked for once or twice", () => {
    const staff = findTable("staff");
    if (staff === null) throw new Error("no such table");
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), fc.boolean(), (rows, withTotal) => {
        const typed = rows.map(([assigned, present]) => ({
          group: "a",
          ...(assigned !== null && { assigned }),
          ...(present !== null && { present }),
        }));
        const built = buildTable(staff, typed, false);
        const table = withTotal ? built : { ...built, total: null };
        const kept = new KeptTotals();
        for (const key of ["assigned", "present", "assigned", "assigned+present", "assigned"]) {
          expect(kept.numbers(table, key)).toEqual(FRESH_TOTALS.numbers(table, key));
        }
        for (const columns of [["assigned"], ["present"], ["assigned", "present"]]) {
          expect(kept.total(table, columns)).toBe(FRESH_TOTALS.total(table, columns));
        }
        // Another table is another matter.
        const other = buildTable(staff, [{ group: "b", assigned: 77 }], false);
        expect(kept.numbers(other, "assigned")).toEqual([77]);
      }),
    );
  });

  it("are null while a cell cannot be read, and without numbers empty", () => {
    const staff = findTable("staff");
    if (staff === null) throw new Error("no such table");
    const numbers = (key: string, ...rows: Parameters<typeof buildTable>[1]) =>
      FRESH_TOTALS.numbers(buildTable(staff, rows, false), key);
    expect(numbers("assigned", { group: "a", assigned: 1 }, { group: "b", assigned: "x" })).toBeNull();
    expect(
      numbers("assigned", { group: "a", assigned: 1 }, { group: "b" }, { group: "c", assigned: 0 }),
    ).toEqual([1, 0]);
    expect(numbers("assigned", { group: "a" })).toEqual([]);
    expect(
      numbers("assigned+present", { group: "a", assigned: 3, present: 2 }, { group: "b", present: 1 }),
    ).toEqual([5, 1]);
    expect(numbers("assigned+present", { group: "a", assigned: 3, present: "x" })).toBeNull();
    expect(numbers("assigned+present", { group: "a" })).toEqual([]);
  });
});

it("a report without tables has nothing to judge", () => {
  expect(judgeTables(buildReport("tu-ky-2023"), null)).toMatchObject({
    outcomes: new Map(),
    changed: new Map(),
  });
});
