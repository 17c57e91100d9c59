import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readTable } from "../../../tools/sheet-view/clipboard.js";

test.each<[string, readonly (readonly string[])[]]>([
  ["922", [["922"]]],
  [
    "1.1\t922\r\n1.2\t905\r\n",
    [
      ["1.1", "922"],
      ["1.2", "905"],
    ],
  ],
  [
    "a\tb\nc",
    [
      ["a", "b"],
      ["c", ""],
    ],
  ],
  ['"Hai\ndòng"\tb', [["Hai\ndòng", "b"]]],
  ['"nói ""có"""', [['nói "có"']]],
  ['Ngày "lễ" hội', [['Ngày "lễ" hội']]],
  [
    "\t\n\t",
    [
      ["", ""],
      ["", ""],
    ],
  ],
  ["", []],
])("text %j on the clipboard", (text, table) => {
  expect(readTable(text)).toEqual(table);
});

test("every table without quotes and line ends comes back whole", () => {
  const cell = fc.string({ unit: fc.constantFrom(..."a1,.- đ") });
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(table, (cells) => {
      fc.pre(cells.flat().some((one) => one !== "") || cells.length * (cells[0]?.length ?? 0) > 1);
      const text = `${cells.map((line) => line.join("\t")).join("\n")}\n`;
      expect(readTable(text)).toEqual(cells);
    }),
  );
});
