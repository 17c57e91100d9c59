import { readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { allTables } from "../../src/forms/tables.js";
import thanhMien from "../fixtures/thanh-mien-2023-q3.json" with { type: "json" };
import tables from "../fixtures/thanh-mien-2023-q3.tables.json" with { type: "json" };
import { run, temporaryFolder } from "./run.js";

const at = temporaryFolder();

async function fill(book: string, data: unknown, out: string) {
  await writeFile(at("data.json"), JSON.stringify(data));
  return run("fill", at(book), "--data", at("data.json"), "--out", at(out));
}

async function checked(book: string) {
  const { out } = await run("check", at(book), "--json");
  const [first] = JSON.parse(out);
  return first as {
    readonly findings: readonly Readonly<Record<string, unknown>>[];
  };
}

describe("cchc with supplementary tables", () => {
  beforeAll(async () => {
    await run("new", "--edition", "hai-duong-2022", "--out", at("plain.xlsx"));
  });

  it("makes a workbook with the tables that are asked for, with all, or with the edition's own", async () => {
    const made = async (...args: readonly string[]) =>
      (await run("new", "--out", at("new.xlsx"), ...args)).told[0];
    expect(await made("--tables", "documents,dossiers-by-field")).toContain("11 trang tính");
    expect(await made("--tables", "all")).toContain(`${9 + allTables().length} trang tính`);
    expect(await made("--edition", "vinh-linh-2023")).toContain("14 trang tính");
    expect(await made("--edition", "vinh-linh-2023", "--tables", "none")).toContain("9 trang tính");
  });

  it("names the tables that there are when one is unknown", async () => {
    const { code, told } = await run("new", "--out", at("none.xlsx"), "--tables", "documents,petitions");
    expect(code).toBe(2);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^--tables: không có phụ biểu petitions\. Các phụ biểu: documents, /);
  });

  it("lists every table and column with its header, kind, unit, formula and feeds", async () => {
    const { out } = await run("editions", "--json");
    const [edition] = JSON.parse(out);
    const dossiers = edition.tables.find((table: { id: string }) => table.id === "dossiers-by-field");
    expect(dossiers.columns[3]).toMatchObject({
      id: "received-online",
      path: ["Số lượng hồ sơ tiếp nhận", "Trong kỳ", "Trực tuyến"],
      kind: "count",
      unit: "hồ sơ",
      formula: null,
    });
    expect(dossiers.feeds[0]).toEqual({
      ...{ columns: ["resolved-total"], from: "total", scale: 1, severity: "error" },
      to: { form: 3, code: "3.3.1" },
    });
  });

  it("fills tables that the workbook lacks, and says what is wrong in them by table, row and column", async () => {
    const { code } = await fill("plain.xlsx", { ...thanhMien, tables }, "filled.xlsx");
    expect(code).toBe(0);
    const { findings } = await checked("filled.xlsx");
    expect(findings.find(({ rule }) => rule === "value.duplicate")).toEqual({
      ...{ rule: "value.duplicate", severity: "error", form: null, code: null },
      ...{ table: "documents", row: 18, column: "number", sheet: "Văn bản đã ban hành", cell: "C22" },
      message: expect.stringContaining("Quyết định số 59/QĐ-UBND trùng số"),
      ...{ actual: "Quyết định số 59/QĐ-UBND", expected: null },
      related: [{ table: "documents", row: 17, column: "number" }],
    });
    expect(findings.find(({ rule, form }) => rule === "cross.mismatch" && form === 7)).toMatchObject({
      ...{ code: "6.7.1", table: null, severity: "info", actual: 922, expected: 944 },
      related: [
        { table: "dossiers-by-field", row: null, column: "received-online" },
        { table: "dossiers-by-field", row: null, column: "received-direct" },
      ],
    });
  });

  it("adds rows where a table has too few, and the total goes on to hold", async () => {
    await run("new", "--tables", "dossiers-by-field", "--out", at("short.xlsx"));
    const rows = Array.from({ length: 30 }, (_, i) => ({
      ...{ field: `Lĩnh vực ${i}`, "received-online": 1, "resolved-early": 1 },
    }));
    const filled = await fill("short.xlsx", { tables: { "dossiers-by-field": rows } }, "long.xlsx");
    expect(filled.code).toBe(0);
    const { findings } = await checked("long.xlsx");
    expect(
      findings.filter(({ table, rule }) => table !== null && rule !== "info.missing" && table !== "info"),
    ).toEqual([]);
    await writeFile(at("data.json"), JSON.stringify({ forms: { "3": { "3.3.1": 29 } } }));
    await run("fill", at("long.xlsx"), "--data", at("data.json"), "--out", at("wrong.xlsx"));
    expect(
      (await checked("wrong.xlsx")).findings.find(({ rule }) => rule === "cross.mismatch"),
    ).toMatchObject({
      ...{ actual: 29, expected: 30 },
    });
  });

  it.each([
    [{ petitions: [{}] }, "không có phụ biểu petitions; các phụ biểu: documents, "],
    [{ documents: [{ nummer: 3 }] }, "phụ biểu documents không có cột nummer; các cột: order, type, "],
    [{ fees: [{}, {}] }, "phụ biểu fees chỉ có một dòng"],
  ])("writes nothing when the data name what is not there: %j", async (given, fault) => {
    const { code, told } = await fill("plain.xlsx", { tables: given }, "never.xlsx");
    expect(code).toBe(2);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(fault);
    await expect(readFile(at("never.xlsx"))).rejects.toThrow();
  });

  it("prints the tables that hold anything after the forms", async () => {
    const { out } = await run("report", at("filled.xlsx"), "--format", "text");
    expect(out).toContain(
      "Danh mục văn bản chỉ đạo, điều hành cải cách hành chính đã ban hành\nSTT\tLoại văn bản",
    );
    expect(out).toContain("1\tCông văn\t241\tUBND-VP\t12/6/2023\tCải cách TTHC");
    expect(out).toContain("Tổng cộng\t\t944\t922\t22");
    expect(out).not.toContain("Kết quả thông tin, tuyên truyền cải cách hành chính");
  });
});
