import { describe, expect, it } from "vitest";
import type { HostResult, WorkbookHost } from "../../src/hosts/port.js";
import { BLANK_CELL, type Cell } from "../../src/values/cell.js";
import type { WorkbookPlan } from "../../src/workbook/plan.js";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot.js";
import { formSheet, formsPlan, INPUT, RATIO, withRowsInserted, withSheetRenamed } from "./plans.js";

/** The value of a result that must be there. */
export function valueOfResult<Value>(result: HostResult<Value>): Value {
  if (!result.ok) throw new Error(`${result.fault.kind}: ${result.fault.message}`);
  return result.value;
}

/** A cell of a snapshot; beyond the used part it is blank. */
export function cellOf(snapshot: WorkbookSnapshot, sheetName: string, row: number, column: number): Cell {
  const sheet = snapshot.sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new Error(`no sheet ${sheetName}`);
  const i = row - sheet.top;
  const j = column - sheet.left;
  return {
    value: sheet.values[i]?.[j] ?? BLANK_CELL.value,
    format: sheet.formats[i]?.[j] ?? BLANK_CELL.format,
    formula: sheet.formulas[i]?.[j] ?? BLANK_CELL.formula,
  };
}

/**
 * What every host must do. `create` gives a host over a workbook without any sheet of a plan; it is
 * called anew for each test.
 */
export function describePort(host: string, create: () => Promise<WorkbookHost>): void {
  const SHEET = "Biểu mẫu 3";
  const at = (row: number, column: number) => ({ sheet: SHEET, row, column });
  const capture = async (book: WorkbookHost) => valueOfResult(await book.capture());
  const opened = async (plan: WorkbookPlan = formsPlan(3)) => {
    const book = await create();
    valueOfResult(await book.apply(plan));
    return book;
  };

  describe(`port contract: ${host}`, () => {
    describe("apply", () => {
      it("adds the sheets and names of a plan and says so", async () => {
        const book = await create();
        const report = valueOfResult(await book.apply(formsPlan(1, 3)));
        expect(report).toEqual({
          addedSheets: ["Biểu mẫu 1", "Biểu mẫu 3"],
          keptSheets: [],
          addedNames: formsPlan(1, 3).names.map(({ name }) => name),
        });
        const names = (await capture(book)).sheets.map(({ name }) => name);
        expect(names).toEqual(expect.arrayContaining(["Biểu mẫu 1", "Biểu mẫu 3"]));
      });

      it("writes text as text, whatever it looks like", async () => {
        const texts = ["00012", "=1+1", "1.500", "3.1", "1/2", "+84", "-", "TRUE", "Biểu <b>mẫu</b> & ₫"];
        const sheet = {
          ...formSheet(SHEET),
          merges: [],
          validations: [],
          conditions: [],
          cells: texts.map((text, index) => ({
            row: index + 1,
            column: 2,
            content: { kind: "text", text } as const,
            style: { ...INPUT, numberFormat: "@" },
          })),
        };
        const snapshot = await capture(await opened({ sheets: [sheet], names: [] }));
        expect(texts.map((_text, index) => cellOf(snapshot, SHEET, index + 1, 2))).toEqual(
          texts.map((text) => ({ value: text, format: "@", formula: "" })),
        );
      });

      it("gives formulas their results at once", async () => {
        const book = await opened();
        expect(cellOf(await capture(book), SHEET, 5, 4)).toEqual({
          value: "",
          format: "General",
          formula: `=${RATIO}`,
        });
      });

      it("shows a merged area's text in its first cell only", async () => {
        const snapshot = await capture(await opened());
        expect(cellOf(snapshot, SHEET, 1, 1).value).toBe(SHEET);
        expect(cellOf(snapshot, SHEET, 1, 2).value).toBeNull();
      });

      it("changes nothing when it is applied again", async () => {
        const book = await opened();
        const before = await capture(book);
        const report = valueOfResult(await book.apply(formsPlan(3)));
        expect(report).toEqual({ addedSheets: [], keptSheets: [SHEET], addedNames: [] });
        expect(await capture(book)).toEqual(before);
      });

      it("never touches what was typed, and fills in what is missing", async () => {
        const book = await opened();
        valueOfResult(
          await book.write([
            { cell: at(6, 4), value: 922 },
            { cell: at(5, 4), value: 98 },
            { cell: at(5, 2), value: "Nhãn do cán bộ sửa" },
            { cell: at(7, 2), value: null },
            { cell: at(20, 2), value: "Ghi chú riêng" },
          ]),
        );
        valueOfResult(await book.apply(formsPlan(1, 3)));
        const snapshot = await capture(book);
        expect(cellOf(snapshot, SHEET, 6, 4).value).toBe(922);
        expect(cellOf(snapshot, SHEET, 5, 4)).toMatchObject({ value: 98, formula: "" });
        expect(cellOf(snapshot, SHEET, 5, 2).value).toBe("Nhãn do cán bộ sửa");
        expect(cellOf(snapshot, SHEET, 7, 2).value).toBe("Trong đó: Số hồ sơ giải quyết đúng hạn");
        expect(cellOf(snapshot, SHEET, 20, 2).value).toBe("Ghi chú riêng");
        expect(cellOf(snapshot, "Biểu mẫu 1", 5, 1).value).toBe("3.3");
      });
    });

    describe("inspect", () => {
      it("says what would be added and adds nothing", async () => {
        const book = await opened();
        valueOfResult(await book.write([{ cell: at(7, 2), value: null }]));
        const before = await capture(book);
        expect(valueOfResult(await book.inspect(formsPlan(1, 3)))).toEqual({
          addedSheets: ["Biểu mẫu 1"],
          keptSheets: [{ sheet: SHEET, name: SHEET, addedCells: 1 }],
          addedNames: formsPlan(1).names.map(({ name }) => name),
          lostNames: [],
          obstacle: null,
        });
        expect(await capture(book)).toEqual(before);
      });

      it("says that nothing is missing once the plan is applied", async () => {
        const book = await opened();
        expect(valueOfResult(await book.inspect(formsPlan(3)))).toMatchObject({
          addedSheets: [],
          keptSheets: [{ addedCells: 0 }],
          addedNames: [],
          lostNames: [],
        });
      });

      it("says which names are lost because their row is gone", async () => {
        const plan = formsPlan(3);
        const [sheet] = plan.sheets;
        if (sheet === undefined) throw new Error("The plan has no sheet.");
        const cells = sheet.cells.filter(({ row, column }) => row !== 7 || column === 4);
        const rest = plan.names.filter(({ area }) => area.top !== 7);
        const taken = { row: 7, column: 4, content: { kind: "number", number: 5 }, style: INPUT } as const;
        const book = await opened({
          sheets: [{ ...sheet, cells: [...cells.filter(({ row }) => row !== 7), taken] }],
          names: rest,
        });
        expect(valueOfResult(await book.inspect(plan)).lostNames).toEqual(["CCHC_BM3_3_3_2"]);
      });
    });

    describe("a workbook that the officer changed", () => {
      /** Applies the plan of form 3 to a workbook of another plan and expects that nothing is written. */
      async function expectUntouched(there: WorkbookPlan): Promise<void> {
        const book = await opened(there);
        const before = await capture(book);
        const report = valueOfResult(await book.apply(formsPlan(3)));
        expect(report).toEqual({ addedSheets: [], keptSheets: [SHEET], addedNames: [] });
        expect(await capture(book)).toEqual(before);
      }

      it("has a sheet of somebody's by the name of ours: nothing at all is written", async () => {
        const style = { ...INPUT, numberFormat: "@" };
        const cells = ["Danh sách hộ nghèo", "Họ và tên", "Nguyễn A"].map((text, index) => ({
          row: index + 1,
          column: 1,
          content: { kind: "text", text } as const,
          style,
        }));
        const foreign = { ...formSheet(SHEET), cells, merges: [], validations: [], conditions: [] };
        const book = await opened({ sheets: [foreign], names: [] });
        const before = await capture(book);
        const fault = { kind: "name-taken", code: "ForeignSheet" };
        expect(valueOfResult(await book.inspect(formsPlan(1, 3))).obstacle).toMatchObject(fault);
        expect(await book.apply(formsPlan(1, 3))).toMatchObject({ ok: false, fault });
        expect(await capture(book)).toEqual(before);
      });

      it("has a blank sheet by the name of ours: it is filled", async () => {
        const form = formSheet(SHEET);
        const blank = { ...form, cells: [], rowHeights: [], validations: [], conditions: [] };
        const book = await opened({ sheets: [blank], names: [] });
        expect(valueOfResult(await book.apply(formsPlan(3))).addedSheets).toEqual([SHEET]);
        const snapshot = await capture(book);
        expect(cellOf(snapshot, SHEET, 6, 1).value).toBe("3.3.1");
        expect(cellOf(snapshot, SHEET, 2, 1).value).toBe("THỐNG KÊ VỀ CẢI CÁCH THỦ TỤC HÀNH CHÍNH");
        expect(snapshot.names).toEqual(expect.arrayContaining([...formsPlan(3).names]));
      });

      it("has the sheet under another name: it is found by its names", async () => {
        const renamed = withSheetRenamed(formsPlan(3), SHEET, "TTHC quý III");
        await expectUntouched(renamed);
        const book = await opened(renamed);
        expect(valueOfResult(await book.inspect(formsPlan(3))).keptSheets).toEqual([
          { sheet: SHEET, name: "TTHC quý III", addedCells: 0 },
        ]);
      });

      it.each([
        ["above the title", 1],
        ["between title and header", 3],
        ["above the first row", 5],
        ["among the rows", 7],
      ])("has a row inserted %s: nothing stands twice", async (_where, row) => {
        await expectUntouched(withRowsInserted(formsPlan(3), row, 1));
      });

      it("has a result cell dragged away: no label is written around it", async () => {
        const plan = formsPlan(3);
        const away = { top: 20, bottom: 20, left: 6, right: 6 };
        await expectUntouched({
          ...plan,
          names: plan.names.map((name) =>
            name.name === "CCHC_BM3_3_3_1" ? { ...name, area: { ...name.area, ...away } } : name,
          ),
        });
      });

      it("has a ratio cleared: its formula comes back, but not where rows have moved", async () => {
        const still = await opened();
        valueOfResult(await still.write([{ cell: at(5, 4), value: null }]));
        valueOfResult(await still.apply(formsPlan(3)));
        expect(cellOf(await capture(still), SHEET, 5, 4).formula).toBe(`=${RATIO}`);

        const moved = await opened(withRowsInserted(formsPlan(3), 3, 1));
        valueOfResult(await moved.write([{ cell: at(6, 4), value: null }]));
        valueOfResult(await moved.apply(formsPlan(3)));
        expect(cellOf(await capture(moved), SHEET, 6, 4)).toMatchObject({ value: null, formula: "" });
      });

      it("has a label cleared below an inserted row: it comes back in its own row", async () => {
        const book = await opened(withRowsInserted(formsPlan(3), 1, 2));
        valueOfResult(await book.write([{ cell: at(9, 2), value: null }]));
        valueOfResult(await book.apply(formsPlan(3)));
        expect(cellOf(await capture(book), SHEET, 9, 2).value).toBe("Trong đó: Số hồ sơ giải quyết đúng hạn");
      });
    });

    describe("names", () => {
      it("refer to the cells of the plan", async () => {
        const { names } = await capture(await opened());
        expect(names).toEqual(expect.arrayContaining([...formsPlan(3).names]));
      });

      it("are added when a kept sheet lacks them", async () => {
        const whole = formsPlan(3);
        const book = await opened({ ...whole, names: whole.names.slice(0, 2) });
        const report = valueOfResult(await book.apply(whole));
        expect(report.addedNames).toEqual(whole.names.slice(2).map(({ name }) => name));
        expect((await capture(book)).names).toEqual(expect.arrayContaining([...whole.names]));
      });
    });

    describe("names that hold a text", () => {
      const EDITION = { name: "CCHC_EDITION", text: 'tu-ky "2023"' };

      it("are written and read, with names on a sheet that is not planned", async () => {
        const whole = formsPlan(3);
        const book = await opened({ ...whole, names: [] });
        const binding = { sheets: [], names: whole.names, constants: [EDITION] };
        const report = valueOfResult(await book.apply(binding));
        expect(report).toEqual({
          addedSheets: [],
          keptSheets: [],
          addedNames: whole.names.map(({ name }) => name),
        });
        const snapshot = await capture(book);
        expect(snapshot.constants).toEqual([EDITION]);
        expect(snapshot.names).toEqual(expect.arrayContaining([...whole.names]));
        valueOfResult(await book.apply(binding));
        expect(await capture(book)).toEqual(snapshot);
      });

      it("are written anew when they hold another text", async () => {
        const book = await opened({ ...formsPlan(3), constants: [EDITION] });
        const other = { ...EDITION, text: "hai-duong-2022" };
        valueOfResult(await book.apply({ ...formsPlan(3), constants: [other] }));
        expect((await capture(book)).constants).toEqual([other]);
      });
    });

    describe("write", () => {
      it("keeps each value's kind and the cell's format", async () => {
        const book = await opened();
        valueOfResult(
          await book.write([
            { cell: at(6, 4), value: 922 },
            { cell: at(7, 4), value: "00012" },
            { cell: at(8, 4), value: "=1+1" },
          ]),
        );
        const snapshot = await capture(book);
        expect(cellOf(snapshot, SHEET, 6, 4)).toEqual({ value: 922, format: "General", formula: "" });
        expect(cellOf(snapshot, SHEET, 7, 4)).toMatchObject({ value: "00012", formula: "" });
        expect(cellOf(snapshot, SHEET, 8, 4)).toMatchObject({ value: "=1+1", formula: "" });
      });

      it("recalculates the formulas that rest on the written cells", async () => {
        const book = await opened();
        valueOfResult(
          await book.write([
            { cell: at(6, 4), value: 922 },
            { cell: at(7, 4), value: 905 },
          ]),
        );
        expect(cellOf(await capture(book), SHEET, 5, 4).value).toBe(98.16);
      });

      it("clears a cell with null", async () => {
        const book = await opened();
        valueOfResult(await book.write([{ cell: at(6, 4), value: 922 }]));
        valueOfResult(await book.write([{ cell: at(6, 4), value: null }]));
        expect(cellOf(await capture(book), SHEET, 6, 4).value).toBeNull();
      });

      it("writes a formula over a typed number, with the format asked for", async () => {
        const book = await opened();
        valueOfResult(
          await book.write([
            { cell: at(5, 4), value: 0.98, format: "0%" },
            { cell: at(6, 4), value: 922 },
            { cell: at(7, 4), value: 905 },
          ]),
        );
        expect(cellOf(await capture(book), SHEET, 5, 4)).toEqual({ value: 0.98, format: "0%", formula: "" });
        valueOfResult(await book.write([{ cell: at(5, 4), value: { formula: RATIO }, format: "General" }]));
        const snapshot = await capture(book);
        expect(cellOf(snapshot, SHEET, 5, 4)).toEqual({
          value: 98.16,
          format: "General",
          formula: `=${RATIO}`,
        });
        expect(cellOf(snapshot, SHEET, 6, 4).format).toBe("General");
      });

      it("says not-found for a sheet that is not there, and writes nothing", async () => {
        const book = await opened();
        const before = await capture(book);
        const result = await book.write([
          { cell: at(6, 4), value: 1 },
          { cell: { sheet: "Không có", row: 1, column: 1 }, value: 1 },
        ]);
        expect(result).toMatchObject({ ok: false, fault: { kind: "not-found" } });
        expect(await capture(book)).toEqual(before);
      });
    });

    describe("onChange", () => {
      it("gives the way to stop, which may be called twice", async () => {
        const book = await opened();
        const stop = valueOfResult(await book.onChange(() => undefined));
        await stop();
        await expect(stop()).resolves.toBeUndefined();
      });
    });

    describe("select", () => {
      it("works when the host says that it selects, and says unsupported otherwise", async () => {
        const book = await opened();
        const result = await book.select(at(6, 4));
        if (book.capabilities.selects) expect(result).toEqual({ ok: true, value: undefined });
        else expect(result).toMatchObject({ ok: false, fault: { kind: "unsupported" } });
      });
    });
  });
}
