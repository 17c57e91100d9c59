import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { run, temporaryFolder } from "./run.js";

const THANH_MIEN = "tests/fixtures/thanh-mien-2023-q3.json";
const PHUONG_KY = "tests/fixtures/phuong-ky-2023-h1.json";

interface JsonFinding {
  readonly rule: string;
  readonly message: string;
  readonly severity: string;
  readonly form: number | null;
  readonly code: string | null;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly actual: unknown;
  readonly expected: unknown;
}

describe("the main job on the command line", () => {
  const at = temporaryFolder();

  beforeAll(async () => {
    expect((await run("new", "--edition", "hai-duong-2022", "--out", at("new.xlsx"))).code).toBe(0);
    const filled = await run("fill", at("new.xlsx"), "--data", THANH_MIEN, "--out", at("filled.xlsx"));
    expect(filled).toMatchObject({ code: 0, out: "" });
  });

  it("finds in Thanh Miện's workbook what its numbers deserve, at the right cells", async () => {
    const { code, out, told } = await run("check", at("filled.xlsx"), "--json");
    expect({ code, told }).toEqual({ code: 1, told: [] });
    const [book] = JSON.parse(out);
    expect(book).toMatchObject({
      file: at("filled.xlsx"),
      edition: "hai-duong-2022",
      summary: { errors: 2, warnings: 29, infos: 68, unchecked: 29, filled: 48, required: 74 },
    });
    const errors = book.findings.filter((finding: JsonFinding) => finding.severity === "error");
    expect(errors).toEqual([
      {
        rule: "total.mismatch",
        severity: "error",
        form: 3,
        code: "1.4",
        table: null,
        sheet: "Biểu mẫu 3",
        cell: "D10",
        message: "Tổng ghi 139 nhưng dòng 1.4.3 ghi 157. Sửa tổng hoặc dòng thành phần.",
        actual: 139,
        expected: 157,
        related: [{ form: 3, code: "1.4.3" }],
        // Either may be the wrong one; 139 stands in row 1 too, which as a rule says the same.
        suspects: [
          [{ form: 3, code: "1.4.3", value: 157, repairs: [139] }],
          [{ form: 3, code: "1.4", value: 139, repairs: [157] }],
        ],
      },
      {
        rule: "part.exceeds",
        severity: "error",
        form: 3,
        code: "1.4.3",
        table: null,
        sheet: "Biểu mẫu 3",
        cell: "D11",
        message:
          "Ô ghi 157, lớn hơn 139 ở dòng 1.4. Số thành phần không thể lớn hơn tổng. Kiểm tra cả hai ô.",
        actual: 157,
        expected: 139,
        related: [{ form: 3, code: "1.4" }],
        sameCause: book.findings.findIndex(({ rule }: JsonFinding) => rule === "total.mismatch"),
      },
    ]);
    const ratio = book.findings.find((finding: JsonFinding) => finding.rule === "ratio.mismatch");
    expect(ratio).toMatchObject({
      severity: "warning",
      form: 7,
      code: "6.7",
      actual: 98.17,
      expected: 98.16,
    });
  });

  it("tells the same numbers in the narrative, each with its cell", async () => {
    const { code, out } = await run("report", at("filled.xlsx"), "--format", "json");
    expect(code).toBe(1);
    const { sections, missing } = JSON.parse(out);
    const paragraphs = sections.flatMap((section: { paragraphs: unknown[] }) => section.paragraphs);
    const paragraph = paragraphs.find(({ text }: { text: string }) => text.includes("922/922"));
    expect(paragraph.facts[0]).toEqual({
      text: "922",
      value: 922,
      form: 3,
      code: "3.3.1",
      sheet: "Biểu mẫu 3",
      cell: "D18",
    });
    expect(missing.length).toBeGreaterThan(0);
  });

  it("writes the report as Word, text and HTML, and says what it left out", async () => {
    const word = await run("report", at("filled.xlsx"), "--out", at("report.docx"));
    // 157 procedures of the commune stand within 139 of all: until that is mended the report is a draft.
    expect(word.code).toBe(1);
    expect(word.told.some((line) => line.includes("DỰ THẢO"))).toBe(true);
    expect((await readFile(at("report.docx"))).subarray(0, 2).toString()).toBe("PK");
    expect(word.told.some((line) => line.includes("Biểu mẫu 7 dòng 4"))).toBe(true);
    const text = await run("report", at("filled.xlsx"), "--format", "text");
    expect(text.out).toContain("đã hoàn thành 22/25 nhiệm vụ, đạt 88%.");
    expect(text.out).toMatch(/^DỰ THẢO\n/);
    expect(text.out).toContain("Số TTHC cấp xã được thống kê là 157 thủ tục. [Cần sửa: ");
    const clean = await run("report", at("filled.xlsx"), "--format", "text", "--clean");
    expect(clean.code).toBe(1);
    expect(clean.out).not.toContain("Số TTHC cấp xã được thống kê là 157 thủ tục");
    expect(clean.told.some((line) => line.startsWith("Bỏ câu dựa trên số liệu có lỗi: Số TTHC cấp xã"))).toBe(
      true,
    );
    const html = await run("report", at("filled.xlsx"), "--format", "html", "--out", at("report.html"));
    expect(html).toMatchObject({ code: 1, out: "" });
    expect(await readFile(at("report.html"), "utf8")).toContain('data-cell="D18"');
  });

  it("writes the same bytes twice", async () => {
    await run("report", at("filled.xlsx"), "--out", at("one.docx"));
    await run("report", at("filled.xlsx"), "--out", at("two.docx"));
    expect(await readFile(at("one.docx"))).toEqual(await readFile(at("two.docx")));
  });

  it("fills Phượng Kỳ's mostly blank forms without a false finding", async () => {
    await run("new", "--out", at("pk.xlsx"));
    await run("fill", at("pk.xlsx"), "--data", PHUONG_KY, "--out", at("pk2.xlsx"));
    const { code, out } = await run("check", at("pk2.xlsx"), "--json");
    const [book] = JSON.parse(out);
    expect(code).toBe(0);
    expect(book.edition).toBe("tu-ky-2023");
    const rules = book.findings.filter((finding: JsonFinding) => finding.severity !== "info");
    expect(new Set(rules.map((finding: JsonFinding) => finding.rule))).toEqual(new Set(["value.missing"]));
  });

  it("computes the ratios of the sheets: a ratio nobody typed is there and right", async () => {
    const data = { forms: { 3: { "3.3.1": 922, "3.3.2": 905 } } };
    await writeFile(at("ratio.json"), JSON.stringify(data));
    await run("new", "--out", at("ratio.xlsx"));
    await run("fill", at("ratio.xlsx"), "--data", at("ratio.json"), "--out", at("ratio2.xlsx"));
    const { out } = await run("report", at("ratio2.xlsx"), "--format", "text");
    expect(out).toContain("905/922 hồ sơ, đạt 98,16%");
  });

  it("compares with the earlier period of the year", async () => {
    for (const [name, done, period] of [
      ["h1", 20, "half-year"],
      ["q3", 18, "quarter-3"],
    ] as const) {
      const data = { info: { period, year: 2023 }, forms: { 1: { "2.1": 25, "2.2": done } } };
      await writeFile(at(`${name}.json`), JSON.stringify(data));
      await run("fill", at("new.xlsx"), "--data", at(`${name}.json`), "--out", at(`${name}.xlsx`));
    }
    const { out } = await run("check", at("q3.xlsx"), "--previous", at("h1.xlsx"), "--json");
    const found = JSON.parse(out)[0].findings.filter(
      (finding: JsonFinding) => finding.rule === "period.decrease",
    );
    // The ratio (1/2) may fall: a plan grows during the year.
    expect(found.map(({ form, code }: JsonFinding) => `${form}/${code}`)).toEqual(["1/2.2"]);
  });

  it("compares with the period before and with the same period of last year at once", async () => {
    for (const [name, approved, period, year] of [
      ["before", 12, "half-year", 2023],
      ["last-year", 11, "quarter-3", 2022],
      ["now", 121, "quarter-3", 2023],
    ] as const) {
      await writeFile(
        at(`${name}.json`),
        JSON.stringify({ info: { period, year }, forms: { 3: { "1.2": approved } } }),
      );
      await run("fill", at("new.xlsx"), "--data", at(`${name}.json`), "--out", at(`${name}.xlsx`));
    }
    const earlier = ["--previous", at("before.xlsx"), "--last-year", at("last-year.xlsx")];
    const { out } = await run("check", at("now.xlsx"), ...earlier, "--json");
    const found = JSON.parse(out)[0].findings.filter(({ rule }: JsonFinding) => rule === "period.outlier");
    expect(found.map(({ message }: JsonFinding) => message)).toEqual([
      "Ô ghi 121, chênh lệch lớn so với 12 của kỳ trước và 11 của cùng kỳ năm trước. " +
        "Kiểm tra xem có gõ thừa hoặc thiếu chữ số không.",
    ]);
    const alone = await run("check", at("now.xlsx"), "--last-year", at("last-year.xlsx"));
    expect(alone.out).toContain("so với 11 của cùng kỳ năm trước");
    const missing = await run("check", at("now.xlsx"), "--last-year", at("none.xlsx"));
    expect(missing.code).toBe(2);
  });

  it("runs as npm run -s cchc", async () => {
    const { stdout } = await promisify(execFile)("npm", ["run", "-s", "cchc", "--", "editions", "--json"]);
    const editions = JSON.parse(stdout);
    expect(editions[0]).toMatchObject({
      id: "tu-ky-2023",
      default: true,
      outlines: ["periodic", "multi-year", "inspection"],
    });
    const rows: readonly { code: string }[] = editions[0].forms[2].indicators;
    expect(rows.find(({ code }) => code === "3.3.1")).toMatchObject({
      code: "3.3.1",
      name: "CCHC_BM3_3_3_1",
      kind: "count",
      unit: "Hồ sơ",
    });
  });
});
