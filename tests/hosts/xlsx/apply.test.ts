import { describe, expect, it } from "@jest/globals";
import { PlanError } from "../../../src/hosts/xlsx/apply/check-plan.js";
import { emptyWorkbook } from "../../../src/hosts/xlsx/open.js";
import type { SheetPlan, ValidationPlan } from "../../../src/workbook/plan.js";
import { formSheet, formsPlan } from "../plans.js";
import { cellOf, valueOfResult } from "../results.js";
import { opened, type PackageParts, packageOf, partOf } from "./packages.js";

const area = (row: number) => ({ sheet: "S", top: row, bottom: row, left: 4, right: 4 });

describe("applying to a workbook that an officer changed", () => {
  /** The form after its header, with a row of her own inserted above 3.3.2, and that row's name lost. */
  const changed: PackageParts = {
    sheets: [
      {
        name: "Biểu mẫu 3",
        rows: [
          '<row r="5"><c r="A5" t="inlineStr"><is><t>3.3</t></is></c><c r="D5"><v>98</v></c></row>',
          '<row r="6"><c r="A6" t="inlineStr"><is><t>3.3.1</t></is></c><c r="D6"><v>922</v></c></row>',
          '<row r="7"><c r="B7" t="inlineStr"><is><t>Dòng riêng</t></is></c></row>',
          '<row r="8"><c r="D8"><v>905</v></c></row>',
          '<row r="9"><c r="A9" t="inlineStr"><is><t>3.4</t></is></c></row>',
        ].join(""),
      },
    ],
    names: [
      ["3_3", "$D$5"],
      ["3_3_1", "$D$6"],
      ["3_3_2", "#REF!"],
      ["3_4", "$D$9"],
    ]
      .map(([code, cell]) => `<definedName name="CCHC_BM3_${code}">'Biểu mẫu 3'!${cell}</definedName>`)
      .join(""),
  };

  it("leaves rows whose place is not certain alone", async () => {
    const book = await opened(packageOf(changed));
    const report = valueOfResult(await book.apply(formsPlan(3)));
    expect(report.addedNames).toEqual([]);
    const snapshot = valueOfResult(await book.capture());
    expect([7, 8].map((row) => cellOf(snapshot, "Biểu mẫu 3", row, 1).value)).toEqual([null, null]);
    expect(cellOf(snapshot, "Biểu mẫu 3", 8, 4).value).toBe(905);
  });

  it("fills labels into the rows where they stand now", async () => {
    const book = await opened(packageOf(changed));
    valueOfResult(await book.apply(formsPlan(3)));
    const snapshot = valueOfResult(await book.capture());
    expect(cellOf(snapshot, "Biểu mẫu 3", 6, 2).value).toBe("Tổng số hồ sơ đã giải quyết");
    expect(cellOf(snapshot, "Biểu mẫu 3", 9, 2).value).toBe("Đã thực hiện niêm yết công khai");
    expect(cellOf(snapshot, "Biểu mẫu 3", 7, 2).value).toBe("Dòng riêng");
  });

  it("points a name that lost its cell at its row again, when the row is there", async () => {
    const rows = formsPlan(3).names.map(
      ({ area }, index) =>
        `<row r="${area.top}"><c r="A${area.top}" t="inlineStr"><is><t>${["3.3", "3.3.1", "3.3.2", "3.4"][index]}</t></is></c></row>`,
    );
    const names = formsPlan(3).names.map(({ name }, index) => {
      const cell = index === 2 ? "#REF!" : `$D$${5 + index}`;
      return `<definedName name="${name}">'Biểu mẫu 3'!${cell}</definedName>`;
    });
    const sheets = [{ name: "Biểu mẫu 3", rows: rows.join("") }];
    const book = await opened(packageOf({ sheets, names: names.join("") }));
    const report = valueOfResult(await book.apply(formsPlan(3)));
    expect(report.addedNames).toEqual(["CCHC_BM3_3_3_2"]);
    expect(valueOfResult(await book.capture()).names).toEqual(
      expect.arrayContaining([...formsPlan(3).names]),
    );
  });

  it("leaves a cell alone that she merged into its neighbour", async () => {
    const first = emptyWorkbook();
    const plan = formsPlan(3);
    const [sheet] = plan.sheets;
    if (!sheet) throw new Error("no sheet");
    const merges = [...sheet.merges, { top: 6, left: 2, bottom: 6, right: 3 }];
    const cells = sheet.cells.map((cell) =>
      cell.row === 6 && cell.column === 3 ? { ...cell, content: { kind: "blank" } as const } : cell,
    );
    valueOfResult(await first.apply({ ...plan, sheets: [{ ...sheet, merges, cells }] }));
    const book = await opened(await first.save());
    expect(valueOfResult(await book.inspect(plan)).keptSheets).toMatchObject([{ addedCells: 0 }]);
    valueOfResult(await book.apply(plan));
    expect(cellOf(valueOfResult(await book.capture()), "Biểu mẫu 3", 6, 2).value).toBe(
      "Tổng số hồ sơ đã giải quyết",
    );
  });

  it("fills a blank sheet whose cells are merged and whose pages are set up otherwise", async () => {
    const blank = packageOf({
      sheets: [
        {
          name: "biểu MẪU 3",
          rows: "",
          after:
            '<mergeCells count="1"><mergeCell ref="B4:D6"/></mergeCells><pageSetup orientation="landscape"/>',
        },
      ],
      names: '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'biểu MẪU 3\'!$9:$9</definedName>',
    });
    const book = await opened(blank);
    expect(valueOfResult(await book.apply(formsPlan(3))).addedSheets).toEqual(["Biểu mẫu 3"]);
    const bytes = await book.save();
    const xml = await partOf(bytes, "xl/worksheets/sheet1.xml");
    expect(xml).toContain('orientation="portrait"');
    expect(xml).not.toContain("B4:D6");
    const workbook = await partOf(bytes, "xl/workbook.xml");
    expect(workbook.match(/_xlnm\.Print_Titles/g)).toHaveLength(1);
    const snapshot = valueOfResult(await (await opened(bytes)).capture());
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(["biểu MẪU 3"]);
    expect(cellOf(snapshot, "biểu MẪU 3", 5, 2).value).toBe("Tỷ lệ hồ sơ giải quyết đúng hạn");
    expect(cellOf(snapshot, "biểu MẪU 3", 5, 3).value).toBe("%");
  });

  it("writes nothing into a protected sheet, and says so", async () => {
    const [sheet] = changed.sheets;
    if (!sheet) throw new Error("no sheet");
    const locked = { ...changed, sheets: [{ ...sheet, after: '<sheetProtection sheet="1"/>' }] };
    const book = await opened(packageOf(locked));
    const before = valueOfResult(await book.capture());
    const fault = { kind: "protected", code: "ProtectedSheet" };
    expect(valueOfResult(await book.inspect(formsPlan(1, 3))).obstacle).toMatchObject(fault);
    expect(await book.apply(formsPlan(1, 3))).toMatchObject({ ok: false, fault });
    expect(valueOfResult(await book.capture())).toEqual(before);
  });

  it("tells listeners what happened, until they stop", async () => {
    const book = emptyWorkbook();
    const heard: string[] = [];
    const stop = valueOfResult(await book.onChange((change) => heard.push(change.kind)));
    await book.apply(formsPlan(3));
    await book.write([{ cell: { sheet: "Biểu mẫu 3", row: 6, column: 4 }, value: 1 }]);
    await stop();
    await book.write([{ cell: { sheet: "Biểu mẫu 3", row: 6, column: 4 }, value: 2 }]);
    expect(heard).toEqual(["structure", "cells"]);
  });
});

describe("plans that Excel would not accept", () => {
  const good = formSheet("Biểu mẫu 3");
  const [validation] = good.validations;
  const withValidation = (change: Partial<ValidationPlan>): Partial<SheetPlan> =>
    validation ? { validations: [{ ...validation, ...change }] } : {};

  it.each<[string, Partial<SheetPlan>]>([
    ["a sheet name that is too long", { name: "x".repeat(32) }],
    ["a sheet name with a slash", { name: "Biểu 1/2" }],
    ["a prompt that is too long", withValidation({ prompt: { title: "", message: "x".repeat(256) } })],
    ["a prompt title that is too long", withValidation({ prompt: { title: "x".repeat(33), message: "" } })],
    [
      "an error that is too long",
      withValidation({ error: { title: "", message: "x".repeat(226), style: "stop" } }),
    ],
    [
      "a list that is too long",
      withValidation({ allow: { kind: "list", items: ["x".repeat(130), "y".repeat(130)] } }),
    ],
    ["a list item with a comma", withValidation({ allow: { kind: "list", items: ["1,5"] } })],
    [
      "merged areas that overlap",
      {
        merges: [
          { top: 1, left: 1, bottom: 2, right: 2 },
          { top: 2, left: 2, bottom: 3, right: 3 },
        ],
      },
    ],
    ["text under a merged area", { merges: [{ top: 5, left: 1, bottom: 5, right: 2 }] }],
    ["a colour that is none", { tabColor: "blue" }],
    ["a row that is too high", { rowHeights: [{ row: 1, height: 410 }] }],
    ["a cell twice", { cells: [...good.cells, ...good.cells] }],
    [
      "a formula with its equals sign",
      {
        conditions: [
          {
            area: { top: 1, left: 1, bottom: 1, right: 1 },
            formula: "=A1",
            fill: "#FFFFFF",
            color: "#000000",
          },
        ],
      },
    ],
  ])("%s", async (_what, change) => {
    await expect(emptyWorkbook().apply({ sheets: [{ ...good, ...change }], names: [] })).rejects.toThrow(
      PlanError,
    );
  });

  it.each<[string, (length: number) => Partial<SheetPlan>, number]>([
    ["a sheet name", (length) => ({ name: "x".repeat(length) }), 31],
    ["a prompt", (length) => withValidation({ prompt: { title: "", message: "x".repeat(length) } }), 255],
    ["a title", (length) => withValidation({ prompt: { title: "x".repeat(length), message: "" } }), 32],
    [
      "an error",
      (length) => withValidation({ error: { title: "", message: "x".repeat(length), style: "stop" } }),
      225,
    ],
    [
      "a list with its comma",
      (length) =>
        withValidation({ allow: { kind: "list", items: ["x".repeat(100), "y".repeat(length - 101)] } }),
      255,
    ],
    ["a row's height", (height) => ({ rowHeights: [{ row: 1, height }] }), 409],
  ])("%s beyond its limit, but not at it", async (_what, of, limit) => {
    const apply = (size: number) => {
      const sheet = { ...good, ...of(size) };
      return emptyWorkbook().apply({ sheets: [sheet], names: [] });
    };
    expect((await apply(limit)).ok).toBe(true);
    await expect(apply(limit + 1)).rejects.toThrow(PlanError);
  });

  it.each(["A1", "R1C1", "có dấu cách", "1_2", "c"])("the name %s", async (name) => {
    const plan = { sheets: [good], names: [{ name, area: { ...area(5), sheet: good.name } }] };
    await expect(emptyWorkbook().apply(plan)).rejects.toThrow(PlanError);
  });
});
