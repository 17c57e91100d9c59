import { describe, expect, it } from "@jest/globals";
import { findTable } from "../../../src/forms/tables.js";
import type { Report } from "../../../src/report/report.js";
import { evaluate } from "../../../src/rules/evaluate.js";
import { toSerial } from "../../../src/values/day.js";
import { rulesOf } from "../../support/check.js";
import { buildTable } from "../../support/consistent.js";
import { buildReport } from "../../support/report-builder.js";

/**
 * Of two documents whose dates contradict each other, the one that something else speaks against is the one out
 * of order: a day off, a day outside the window, a number that lies far out or occurs twice. In July 2023 the 1st,
 * 8th, 15th and 22nd are Saturdays.
 */

/** A number and its day of July 2023. */
type Dated = readonly [number: number, day: number];

function findings(documents: readonly Dated[], window: Partial<Report["info"]>) {
  const table = findTable("documents");
  if (table === null) throw new Error("no register");
  const rows = documents.map(([number, day]) => ({
    ...{ type: "Kế hoạch", number, subject: "Kế hoạch" },
    date: toSerial({ year: 2023, month: 7, day }),
  }));
  const report = buildReport("tu-ky-2023", {}, window);
  const tables = new Map([["documents", buildTable(table, rows)]]);
  const evaluation = evaluate(rulesOf(report.edition), { report: { ...report, tables }, earlier: null });
  return (evaluation.tables.outcomes.get("documents")?.failing ?? []).map(({ finding }) => finding);
}

/** The rows, from 1, of which a rule says something. */
const rowsOf = (rule: string, documents: readonly Dated[], window: Partial<Report["info"]> = {}) =>
  findings(documents, window).flatMap((finding) =>
    finding.rule === rule && finding.place.kind === "table" ? [finding.place.row] : [],
  );
const outOfOrder = (documents: readonly Dated[], window: Partial<Report["info"]> = {}) =>
  rowsOf("value.order", documents, window);
const from = (day: number) => ({ from: { year: 2023, month: 7, day }, to: null });
const to = (day: number) => ({ from: null, to: { year: 2023, month: 7, day } });

describe("of two documents that contradict each other, out of order is", () => {
  it("the one dated on a Saturday or a Sunday, though its date fits its number better", () => {
    // Between 1 of the 3rd and 4 of the 12th, 2 and 3 would be of the 6th and the 9th.
    const third = (day: number) =>
      outOfOrder([
        [1, 3],
        [2, 11],
        [3, day],
        [4, 12],
        [5, 14],
      ]);
    expect(third(7)).toEqual([2]);
    expect(third(8)).toEqual([3]);
    expect(third(9)).toEqual([3]);
    expect(third(10)).toEqual([2]);
  });

  it("the one before the first day of the window, or after its last", () => {
    const early: readonly Dated[] = [
      [1, 3],
      [2, 11],
      [3, 7],
      [4, 12],
      [5, 14],
    ];
    expect(outOfOrder(early, from(7))).toEqual([2]);
    expect(outOfOrder(early, from(8))).toEqual([3]);
    // Between 1 of the 3rd and 4 of the 20th, 3 of the 7th strays further than 2 of the 11th.
    const late: readonly Dated[] = [
      [1, 3],
      [2, 11],
      [3, 7],
      [4, 20],
      [5, 21],
    ];
    expect(outOfOrder(late, to(11))).toEqual([3]);
    expect(outOfOrder(late, to(10))).toEqual([2]);
  });

  it("the one whose number lies far beyond the others", () => {
    const last = (number: number) =>
      outOfOrder([
        [1, 3],
        [2, 4],
        [3, 5],
        [4, 6],
        [5, 12],
        [number, 11],
      ]);
    expect(last(65)).toEqual([5]);
    expect(last(66)).toEqual([6]);
  });

  it("the one whose number another has; and there the number is told as taken, be it the first of the two", () => {
    const twice: readonly Dated[] = [
      [1, 3],
      [2, 10],
      [3, 7],
      [4, 12],
      [5, 14],
      [3, 11],
    ];
    expect(outOfOrder(twice)).toEqual([3]);
    expect(rowsOf("value.duplicate", twice)).toEqual([3]);
    const second: readonly Dated[] = [
      [1, 3],
      [2, 10],
      [3, 11],
      [4, 12],
      [5, 14],
      [3, 7],
    ];
    expect(outOfOrder(second)).toEqual([6]);
    expect(rowsOf("value.duplicate", second)).toEqual([6]);
    // Both in order: the second of them.
    const inOrder: readonly Dated[] = [
      [1, 3],
      [2, 4],
      [3, 5],
      [3, 6],
      [4, 7],
    ];
    expect(outOfOrder(inOrder)).toEqual([]);
    expect(rowsOf("value.duplicate", inOrder)).toEqual([4]);
  });
});

describe("a document that something speaks against, but not its order", () => {
  it("stays where it fits: at the ends, and on the day of its neighbours", () => {
    const ends: readonly Dated[] = [
      [1, 1],
      [2, 3],
      [3, 11],
      [4, 8],
      [5, 12],
      [6, 15],
    ];
    expect(outOfOrder(ends)).toEqual([4]);
    const sameDay: readonly Dated[] = [
      [1, 3],
      [2, 7],
      [3, 8],
      [4, 8],
      [5, 12],
      [6, 19],
      [7, 15],
      [8, 20],
    ];
    expect(outOfOrder(sameDay)).toEqual([7]);
    const besideSure: readonly Dated[] = [
      [1, 3],
      [2, 11],
      [3, 10],
      [3, 12],
      [4, 12],
      [5, 14],
    ];
    expect(outOfOrder(besideSure)).toEqual([3]);
  });

  it("does not clear others of the same day", () => {
    expect(
      outOfOrder([
        [1, 3],
        [2, 11],
        [3, 8],
        [4, 12],
        [5, 12],
      ]),
    ).toEqual([3]);
  });

  it("changes nothing where those that nothing speaks against contradict one another", () => {
    // 2 and 4 do, whatever the Saturday between them says.
    expect(
      outOfOrder([
        [1, 3],
        [2, 19],
        [3, 8],
        [4, 10],
        [5, 20],
      ]),
    ).toEqual([2]);
    // Two Saturdays out of order are fewer than the one Friday after both.
    expect(
      outOfOrder([
        [1, 3],
        [2, 8],
        [3, 8],
        [4, 7],
        [5, 12],
      ]),
    ).toEqual([4]);
  });
});
