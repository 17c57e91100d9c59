import { beforeAll, describe, expect, it } from "@jest/globals";
import { cellStory } from "../../src/jobs/cell-story.js";
import { type CheckedForms, checkedBook } from "../../src/jobs/check.js";
import { nextBlank } from "../../src/jobs/next-blank.js";
import { bookOf } from "../../src/jobs/open.js";
import { rowBeside } from "../../src/jobs/row-beside.js";
import { a1, type CellAddress } from "../../src/values/address.js";
import { valueOfResult } from "../hosts/results.js";
import { filledBook, newBook } from "./books.js";

const D = (form: number, row: number): CellAddress => ({ sheet: `Biểu mẫu ${form}`, row, column: 4 });
const told = (cell: CellAddress | null) => (cell === null ? null : `${cell.sheet}!${a1(cell)}`);

async function opened(book: Awaited<ReturnType<typeof newBook>>): Promise<CheckedForms> {
  const found = await bookOf(valueOfResult(await book.capture()));
  if (found.kind !== "forms") throw new Error("no forms");
  const checked = checkedBook(found);
  if (checked.kind !== "forms") throw new Error("no forms");
  return checked;
}

let blank: CheckedForms;
let filled: CheckedForms;

beforeAll(async () => {
  blank = await opened(await newBook());
  filled = await opened(await filledBook());
});

describe("the row beside", () => {
  it.each([
    [D(1, 6), 1, "Biểu mẫu 1!D7"],
    // Headings and rows of others too: officers write there.
    [D(1, 9), 1, "Biểu mẫu 1!D10"],
    [D(1, 10), -1, "Biểu mẫu 1!D9"],
    // From the last row of a form to the first of the next, and back.
    [D(2, 6), -1, "Biểu mẫu 1!D24"],
    [D(1, 24), 1, "Biểu mẫu 2!D6"],
    // From a cell between them.
    [{ sheet: "Biểu mẫu 1", row: 6, column: 1 }, 1, "Biểu mẫu 1!D6"],
    [D(1, 6), -1, null],
    [D(7, 34), 1, null],
  ] as const)("%j, %d: %s", (from, step, expected) => {
    expect(told(rowBeside(blank, from, step))).toBe(expected);
  });

  it("goes forth and back through every row once", () => {
    const way: CellAddress[] = [D(1, 6)];
    for (;;) {
      const next = rowBeside(blank, way.at(-1) as CellAddress, 1);
      if (next === null) break;
      way.push(next);
    }
    expect(way).toHaveLength(blank.report.values.size);
    for (let i = way.length - 1; i > 0; i -= 1) {
      expect(rowBeside(blank, way[i] as CellAddress, -1)).toEqual(way[i - 1]);
    }
  });
});

describe("the next blank", () => {
  it("passes over what is filled, worked out or not asked for, and begins anew after the last", () => {
    expect(told(nextBlank(blank, D(1, 6)))).toBe("Biểu mẫu 1!D8");
    expect(told(nextBlank(filled, D(7, 34)))).toBe(told(nextBlank(filled, null)));
  });
});

describe("the rules on the card of a cell", () => {
  const rules = (book: CheckedForms, cell: CellAddress) => cellStory(book, cell)?.rules ?? [];

  it("are told once each, broken ones first, and those of other rows by their row", () => {
    for (const book of [blank, filled]) {
      for (const { address } of book.report.values.values()) {
        if (address === null) continue;
        const told = rules(book, address).map(({ about, asks }) => JSON.stringify([about, asks]));
        expect([a1(address), told]).toEqual([a1(address), [...new Set(told)]]);
      }
    }
    const states = rules(filled, D(3, 10)).map(({ state }) => state);
    expect(states[0]).toBe("fails");
    expect(states).toEqual(
      [...states].sort((a, b) => "fuh".indexOf(a.charAt(0)) - "fuh".indexOf(b.charAt(0))),
    );
  });

  it("say how grave it is that one fails, the gravest first", () => {
    // 6.7: 98.17 typed as text, where 905 of 922 is 98.16.
    const failing = rules(filled, D(7, 29)).flatMap(({ fails, asks }) =>
      fails === null ? [] : [[fails, asks]],
    );
    expect(failing).toEqual([
      ["warning", "Bằng 100 x dòng 6.7.2 / dòng 6.7.1, làm tròn hoặc cắt đến số chữ số thập phân đã ghi."],
      ["info", "Số được lưu dưới dạng số, không phải dạng chữ."],
    ]);
    expect(rules(blank, D(7, 9))[0]).toMatchObject({ state: "fails", fails: "missing" });
  });

  it("name the row that owes it where it is another", () => {
    // 4.1 is the whole of 4.2, 4.3 and 4.4.
    const owing = rules(filled, D(1, 17)).filter(({ asks }) => asks === "Không lớn hơn dòng 4.1.");
    expect(owing.map(({ about, state }) => [about, state])).toEqual([
      // Blank in the report: what cannot be checked comes before what holds.
      [{ form: null, code: "4.3" }, "unchecked"],
      [{ form: null, code: "4.4" }, "unchecked"],
      [{ form: null, code: "4.2" }, "holds"],
    ]);
    expect(rules(filled, D(1, 18)).find(({ asks }) => asks === "Không lớn hơn dòng 4.1.")?.about).toBeNull();
  });
});
