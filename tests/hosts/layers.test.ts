import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { columnPoints } from "../../src/hosts/excel/write-sheet.js";
import { areasWhere, layersOf } from "../../src/hosts/layers.js";
import { heightRuns } from "../../src/hosts/line-sizes.js";
import type { Rectangle } from "../../src/values/address.js";

const looks = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.constantFrom("a", "b", "c"), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

function blockOf(table: readonly (readonly string[])[]): Rectangle {
  return { top: 3, left: 2, bottom: 2 + table.length, right: 1 + (table[0]?.length ?? 1) };
}

const eachCell = (area: Rectangle, visit: (row: number, column: number) => void) => {
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) visit(row, column);
  }
};

describe("covering a block with rectangles", () => {
  it("gives every cell its look, and no cell two exceptions", () => {
    fc.assert(
      fc.property(looks, (table) => {
        const block = blockOf(table);
        const at = (row: number, column: number) => table[row - 3]?.[column - 2] ?? "";
        const { base, exceptions } = layersOf(block, at, String);
        const painted = new Map<string, string>();
        for (const { area, look } of exceptions) {
          eachCell(area, (row, column) => {
            expect(painted.has(`${row},${column}`)).toBe(false);
            painted.set(`${row},${column}`, look);
          });
        }
        eachCell(block, (row, column) => {
          expect(painted.get(`${row},${column}`) ?? base).toBe(at(row, column));
        });
      }),
    );
  });

  it("covers exactly the cells that hold", () => {
    fc.assert(
      fc.property(looks, (table) => {
        const block = blockOf(table);
        const at = (row: number, column: number) => table[row - 3]?.[column - 2] === "a";
        const covered = new Set<string>();
        for (const area of areasWhere(block, at)) {
          eachCell(area, (row, column) => covered.add(`${row},${column}`));
        }
        eachCell(block, (row, column) => expect(covered.has(`${row},${column}`)).toBe(at(row, column)));
      }),
    );
  });

  it("takes one rectangle for a column of one look", () => {
    const { base, exceptions } = layersOf(
      { top: 6, left: 1, bottom: 30, right: 5 },
      (_row, column) => (column === 4 ? "input" : "label"),
      String,
    );
    expect(base).toBe("label");
    expect(exceptions).toEqual([{ look: "input", area: { top: 6, left: 4, bottom: 30, right: 4 } }]);
  });
});

describe("sizes", () => {
  it("neighbouring rows of one height go together", () => {
    const heights = [3, 1, 2, 5].map((row) => ({ row, height: row === 3 ? 36 : 20 }));
    expect(heightRuns(heights)).toEqual([
      { first: 1, last: 2, height: 20 },
      { first: 3, last: 3, height: 36 },
      { first: 5, last: 5, height: 20 },
    ]);
  });

  it("Excel's standard column of 8.43 characters is 48 points", () => {
    expect(columnPoints(8.43)).toBe(48);
  });
});
