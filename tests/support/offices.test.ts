import { describe, expect, it } from "@jest/globals";
import { type CellId, cellId } from "../../src/rules/behind.js";
import type { CellRef } from "../../src/rules/finding.js";
import { Trial } from "../../src/rules/localize/trial.js";
import { buildConsistent, consistentReport } from "./consistent.js";
import { Offices } from "./offices.js";
import { slipped, typedCells } from "./slip-kinds.js";

/** What some office could rightly hand in, told by how reports are drawn. */

const ID = "hai-duong-2022";
const TYPED = { formulas: false, tables: true };
const SEED = 3;
const report = buildConsistent(ID, consistentReport(ID, SEED), TYPED);
const offices = new Offices(ID, SEED, TYPED);

function numberIn(ref: CellRef): number {
  const typed = new Trial(report).typed(ref);
  if (typed === null) throw new Error(`no number in ${cellId(ref)}`);
  return typed.value;
}

/** What the oracle says of another number in a cell. */
function could(ref: CellRef, value: number): boolean {
  const cell = { ref, value: numberIn(ref), kind: "count", isText: false } as const;
  return offices.couldSay(cellId(ref), value, slipped(report, { cell, value }));
}

const row = (form: number, code: string): CellRef => ({ form, code });
const column = (table: string, of: string, at = 1): CellRef => ({ table, row: at, column: of });

describe("an office", () => {
  it("could say everything that it says", () => {
    const cells = typedCells(report);
    expect(cells.length).toBeGreaterThan(150);
    const strange = cells.flatMap(({ ref, value }): readonly CellId[] =>
      offices.couldSay(cellId(ref), value, report) ? [] : [cellId(ref)],
    );
    expect(strange).toEqual([]);
  });

  it("could have other parts of a whole, up to the whole, and a greater whole", () => {
    const documents = (of: string) => column("electronic-documents", of);
    const [total, signed, unsigned] = ["incoming-total", "incoming-signed", "incoming-unsigned"].map(
      documents,
    );
    if (total === undefined || signed === undefined || unsigned === undefined) throw new Error("no columns");
    const most = numberIn(total) - numberIn(unsigned);
    expect([0, most, most + 1, -1].map((value) => could(signed, value))).toEqual([true, true, false, false]);
    expect(could(signed, most - 0.5)).toBe(false);
    // But not another total of the same parts.
    expect(could(total, numberIn(total) + 1)).toBe(false);
    expect(could(row(1, "4.1"), numberIn(row(1, "4.1")) + 1000)).toBe(true);
  });

  it("says in every place the same number", () => {
    const staff = row(4, "2.1");
    expect(could(staff, numberIn(staff) + 1)).toBe(false);
    const level = column("online-services", "level-3");
    expect(could(level, numberIn(level) + 1)).toBe(false);
  });

  it("rounds or cuts a share to two decimals at most", () => {
    const plan = [numberIn(row(1, "2.2")), numberIn(row(1, "2.1"))] as const;
    const exact = (100 * plan[0]) / plan[1];
    expect(could(row(1, "2"), Math.floor(exact))).toBe(true);
    expect(could(row(1, "2"), Number(exact.toFixed(2)))).toBe(true);
    expect(could(row(1, "2"), Math.floor(exact) - 1)).toBe(false);
  });

  it("calls no task done that is not", () => {
    const rows = consistentReport(ID, SEED).tables["task-progress"] ?? [];
    const [begun, done] = ["Đang thực hiện", "oàn thành"].map(
      (words) => 1 + rows.findIndex((one) => String(one.done).endsWith(words)),
    );
    const rate = (at = 0) => column("task-progress", "completion", at);
    expect([7, 99, 100].map((value) => could(rate(begun), value))).toEqual([true, true, false]);
    expect([7, 99, 100].map((value) => could(rate(done), value))).toEqual([false, false, true]);
  });
});
