import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import { findEdition } from "../../src/forms/library.js";
import { parseEdition } from "../../src/forms/parse-edition.js";
import { parseTable } from "../../src/forms/parse-table.js";
import { columnNumbers, headerCells, headerDepth, unitText } from "../../src/forms/table-header.js";
import type { Table } from "../../src/forms/table-schema.js";
import {
  allTables,
  feedsOf,
  findTable,
  insertedTables,
  printedTable,
  tableIds,
} from "../../src/forms/tables.js";
import kimThach from "../fixtures/kim-thach-2023-h1.columns.json" with { type: "json" };
import { edition } from "../support/report-data.js";

function table(id: string): Table {
  const found = findTable(id);
  if (found === null) throw new Error(`no table ${id}`);
  return found;
}

describe("the supplementary tables", () => {
  it("are twenty, each with a sheet name that Excel takes", () => {
    expect(tableIds()).toHaveLength(20);
    const names = allTables().map(({ sheet }) => sheet);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(20);
    expect(names.filter((name) => name.length > 31)).toEqual([]);
  });

  it("are written in NFC", () => {
    const text = JSON.stringify(allTables());
    expect(text).toBe(text.normalize("NFC"));
  });

  it.each(Object.entries(kimThach))("hold every column that Kim Thạch printed: %s", (id, paths) => {
    const printed = table(id).columns.map((column) => column.path);
    expect(printed.slice(0, paths.length)).toEqual(paths);
  });

  it("answer null for an id that nobody knows", () => {
    expect(findTable("toString")).toBeNull();
  });
});

describe("a table's header", () => {
  const dossiers = table("dossiers-by-field");

  it("joins neighbours under one heading and lets a column's own label reach down", () => {
    expect(headerDepth(dossiers)).toBe(3);
    const at = (text: string) => headerCells(dossiers).filter((cell) => cell.text === text);
    expect(at("Số lượng hồ sơ tiếp nhận")).toEqual([
      { text: "Số lượng hồ sơ tiếp nhận", row: 1, column: 3, rows: 1, columns: 4 },
    ]);
    expect(at("Trong kỳ")).toEqual([{ text: "Trong kỳ", row: 2, column: 4, rows: 1, columns: 2 }]);
    expect(at("Tổng số").map(({ column, rows }) => [column, rows])).toEqual([
      [3, 2],
      [7, 2],
      [11, 2],
    ]);
  });

  it("covers every cell of its rows exactly once", () => {
    for (const one of allTables()) {
      const covered = headerCells(one).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
      expect([one.id, covered]).toEqual([one.id, headerDepth(one) * one.columns.length]);
    }
  });

  it("numbers the columns and says how each is made", () => {
    expect(columnNumbers(dossiers)[2]).toBe("(3) = (4) + (5) + (6)");
    expect(columnNumbers(dossiers)[10]).toBe("(11) = (3) - (7)");
    expect(columnNumbers(table("online-services"))[7]).toBe("(8) = [(5) + (7)] : (3)");
  });

  it("names the unit where there is one for all", () => {
    expect(unitText(dossiers)).toBe("Đơn vị tính: hồ sơ");
    expect(unitText(table("online-services"))).toBe("");
  });
});

describe("a table that comes with the program", () => {
  it.each(tableIds())("%s keeps the schema and every invariant, and leaves nothing unsaid", (id) => {
    const ours = findTable(id);
    expect(parseTable(`${id}.json`, ours)).toEqual({ ok: true, value: ours });
  });
});

describe("a table file that breaks an invariant", () => {
  const sound = {
    id: "posts",
    sheet: "Tin bài",
    title: "Tin bài",
    section: "I",
    body: { kind: "many", spare: 5 },
    total: "Tổng cộng",
    columns: [
      { id: "channel", path: ["Hình thức"], kind: "text", width: 20, role: "label" },
      { id: "all", path: ["Tổng số"], kind: "count", width: 8, unit: "bài", total: "sum" },
      { id: "own", path: ["Trong đó"], kind: "count", width: 8, unit: "bài", atMost: ["all"] },
    ],
  };
  const column = (change: object) => ({ ...sound, columns: [...sound.columns.slice(0, 2), change] });
  const faults = (json: unknown) => {
    const parsed = parseTable("posts.json", json);
    return parsed.ok ? [] : parsed.fault.faults.map(({ path, message }) => `${path}: ${message}`);
  };

  it("is told with the place of each fault", () => {
    expect(faults(sound)).toEqual([]);
    expect(faults(column({ ...sound.columns[2], atMost: ["none"] }))).toEqual([
      "own: tổng none không có trong bảng",
    ]);
    expect(faults(column({ ...sound.columns[2], atMost: ["channel"] }))).toEqual([
      "own: tổng channel không phải là cột số",
    ]);
    expect(faults(column({ ...sound.columns[2], id: "all" }))).toContain("all: cột này khai hai lần");
    expect(faults(column({ ...sound.columns[2], path: ["Tổng số"] }))).toContain(
      'columns: hai cột cùng tiêu đề "Tổng số"',
    );
    expect(faults({ ...sound, sheet: "Tin/bài" })).toEqual([
      "sheet: tên trang tính có ký tự Excel không cho",
    ]);
    expect(faults({ ...sound, total: undefined })).toContain(
      "body: dòng tổng và các cột có tổng phải đi với nhau",
    );
  });

  it("keeps the choices of a column, with commas between, within the 255 characters of Excel's lists", () => {
    const choices = (length: number) =>
      column({
        ...{ id: "kind", path: ["Loại"], kind: "choice", width: 8 },
        choices: ["x".repeat(100), "y".repeat(100), "z".repeat(length - 202)],
      });
    expect([254, 255, 256].map((length) => faults(choices(length)))).toEqual([
      [],
      [],
      ["kind: danh sách lựa chọn dài quá 255 ký tự"],
    ]);
  });

  it("may not make a column from itself", () => {
    const sum = (id: string, of: string) => ({
      ...{ id, path: [id], kind: "count", width: 8, unit: "bài" },
      formula: { kind: "sum", of: [of] },
    });
    const circle = { ...sound, columns: [...sound.columns, sum("a", "b"), sum("b", "a")] };
    expect(faults(circle)).toEqual([
      "a: cột này, qua các cột khác, lại được tính từ chính nó",
      "b: cột này, qua các cột khác, lại được tính từ chính nó",
    ]);
  });
});

describe("what an edition takes from tables", () => {
  const targets = (id: string) => feedsOf(edition(id)).map(({ to }) => `${to.form}/${to.code}`);

  it("follows the edition's own codes", () => {
    expect(targets("tu-ky-2023")).toContain("7/5.2.1");
    expect(targets("hai-duong-2022")).toContain("7/5.2.3");
    expect(targets("dinh-hoa-2025")).toContain("3/3.4.2.a");
    expect(targets("hai-duong-2022")).toEqual([
      ...["1/1", "1/2.1", "1/2.2", "3/3.3.1", "3/3.3.2", "1/5.1", "4/2.1", "4/2.2"],
      ...["6/1.1", "6/1.2", "7/5.2.3", "7/6.4.2", "7/6.4.3", "7/6.5.2", "7/6.5.3", "7/6.6.1"],
      ...["7/6.7.1", "7/6.7.2"],
    ]);
  });

  it("turns đồng into the unit that the form prints", () => {
    const scale = (id: string) => feedsOf(edition(id)).find(({ table: from }) => from === "budget")?.scale;
    expect(scale("tu-ky-2023")).toBe(1e-9);
    expect(scale("hai-duong-2022")).toBe(1e-6);
  });

  it("is in every edition some of the tables, and in Vĩnh Linh's five of them at once", () => {
    expect(editionIds().filter((id) => feedsOf(edition(id)).length <= 10)).toEqual([]);
    expect(insertedTables(edition("vinh-linh-2023"))).toEqual([
      ...["task-progress", "dossiers-by-field", "digitisation", "electronic-documents", "online-services"],
    ]);
    expect(insertedTables(edition("tu-ky-2023"))).toEqual([]);
  });

  it("is refused when a column, a row or a table is not there, or a row is fed twice", () => {
    const feed = { columns: ["total"], from: "total", to: { form: 1, code: "5.1" } };
    const faults = (tables: unknown) => {
      const parsed = parseEdition("e.json", { ...findEdition("tu-ky-2023"), tables });
      return parsed.ok ? [] : parsed.fault.faults.map(({ path, message }) => `${path}: ${message}`);
    };
    expect(faults([{ id: "satisfaction", feeds: [feed] }])).toEqual([]);
    expect(faults([{ id: "nothing" }])).toEqual(["tables.nothing: không có bảng này"]);
    expect(faults([{ id: "satisfaction", feeds: [{ ...feed, columns: ["form"] }] }])).toEqual([
      "tables.satisfaction.feeds: cột form không phải là cột số",
    ]);
    expect(faults([{ id: "satisfaction", feeds: [feed, feed] }])).toEqual([
      "tables: dòng 1/5.1 nhận số liệu từ hai chỗ",
    ]);
    expect(faults([{ id: "satisfaction", feeds: [{ ...feed, to: { form: 9, code: "1" } }] }])).toEqual([
      "tables.satisfaction.feeds: không có dòng 9/1",
    ]);
  });
});

describe("tables in the words of an edition", () => {
  it("print levels 3 and 4 as Nghị định 42/2022/NĐ-CP names them, in every header", () => {
    const printed = printedTable(edition("two-tier-2025"), table("online-services"));
    const texts = [printed.title, ...printed.columns.flatMap((column) => column.path)];
    expect(printed.title).toBe("Kết quả cung cấp dịch vụ công trực tuyến toàn trình, một phần");
    expect(texts.filter((text) => /MĐ|mức độ/.test(text))).toEqual([]);
    expect(printed.columns.map(({ id }) => id)).toEqual(table("online-services").columns.map(({ id }) => id));
    expect(printedTable(edition("tu-ky-2023"), table("online-services"))).toBe(table("online-services"));
  });
});
