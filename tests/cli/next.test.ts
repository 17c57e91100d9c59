import { readdir, readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { run, temporaryFolder } from "./run.js";

const THANH_MIEN = "tests/fixtures/thanh-mien-2023-q3.json";

interface JsonFinding {
  readonly rule: string;
  readonly form: number | null;
  readonly code: string | null;
  readonly message: string;
}

describe("cchc next", () => {
  const at = temporaryFolder();

  beforeAll(async () => {
    await run("new", "--edition", "hai-duong-2022", "--out", at("new.xlsx"));
    await run("fill", at("new.xlsx"), "--data", THANH_MIEN, "--out", at("q3.xlsx"));
  });

  async function comparisons(...args: readonly string[]): Promise<readonly string[]> {
    const { out } = await run("check", ...args, "--json");
    return JSON.parse(out)[0]
      .findings.filter(({ rule }: JsonFinding) => rule.startsWith("period."))
      .map(({ rule, form, code }: JsonFinding) => `${rule} ${form}/${code}`);
  }

  it("makes the year's workbook out of quarter III and says what it did", async () => {
    const before = await readFile(at("q3.xlsx"));
    const ran = await run("next", at("q3.xlsx"), "--period", "2023-year", "--out", at("year.xlsx"));
    expect(ran).toEqual({
      code: 0,
      out: "",
      told: [
        "Kỳ mới: năm 2023, số liệu từ 10/12/2022 đến 09/12/2023 (theo ngày chốt số liệu của kỳ trước; sửa nếu cấp trên quy định khác).",
        "Giữ nguyên: các mục khác của Thông tin chung, lời văn của đơn vị và mọi nội dung khác trong tệp.",
        "Đã xóa để ghi mới: 57 ô số liệu, 0 ghi chú, số và ngày báo cáo. Đặt lại công thức ở 11 ô tự tính đã ghi đè.",
        'Số liệu quý III năm 2023 nằm ở trang tính "Kỳ trước"; lệnh check tự so sánh với trang tính này.',
        `Đã tạo ${at("year.xlsx")}. Tệp ${at("q3.xlsx")} giữ nguyên.`,
      ],
    });
    expect(await readFile(at("q3.xlsx"))).toEqual(before);
    const { out } = await run("check", at("year.xlsx"), "--json");
    expect(JSON.parse(out)[0].summary).toMatchObject({ errors: 0, infos: 0, filled: 0 });
  });

  it("makes the following period by itself, the same bytes each time", async () => {
    await run("next", at("q3.xlsx"), "--out", at("one.xlsx"));
    await run("next", at("q3.xlsx"), "--period", "2023-year", "--out", at("two.xlsx"));
    expect(await readFile(at("one.xlsx"))).toEqual(await readFile(at("two.xlsx")));
  });

  it("lets check compare without --previous, and --previous win", async () => {
    await run("next", at("q3.xlsx"), "--out", at("year.xlsx"));
    const data = { forms: { 1: { "2.1": 25, "2.2": 21, "5.1": 95 }, 3: { "3.3.1": 9300, "3.3.2": 9300 } } };
    await writeFile(at("year.json"), JSON.stringify(data));
    await run("fill", at("year.xlsx"), "--data", at("year.json"), "--out", at("filled.xlsx"));
    expect(await comparisons(at("filled.xlsx"))).toEqual([
      "period.decrease 1/2.2",
      // The year's sheets hold those of the quarter inside it.
      "period.decrease 1/5.1",
      "period.outlier 3/3.3.1",
      "period.outlier 3/3.3.2",
    ]);
    const half = { info: { period: "half-year", year: 2023 }, forms: { 1: { "2.1": 40, "2.2": 20 } } };
    await writeFile(at("half.json"), JSON.stringify(half));
    await run("fill", at("new.xlsx"), "--data", at("half.json"), "--out", at("half.xlsx"));
    expect(await comparisons(at("filled.xlsx"), "--previous", at("half.xlsx"))).toEqual([
      "period.decrease 1/2.1",
    ]);
  });

  it("goes on from period to period", async () => {
    await run("next", at("q3.xlsx"), "--out", at("year.xlsx"));
    await writeFile(at("data.json"), JSON.stringify({ forms: { 3: { "3.3.1": 3700 } } }));
    await run("fill", at("year.xlsx"), "--data", at("data.json"), "--out", at("filled.xlsx"));
    const { told } = await run("next", at("filled.xlsx"), "--out", at("q1.xlsx"));
    expect(told[0]).toContain("Kỳ mới: quý I năm 2024, số liệu từ 10/12/2023 đến 09/3/2024");
    expect(told[3]).toContain("Số liệu năm 2023 nằm ở trang tính");
    await writeFile(at("data.json"), JSON.stringify({ forms: { 3: { "3.3.1": 36 } } }));
    await run("fill", at("q1.xlsx"), "--data", at("data.json"), "--out", at("q1-filled.xlsx"));
    const { out } = await run("check", at("q1-filled.xlsx"), "--json");
    const [finding] = JSON.parse(out)[0].findings.filter(({ rule }: JsonFinding) =>
      rule.startsWith("period."),
    );
    expect(finding.message).toBe(
      "Ô ghi 36, chênh lệch lớn so với 3.700 của kỳ trước. Kiểm tra xem có gõ thừa hoặc thiếu chữ số không.",
    );
  });

  it.each([
    ["an unknown period", ["q3.xlsx", "--period", "2023-q4"], '--period: không có kỳ "2023-q4".'],
    ["an earlier period", ["q3.xlsx", "--period", "2023-half-year"], "không sau quý III năm 2023"],
    ["the period itself", ["q3.xlsx", "--period", "2023-quarter-3"], "không sau quý III năm 2023"],
    ["a workbook without a period", ["new.xlsx"], "chưa rõ tệp này thuộc kỳ nào"],
    ["no workbook", ["nowhere.xlsx"], "Không tìm thấy tệp"],
  ])("%s: one sentence, exit code 2, nothing written", async (_what, [book = "", ...options], sentence) => {
    const { code, out, told } = await run("next", at(book), ...options, "--out", at("none.xlsx"));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(sentence);
    expect(await readdir(at("."))).not.toContain("none.xlsx");
  });

  it("never writes over the workbook it reads", async () => {
    const before = await readFile(at("q3.xlsx"));
    const { code, told } = await run("next", at("q3.xlsx"), "--out", at("q3.xlsx"));
    expect(code).toBe(2);
    expect(told).toEqual([
      `${at("q3.xlsx")}: Tệp kết quả trùng với tệp đầu vào nên không ghi đè. Hãy đặt tên khác cho tệp kết quả.`,
    ]);
    expect(await readFile(at("q3.xlsx"))).toEqual(before);
  });
});
