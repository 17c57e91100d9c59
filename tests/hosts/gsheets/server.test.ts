import { describe, expect, it } from "@jest/globals";
import { localFormula } from "../../../src/hosts/gsheets/locale.js";
import { ours } from "../../../src/hosts/gsheets/messages.js";
import type { Request } from "../../../src/hosts/gsheets/wire.js";
import { UNITED_STATES } from "../../../tools/grid/culture.js";
import { strict } from "../../../tools/local-sheets/services/strict.js";
import { formsPlan } from "../plans.js";
import { cellOf, valueOfResult } from "../results.js";
import { byClock, openOverScript } from "./local.js";

const SHEET = "Biểu mẫu 3";

describe("the menu", () => {
  it("is there when the spreadsheet opens and after installing, in Vietnamese", () => {
    const { script } = openOverScript();
    const menu = [
      { caption: "Mở bảng báo cáo", calls: "showPane" },
      { caption: "Tự kiểm tra", calls: "selfCheck" },
    ];
    expect(script.shown.menu).toEqual(menu);
    script.shown.menu = [];
    script.call("onInstall");
    expect(script.shown.menu).toEqual(menu);
  });

  it("opens the pane in the sidebar", () => {
    const { script } = openOverScript();
    script.call("showPane");
    expect(script.shown.sidebar).toEqual({ file: "pane", title: "Báo cáo CCHC" });
  });
});

describe("Tự kiểm tra", () => {
  it.each([
    ["vi_VN", {}],
    ["en_US", { region: UNITED_STATES }],
  ])("finds no difference here and leaves nothing behind: %s", (_locale, options) => {
    const { script, book } = openOverScript(options);
    script.call("selfCheck");
    expect(script.shown.alerts).toEqual([
      "Báo cáo CCHC: tự kiểm tra\nĐạt cả 20 phép thử. Trang tính nháp đã được xóa.",
    ]);
    expect([book.grid.sheets.map(({ name }) => name), book.grid.names, book.metadata]).toEqual([
      ["Sheet1"],
      [],
      [],
    ]);
  });

  it("says in one line what differs, and leaves nothing behind", () => {
    const { script, book } = openOverScript();
    // A Google that reads text formatted as text all the same.
    const { grid } = book;
    const text = grid.value.bind(grid);
    grid.value = (sheet, row, column) => {
      const value = text(sheet, row, column);
      return value === "1.500" ? 1500 : value;
    };
    script.call("selfCheck");
    expect(script.shown.alerts[0]?.split("\n")[1]).toBe(
      "Khác 2 chỗ: văn bản 1.500 (ô văn bản); văn bản 1.500. Gửi dòng này cho người cài đặt.",
    );
    expect(grid.sheets).toHaveLength(1);
  });

  it("says so where Google does not tell the cursor", () => {
    const { script, book } = openOverScript();
    book.cursorRefused = true;
    script.call("selfCheck");
    expect(script.shown.alerts[0]).toContain("Khác 1 chỗ: ô đang chọn.");
  });

  it("says so when it cannot run at all", () => {
    const { script, book } = openOverScript();
    book.grid.structureProtected = true;
    script.call("selfCheck");
    expect(script.shown.alerts[0]).toContain("Không thử xong: ");
  });
});

describe("the server", () => {
  it("refuses a request that it does not know, before and after which nothing is done", () => {
    const { script, book } = openOverScript();
    const unknown: unknown = { drawPicture: {} };
    const requests: unknown = [{ addSheet: { properties: { sheetId: 7, title: SHEET } } }, unknown];
    expect(() => script.callNamed("update", [requests, null])).toThrow("CCHC_ERROR[BAD_REQUEST] drawPicture");
    expect(book.grid.sheets).toHaveLength(1);
  });

  it("does nothing when the spreadsheet has changed since the stamp", () => {
    const { script, officer } = openOverScript();
    const since = script.call("stamp").version;
    officer.type("Sheet1", "A1", "5");
    expect(() => script.call("update", [], since)).toThrow("CCHC_ERROR[CHANGED]");
  });

  it("reads the cells of the sheets that were asked for, and lists the others", async () => {
    const { script, host, officer } = openOverScript();
    valueOfResult(await host.apply(formsPlan(3)));
    officer.renameSheet(SHEET, "TTHC");
    officer.addSheet("Biểu mẫu 9");
    officer.type("Sheet1", "A1", "của người khác");
    const { sheets } = script.call("read", ours());
    expect(sheets.map(({ properties, data }) => [properties.title, data !== undefined])).toEqual([
      ["Sheet1", false],
      ["TTHC", true],
      ["Biểu mẫu 9", true],
    ]);
  });

  it("is not slowed down by a stray entry far out, nor cut short where a name of ours stands", async () => {
    const { script, host, officer, book } = openOverScript();
    valueOfResult(await host.apply(formsPlan(3)));
    book.size(book.grid.sheetNamed(SHEET) ?? book.grid.activeSheet).rows = 5_000;
    officer.type(SHEET, "A4000", "x");
    const rows = () => script.call("read", ours()).sheets[1]?.data?.[0].rowData.length;
    expect(rows()).toBe(2000);
    officer.insertRows(SHEET, 6, 2500);
    expect(rows()).toBe(2508);
  });

  it("gives dates as serial numbers, errors as errors and an empty text of a formula as a text", async () => {
    const { host, officer } = openOverScript();
    valueOfResult(await host.apply(formsPlan(3)));
    officer.type(SHEET, "D6", "19/7/2023");
    officer.type(SHEET, "D7", "=1/0");
    const snapshot = valueOfResult(await host.capture());
    expect(cellOf(snapshot, SHEET, 6, 4)).toMatchObject({ value: 45_126, format: "dd/mm/yyyy" });
    expect(cellOf(snapshot, SHEET, 7, 4).value).toEqual({ error: "#DIV/0!" });
  });

  it("stops before Google would stop it, and takes back what it has done", () => {
    const { script, book } = openOverScript();
    let calls = 0;
    const now = () => {
      calls += 1;
      return calls * 100_000;
    };
    const add = (sheetId: number): Request => ({
      addSheet: { properties: { sheetId, title: `Sheet ${sheetId}` } },
    });
    const update = () => script.call("update", [add(11), add(12), add(13)], null);
    expect(() => byClock(now, update)).toThrow("CCHC_ERROR[OUT_OF_TIME]");
    expect(book.grid.sheets).toHaveLength(1);
  });

  it("selects a cell, and says when its sheet is gone or hidden", async () => {
    const { host, book, officer } = openOverScript();
    valueOfResult(await host.apply(formsPlan(3)));
    valueOfResult(await host.select({ sheet: SHEET, row: 6, column: 4 }));
    expect([book.grid.activeSheet.name, book.grid.activeSheet.selection]).toEqual([
      SHEET,
      { top: 5, left: 3, bottom: 5, right: 3 },
    ]);
    officer.setVisibility(SHEET, "Hidden");
    expect(await host.select({ sheet: SHEET, row: 6, column: 4 })).toMatchObject({
      fault: { kind: "not-found", code: "HIDDEN_SHEET" },
    });
    expect(await host.select({ sheet: "Không có", row: 1, column: 1 })).toMatchObject({
      fault: { kind: "not-found", code: "NO_SHEET" },
    });
  });
});

describe("a form inserted into Google Sheets", () => {
  it("checks what is typed, with whole numbers by a formula in the locale's separators", async () => {
    const { host, book } = openOverScript();
    valueOfResult(await host.apply(formsPlan(3)));
    const rules = book.grid.sheetNamed(SHEET)?.validations.map(({ rule }) => rule);
    expect(rules).toEqual([
      { custom: { formula: "=AND(ISNUMBER(D6);D6=INT(D6);D6>=0)" } },
      { decimal: { formula1: 0, formula2: 100, operator: "Between" } },
      { list: { inCellDropDown: true, source: "Có & đủ = 1,Không = 0" } },
    ]);
  });

  it("asks before a printed cell is changed, and locks nobody out", async () => {
    const { host, book, officer } = openOverScript();
    valueOfResult(await host.apply(formsPlan(3)));
    const sheet = book.grid.sheetNamed(SHEET);
    expect(book.protections.get(sheet?.id ?? "")).toEqual([
      {
        description: "Phần in sẵn của biểu mẫu (Báo cáo CCHC)",
        warningOnly: true,
        unprotected: [{ top: 4, left: 3, bottom: 7, right: 3 }],
      },
    ]);
    expect(officer.type(SHEET, "B7", "Nhãn sửa")).toEqual({ accepted: true });
    expect(valueOfResult(await host.capture()).sheets[0]?.protected).toBe(false);
  });

  it("writes into no sheet that its owner has closed, and says how to open it", async () => {
    const { host, officer, book } = openOverScript();
    valueOfResult(await host.apply(formsPlan(3)));
    officer.clear(SHEET, "B7");
    officer.protectSheet(SHEET);
    const writings = book.writings;
    const result = await host.apply(formsPlan(3));
    expect(result).toMatchObject({ ok: false, fault: { kind: "protected", code: "ProtectedSheet" } });
    expect(!result.ok && result.fault.message).toContain("Dữ liệu > Bảo vệ trang tính và dải ô");
    const cell = { sheet: SHEET, row: 6, column: 4 };
    expect(await host.write([{ cell, value: 1 }])).toMatchObject({ ok: false, fault: { kind: "protected" } });
    expect(book.writings).toBe(writings);
  });
});

describe("the strict services", () => {
  it("throw for a member that the server was not thought to use", () => {
    const range = strict("Range", { getRow: () => 1 });
    expect(range.getRow()).toBe(1);
    expect(() => Reflect.get(range, "getNote")).toThrow("The local Google Sheets has no Range.getNote.");
    expect(() => Reflect.set(range, "note", "")).toThrow("Range.note cannot be set.");
  });

  it("read what a script enters as Sheets does: numbers, dates, apostrophes, formulas of the locale", () => {
    const { script, book } = openOverScript();
    const request = (value: string): Request => ({
      updateCells: {
        start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { formulaValue: value } }] }],
        fields: "userEnteredValue",
      },
    });
    // What is no formula is read as if typed: the server never sends such a thing as a formula.
    const entered = (value: string) => {
      script.call("update", [request(value)], null);
      return book.grid.value(book.grid.activeSheet, 0, 0);
    };
    expect(entered("1.500")).toBe(1500);
    expect(entered("'1.500")).toBe("1.500");
    expect(entered("12,5")).toBe(12.5);
    expect(entered("=1,5*2")).toBe(3);
    expect(entered("=1.5*2")).toBe("#ERROR!");
    expect(entered(localFormula("IF(0.5>0.25,1.5,2)", "vi_VN"))).toBe(1.5);
  });
});
