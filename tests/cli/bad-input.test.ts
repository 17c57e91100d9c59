import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { run, temporaryFolder } from "./run.js";

describe("input that cannot be used", () => {
  const at = temporaryFolder();

  beforeAll(async () => {
    await run("new", "--out", at("good.xlsx"));
    await writeFile(at("words.xlsx"), "đây không phải là sổ Excel");
    await writeFile(at("empty.xlsx"), "");
    const good = await readFile(at("good.xlsx"));
    await writeFile(at("cut.xlsx"), good.subarray(0, good.length / 2));
    await writeFile(
      at("locked.xlsx"),
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2048)]),
    );
    await mkdir(at("folder.xlsx"));
    await writeFile(at("bad.json"), '{"forms": {"3": {"3.3.1": 922,}}}');
    await writeFile(at("shape.json"), '{"forms": [1, 2]}');
    await writeFile(at("rows.json"), '{"forms": {"3": {"9.9": 1, "3.3.1": 2}, "8": {"1": 1}}}');
    await writeFile(at("info.json"), '{"period": "quý năm", "year": "23"}');
  });

  it.each([
    ["words in a file", "words.xlsx"],
    ["an empty file", "empty.xlsx"],
    ["half a file", "cut.xlsx"],
    ["a locked or old file", "locked.xlsx"],
    ["a folder", "folder.xlsx"],
    ["no file", "nowhere.xlsx"],
  ])("%s: one line that names the file, exit code 2, no JSON for it", async (_what, name) => {
    const { code, out, told } = await run("check", at(name), "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual([]);
    expect(told).toHaveLength(1);
    expect(told[0]?.startsWith(`${at(name)}: `)).toBe(true);
    expect(told[0]).not.toMatch(/\n|at .*\.ts|Error/);
  });

  it("tells ten of 20,000 wrong rows, in a line that can be read", async () => {
    const rows = Object.fromEntries(Array.from({ length: 20_000 }, (_, row) => [`9.${row}`, 1]));
    await writeFile(at("many.json"), JSON.stringify({ forms: { "3": rows } }));
    const { code, told } = await run(
      ...["fill", at("good.xlsx"), "--data", at("many.json"), "--out", at("many.xlsx")],
    );
    expect(code).toBe(2);
    const line = told.at(-1) ?? "";
    expect(line).toContain("biểu mẫu 3 không có dòng 9.9; và 19.990 chỗ sai khác. Chưa ghi gì.");
    expect(line.length).toBeLessThan(600);
  });

  it("names the editions that have the rows which the workbook's edition lacks", async () => {
    const forms = { "3": { "1.4.3": 20 }, "7": { "6.4.1": 3, "5.2.3": 100 } };
    await writeFile(at("other.json"), JSON.stringify({ forms }));
    const { code, told } = await run(
      ...["fill", at("good.xlsx"), "--data", at("other.json"), "--out", at("other.xlsx")],
    );
    expect([code, told]).toEqual([
      2,
      [
        `${at("other.json")}: biểu mẫu 7 không có dòng 5.2.3. Chưa ghi gì. ` +
          "Các dòng này có đủ ở bộ biểu mẫu hai-duong-2022, còn tệp Excel dùng tu-ky-2023.",
      ],
    ]);
  });

  it("blames a text that no cell can hold on the data", async () => {
    await writeFile(at("long.json"), JSON.stringify({ forms: { "3": { "3.3.1": "x".repeat(40_000) } } }));
    const { code, told } = await run(
      ...["fill", at("good.xlsx"), "--data", at("long.json"), "--out", at("long.xlsx")],
    );
    expect([code, told]).toEqual([
      2,
      [
        `${at("long.json")}: forms.3.3.3.1: nội dung dài 40.000 ký tự, một ô chỉ chứa được 32.767. Chưa ghi gì.`,
      ],
    ]);
  });

  it("does not keep the other files from being checked", async () => {
    const { code, out, told } = await run(
      "check",
      at("words.xlsx"),
      at("good.xlsx"),
      at("empty.xlsx"),
      "--json",
    );
    expect(code).toBe(2);
    expect(JSON.parse(out).map((book: { file: string }) => book.file)).toEqual([at("good.xlsx")]);
    expect(told).toHaveLength(2);
  });

  it.each([
    ["an unknown edition", ["new", "--edition", "ha-noi", "--out", "x.xlsx"], "không có bộ biểu mẫu này"],
    ["no output", ["new"], "Thiếu tùy chọn"],
    ["an unknown command", ["chek", "x.xlsx"], 'Không có lệnh "chek"'],
    ["an unknown option", ["editions", "--jason"], 'Không có tùy chọn "--jason"'],
  ])("%s: one sentence, exit code 2", async (_what, args, sentence) => {
    const { code, told } = await run(...args);
    expect(code).toBe(2);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(sentence);
  });

  it.each([
    ["bad.json", "không phải tệp JSON hợp lệ"],
    ["shape.json", "chỗ sai: forms"],
    ["rows.json", "biểu mẫu 3 không có dòng 9.9; biểu mẫu 8 không có dòng 1. Chưa ghi gì."],
  ])("data in %s: told, and nothing is written", async (name, sentence) => {
    const { code, told } = await run("fill", at("good.xlsx"), "--data", at(name), "--out", at("out.xlsx"));
    expect(code).toBe(2);
    expect(told[0]).toContain(sentence);
    expect(await readdir(at("."))).not.toContain("out.xlsx");
  });

  it("information that cannot be read: every fault in one line", async () => {
    const { code, told } = await run("new", "--info", at("info.json"), "--out", at("out.xlsx"));
    expect(code).toBe(2);
    expect(told[0]).toContain("period");
    expect(told[0]).toContain("year");
  });

  it("never writes over an input, nor half a file", async () => {
    const before = await readFile(at("good.xlsx"));
    await writeFile(at("data.json"), "{}");
    const same = await run("fill", at("good.xlsx"), "--data", at("data.json"), "--out", at("good.xlsx"));
    expect(same.code).toBe(2);
    expect(await readFile(at("good.xlsx"))).toEqual(before);
    const nowhere = await run("new", "--out", at("no/such/folder/x.xlsx"));
    expect(nowhere.code).toBe(2);
    expect((await readdir(at("."))).filter((name) => name.includes(".tmp"))).toEqual([]);
  });

  it("a workbook that is none of ours says what was looked for", async () => {
    const { default: ExcelJS } = await import("exceljs");
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Sheet1").getCell("A1").value = "Sổ khác";
    await book.xlsx.writeFile(at("other.xlsx"));
    const { code, told } = await run("check", at("other.xlsx"));
    expect(code).toBe(2);
    expect(told[0]).toContain("không tìm thấy biểu mẫu CCHC nào");
  });

  it("prints a stack only when asked to", async () => {
    const { told } = await run("--debug", "report", at("words.xlsx"), "--format", "text");
    expect(told.join("\n")).toMatch(/\n\s+at /);
  });
});

describe("a workbook of ours that was damaged", () => {
  const at = temporaryFolder();

  async function damaged(change: (book: import("exceljs").Workbook) => void): Promise<string> {
    await run("new", "--out", at("whole.xlsx"));
    const { default: ExcelJS } = await import("exceljs");
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(at("whole.xlsx"));
    change(book);
    await book.xlsx.writeFile(at("damaged.xlsx"));
    return at("damaged.xlsx");
  }

  it("misses a deleted sheet once and still checks the others", async () => {
    const path = await damaged((book) => book.removeWorksheet("Biểu mẫu 3"));
    const { code, out } = await run("check", path, "--json");
    const layout = JSON.parse(out)[0].findings.filter(({ rule }: { rule: string }) =>
      rule.startsWith("layout."),
    );
    expect(code).toBe(1);
    expect(layout).toMatchObject([
      { rule: "layout.sheet-missing", form: 3, sheet: "Biểu mẫu 3", cell: null },
    ]);
  });

  it("reads a row whose name is gone by its number, and says so", async () => {
    const path = await damaged((book) => {
      book.definedNames.model = book.definedNames.model.filter(({ name }) => name !== "CCHC_BM3_3_3_1");
    });
    const { out } = await run("check", path, "--json");
    const layout = JSON.parse(out)[0].findings.filter(({ rule }: { rule: string }) =>
      rule.startsWith("layout."),
    );
    expect(layout).toMatchObject([{ rule: "layout.name-lost", form: 3, code: "3.3.1", cell: "D26" }]);
  });

  it("tells of words in a number cell at that cell", async () => {
    const path = await damaged((book) => {
      const cell = book.getWorksheet("Biểu mẫu 3")?.getCell("D26");
      if (cell !== undefined) cell.value = "chưa có";
    });
    const { code, out } = await run("check", path, "--json");
    const errors = JSON.parse(out)[0].findings.filter(
      ({ severity }: { severity: string }) => severity === "error",
    );
    expect(code).toBe(1);
    expect(errors).toMatchObject([{ rule: "value.type", cell: "D26", actual: "chưa có" }]);
  });
});
