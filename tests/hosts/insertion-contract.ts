import { describe, expect, it } from "@jest/globals";
import type { WorkbookHost } from "../../src/hosts/port.js";
import type { WorkbookPlan } from "../../src/workbook/plan.js";
import { formSheet, formsPlan, INPUT, RATIO, withRowsInserted, withSheetRenamed } from "./plans.js";
import { cellOf, valueOfResult } from "./results.js";

/** What every host must do with a workbook that has the forms already: part of the port contract. */
export function describeInsertion(create: () => Promise<WorkbookHost>): void {
  const SHEET = "Biểu mẫu 3";
  const at = (row: number, column: number) => ({ sheet: SHEET, row, column });
  const capture = async (book: WorkbookHost) => valueOfResult(await book.capture());
  const opened = async (plan: WorkbookPlan = formsPlan(3)) => {
    const book = await create();
    valueOfResult(await book.apply(plan));
    return book;
  };

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
      expect(report).toEqual({ addedSheets: [], keptSheets: [SHEET], addedNames: [], unsetPages: [] });
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
}
