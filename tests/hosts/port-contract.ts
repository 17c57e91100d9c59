import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import type { CellChart, WorkbookHost } from "../../src/hosts/port.js";
import type { CellAddress } from "../../src/values/address.js";
import type { WorkbookPlan } from "../../src/workbook/plan.js";
import { describeInsertion } from "./insertion-contract.js";
import { formSheet, formsPlan, INPUT, RATIO } from "./plans.js";
import { cellOf, valueOfResult } from "./results.js";

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
    describeInsertion(create);

    describe("apply", () => {
      it("adds the sheets and names of a plan and says so", async () => {
        const book = await create();
        const report = valueOfResult(await book.apply(formsPlan(1, 3)));
        expect(report).toEqual({
          addedSheets: ["Biểu mẫu 1", "Biểu mẫu 3"],
          keptSheets: [],
          addedNames: formsPlan(1, 3).names.map(({ name }) => name),
          unsetPages: [],
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
        expect(report).toEqual({ addedSheets: [], keptSheets: [SHEET], addedNames: [], unsetPages: [] });
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
          unsetPages: [],
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

    describe("insertRows", () => {
      it("moves what stands below, with the names and formulas that rest on it; values stay above", async () => {
        const book = await opened();
        valueOfResult(
          await book.write([
            { cell: at(6, 4), value: 922 },
            { cell: at(7, 4), value: 905 },
          ]),
        );
        valueOfResult(await book.insertRows({ sheet: SHEET, before: 7, count: 2 }));
        const snapshot = await capture(book);
        expect([6, 7, 8, 9].map((row) => cellOf(snapshot, SHEET, row, 4).value)).toEqual([
          922,
          null,
          null,
          905,
        ]);
        expect(cellOf(snapshot, SHEET, 5, 4)).toMatchObject({
          value: 98.16,
          formula: `=${RATIO.replaceAll("D7", "D9")}`,
        });
        const moved = formsPlan(3).names.map(({ name, area }) =>
          area.top < 7
            ? { name, area }
            : { name, area: { ...area, top: area.top + 2, bottom: area.bottom + 2 } },
        );
        expect(snapshot.names).toEqual(expect.arrayContaining(moved));
      });

      it("gives each new row the formats of the row above, and its formulas as they stand after the insertion", async () => {
        const book = await opened();
        valueOfResult(await book.write([{ cell: at(6, 4), value: { formula: "2*C6+C$8" } }]));
        valueOfResult(await book.insertRows({ sheet: SHEET, before: 7, count: 2 }));
        const snapshot = await capture(book);
        expect([7, 8].map((row) => cellOf(snapshot, SHEET, row, 4).formula)).toEqual([
          "=2*C7+C$10",
          "=2*C8+C$10",
        ]);
        expect([7, 8].map((row) => cellOf(snapshot, SHEET, row, 2).format)).toEqual(["@", "@"]);
      });

      it("says not-found for a sheet that is not there", async () => {
        const book = await opened();
        const before = await capture(book);
        const result = await book.insertRows({ sheet: "Không có", before: 3, count: 1 });
        expect(result).toMatchObject({ ok: false, fault: { kind: "not-found" } });
        expect(await capture(book)).toEqual(before);
      });
    });

    describe("drawChart", () => {
      const NAME = "CCHC_CHART_thu";
      const cells = (column: number) => ({ top: 6, bottom: 7, left: column, right: column });
      const chart: CellChart = {
        sheet: SHEET,
        title: "Hồ sơ theo lĩnh vực",
        categories: { name: "Lĩnh vực", cells: cells(2) },
        unit: "Số hồ sơ",
        series: [{ name: "Đúng hạn", cells: cells(4), fill: "#1F4E79" }],
      };

      it("draws cells and keeps which, once however often, and takes it off; or is not there", async () => {
        const book = await opened();
        const draw = book.acts?.drawChart;
        if (draw === undefined) return;
        const before = await capture(book);
        const name = { name: NAME, area: { sheet: SHEET, top: 6, bottom: 7, left: 2, right: 4 } };
        valueOfResult(await draw(NAME, chart));
        expect((await capture(book)).names).toEqual([...before.names, name]);
        valueOfResult(await draw(NAME, chart));
        expect((await capture(book)).names).toEqual([...before.names, name]);
        valueOfResult(await draw(NAME, null));
        expect(await capture(book)).toEqual(before);
        valueOfResult(await draw(NAME, null));
      });

      it("says not-found for a sheet that is not there", async () => {
        const book = await opened();
        const refused = await book.acts?.drawChart?.(NAME, { ...chart, sheet: "Không có" });
        if (refused !== undefined) expect(refused).toMatchObject({ ok: false, fault: { kind: "not-found" } });
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
      it("works, or says that nobody looks at the workbook", async () => {
        const book = await opened();
        const result = await book.select(at(6, 4));
        if (book.capabilities.live) expect(result).toEqual({ ok: true, value: undefined });
        else expect(result).toMatchObject({ ok: false, fault: { kind: "unsupported" } });
      });
    });

    describe("onSelect", () => {
      it("tells where the cursor stands and goes, or that the host does not tell", async () => {
        const book = await opened();
        const told: CellAddress[] = [];
        const result = await book.onSelect((cell) => told.push(cell));
        if (!book.capabilities.tellsSelection) {
          expect(result).toMatchObject({ ok: false, fault: { kind: "unsupported" } });
          return;
        }
        const stop = valueOfResult(result);
        expect(told).toHaveLength(1);
        await book.capture();
        valueOfResult(await book.select(at(6, 4)));
        await turn();
        expect(told.at(-1)).toEqual(at(6, 4));
        await stop();
        await expect(stop()).resolves.toBeUndefined();
        valueOfResult(await book.select(at(7, 4)));
        await turn();
        expect(told.at(-1)).toEqual(at(6, 4));
      });
    });
  });
}
