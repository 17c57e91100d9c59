import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { CellEdit } from "../../../src/hosts/port.js";
import { a1 } from "../../../src/values/address.js";
import { cellOf, valueOfResult } from "../results.js";
import { changedCells, unexpectedDifferences } from "./kept.js";
import { opened, partOf } from "./packages.js";

/** Workbooks of other programs, each with our forms beside its own sheets (see tests/fixtures/strangers). */
const STRANGERS = [
  "base.xlsx",
  "xlsxwriter.xlsx",
  "xlsxwriter-macro.xlsm",
  "openpyxl.xlsx",
  "libreoffice.xlsx",
  "by-hand.xlsm",
] as const;

const bytesOf = async (name: string) => new Uint8Array(await readFile(`tests/fixtures/strangers/${name}`));

const VALUE = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ maxLength: 12 }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom({ formula: "1+1" }, { formula: 'A1&"<&>"' }),
);

describe.each(STRANGERS)("%s", (name) => {
  it("comes out byte for byte where nothing was written", async () => {
    const bytes = await bytesOf(name);
    const saved = await (await opened(bytes)).save();
    expect(unexpectedDifferences(bytes, saved)).toEqual([]);
    for (const part of ["xl/workbook.xml", "xl/styles.xml"]) {
      expect(await partOf(saved, part)).toBe(await partOf(bytes, part));
    }
  });

  it("keeps everything that an edit does not name", async () => {
    const bytes = await bytesOf(name);
    const first = valueOfResult(await (await opened(bytes)).capture());
    const edit = fc.record({
      sheet: fc.nat(first.sheets.length - 1),
      row: fc.integer({ min: 1, max: 60 }),
      column: fc.integer({ min: 1, max: 16 }),
      value: VALUE,
      format: fc.option(fc.constantFrom("0.00", "dd/mm/yyyy", "@", '0" hộ"'), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (drawn) => {
        const book = await opened(bytes);
        const edits = drawn.flatMap(({ sheet, row, column, value, format }): readonly CellEdit[] => {
          const found = first.sheets[sheet];
          if (found === undefined) return [];
          const cell = { sheet: found.name, row, column };
          return [{ cell, value, ...(format === undefined ? {} : { format }) }];
        });
        const written = await book.write(edits);
        const saved = await book.save();
        const edited = new Set(edits.map(({ cell }) => a1(cell)));
        expect(unexpectedDifferences(bytes, saved, edited)).toEqual([]);
        const again = valueOfResult(await (await opened(saved)).capture());
        expect(again.names).toEqual(first.names);
        expect(again.sheets.map((sheet) => sheet.name)).toEqual(first.sheets.map((sheet) => sheet.name));
        if (!written.ok) {
          expect(again).toEqual(first);
          return;
        }
        const last = new Map(edits.map((one) => [`${one.cell.sheet} ${a1(one.cell)}`, one]));
        for (const { cell, value } of last.values()) {
          const { value: read, formula } = cellOf(again, cell.sheet, cell.row, cell.column);
          if (typeof value === "object" && value !== null) expect(formula).toBe(`=${value.formula}`);
          else expect(read).toEqual(value === "" ? null : readable(value));
        }
        // Every other cell without a formula holds what it held.
        for (const sheet of first.sheets) {
          for (const [i, values] of sheet.values.entries()) {
            for (const [j, value] of values.entries()) {
              const [row, column] = [sheet.top + i, sheet.left + j];
              if (last.has(`${sheet.name} ${a1({ row, column })}`)) continue;
              const formula = sheet.formulas[i]?.[j] ?? "";
              const now = cellOf(again, sheet.name, row, column);
              expect(now.formula).toBe(formula);
              if (formula === "") expect(now.value).toEqual(value);
            }
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});

/** A text without the characters that XML has no form for; -0 is 0 in a file. */
function readable(value: CellEdit["value"]) {
  if (typeof value === "string") {
    const kept = [...value].filter(
      (letter) => !/(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u.test(letter),
    );
    return kept.length === 0 ? null : kept.join("");
  }
  return value === 0 ? 0 : value;
}

describe("one cell of a stranger's sheet", () => {
  it("changes alone, with the formulas that rest on it", async () => {
    const bytes = await bytesOf("by-hand.xlsm");
    const book = await opened(bytes);
    valueOfResult(await book.write([{ cell: { sheet: "Thủ công", row: 4, column: 2 }, value: 31 }]));
    const saved = await book.save();
    expect(changedCells(bytes, saved, "xl/worksheets/by-hand.xml")).toEqual(["C1", "B4", "C4"]);
    expect(await partOf(saved, "xl/worksheets/by-hand.xml")).toContain(
      '<c><v>31</v></c><c r="C4"><f t="shared" si="0"/><v>62</v></c>',
    );
  });

  it("is written with the prefix of its sheet", async () => {
    const bytes = await bytesOf("by-hand.xlsm");
    const book = await opened(bytes);
    valueOfResult(await book.write([{ cell: { sheet: "Tiền tố", row: 1, column: 1 }, value: 4 }]));
    valueOfResult(await book.write([{ cell: { sheet: "Tiền tố", row: 2, column: 3 }, value: 5 }]));
    const xml = await partOf(await book.save(), "xl/worksheets/prefixed.xml");
    expect(xml).toContain('<x:c r="A1"><x:v>4</x:v></x:c><x:c r="B1"><x:f>A1+1</x:f><x:v>5</x:v></x:c>');
    expect(xml).toContain('<x:row r="2"><x:c r="C2"><x:v>5</x:v></x:c></x:row>');
  });

  it("that held a formula takes the order of calculation along, which named it", async () => {
    const book = await opened(await bytesOf("by-hand.xlsm"));
    valueOfResult(await book.write([{ cell: { sheet: "Thủ công", row: 1, column: 3 }, value: 1 }]));
    const saved = await book.save();
    await expect(partOf(saved, "xl/calcChain.xml")).rejects.toThrow();
    expect(await partOf(saved, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(await partOf(saved, "[Content_Types].xml")).not.toContain("calcChain");
  });

  it.each([
    ["a part of an array formula", "xlsxwriter.xlsx", "Định dạng", 2, 11, "xlsx.array"],
    ["under a merged area", "openpyxl.xlsx", "Của openpyxl", 2, 9, "xlsx.covered"],
    ["in a table's header", "by-hand.xlsm", "Thủ công", 1, 2, "xlsx.table-header"],
    ["in a protected sheet", "xlsxwriter.xlsx", "Khóa", 1, 1, "ProtectedSheet"],
  ] as const)("is refused %s, by name, and nothing is written", async (_what, name, sheet, row, column, code) => {
    const bytes = await bytesOf(name);
    const book = await opened(bytes);
    const first = valueOfResult(await book.capture());
    const outcome = await book.write([
      { cell: { sheet: first.sheets[0]?.name ?? "", row: 50, column: 1 }, value: 1 },
      { cell: { sheet, row, column }, value: 1 },
    ]);
    expect(outcome).toMatchObject({
      ok: false,
      fault: { code, message: expect.stringContaining(`“${sheet}”`) },
    });
    expect(valueOfResult(await book.capture())).toEqual(first);
  });
});
