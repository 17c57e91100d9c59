import { readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { readBytes } from "../../src/hosts/xlsx/files.js";
import { openWorkbook } from "../../src/hosts/xlsx/open.js";
import { readOutline } from "../../src/jobs/outlines.js";
import { run, temporaryFolder } from "../cli/run.js";

const page = readFileSync("docs/editions.md", "utf8");

/** The text of every fenced block of a language; an empty one for blocks without. */
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(/^ *```(\w*)\n(.*?)^ *```$/gms)].flatMap(([, found = "", text = ""]) =>
    found === language ? [text] : [],
  );
const [example = "", rulesExample = "", outlineExample = "", ...others] = blocks("json");

interface JsonFinding {
  readonly rule: string;
  readonly form: number | null;
  readonly code: string | null;
}

describe("the example of docs/editions.md", () => {
  const at = temporaryFolder();
  const info = {
    organization: "UBND xã Kim Phượng",
    superior: "UBND tỉnh Thái Nguyên",
    period: "half-year",
    year: 2026,
    place: "Kim Phượng",
    guidance: "Công văn số 15/SNV-CCHC ngày 20/01/2026 của Sở Nội vụ",
    addressees: ["UBND tỉnh Thái Nguyên"],
  };
  const forms = {
    "1": { "1.1": 20, "1.2": 18, "1.3": 3, "2": 1, "2.1": 50 },
    "2": { "1": 99, "1.1": 500, "1.2": 490, "2": 12.5 },
  };

  beforeAll(async () => {
    await writeFile(at("bieu-mau-tinh.json"), example);
    await writeFile(at("data.json"), JSON.stringify({ info, forms }));
    const made = await run("new", "--edition", at("bieu-mau-tinh.json"), "--out", at("new.xlsx"));
    expect(made).toMatchObject({ code: 0, out: "" });
    // From here on the workbook alone tells its forms.
    await rm(at("bieu-mau-tinh.json"));
    const filled = await run("fill", at("new.xlsx"), "--data", at("data.json"), "--out", at("filled.xlsx"));
    expect(filled).toMatchObject({ code: 0, out: "" });
  });

  it("is the only edition on the page", () => {
    expect(others).toEqual([]);
    expect(JSON.parse(example).id).toBe("vi-du-2026");
  });

  it("may have the rules of the page, which the program tells and keeps to", async () => {
    const edition = { ...JSON.parse(example), rules: JSON.parse(rulesExample) };
    await writeFile(at("rules.json"), JSON.stringify(edition));
    const told = await run("rules", "--edition", at("rules.json"));
    expect(told.code).toBe(0);
    expect(told.out).toContain("Không khảo sát thì không có phiếu.");
    expect(told.out).toContain('dòng "UBND" của trang tính "Thủ tục theo cơ quan"');
    await run("new", "--edition", at("rules.json"), "--out", at("ruled.xlsx"));
    const wrong = { "1": { "1.2": 18, "1.3": 3, "2": 0, "2.1": 50 }, "2": { "1.1": 20 } };
    await writeFile(at("wrong.json"), JSON.stringify({ info, forms: wrong }));
    await run("fill", at("ruled.xlsx"), "--data", at("wrong.json"), "--out", at("wrong.xlsx"));
    const checked = await run("check", at("wrong.xlsx"), "--json");
    const findings: readonly JsonFinding[] = JSON.parse(checked.out)[0].findings;
    const crossed = findings.filter(({ rule }) => rule === "cross.mismatch");
    expect(crossed.map(({ form, code }) => `${form}/${code}`)).toEqual(["1/2", "2/1.1"]);
  });

  it("stands beside an outline that can be used", () => {
    const read = readOutline("de-cuong.json", JSON.parse(outlineExample));
    expect(read.ok ? read.value.outline.sections.map(({ id }) => id) : read.fault).toEqual([
      "direction",
      "plan",
      "management",
      "ket-qua",
    ]);
  });

  it("makes a workbook with its forms, and keeps itself where nobody sees it", async () => {
    const bytes = await readBytes(at("new.xlsx"));
    const book = bytes.ok ? await openWorkbook(bytes.value) : bytes;
    const captured = book.ok ? await book.value.capture() : book;
    if (!captured.ok) throw new Error(captured.fault.message);
    const { sheets } = captured.value;
    expect(sheets.filter(({ visible }) => visible).map(({ name }) => name)).toEqual([
      "Thông tin chung",
      "Biểu mẫu 1",
      "Biểu mẫu 2",
      "Nội dung bổ sung",
    ]);
    expect(sheets.filter(({ visible }) => !visible).map(({ name }) => name)).toEqual(["Bộ biểu mẫu"]);
  });

  it("is checked by the rules that follow from it", async () => {
    const { code, out } = await run("check", at("filled.xlsx"), "--json");
    const [book] = JSON.parse(out);
    expect(code).toBe(1);
    expect(book.edition).toBe("vi-du-2026");
    const errors = book.findings
      .filter((finding: { readonly severity: string }) => finding.severity === "error")
      .map(({ rule, form, code }: JsonFinding) => `${rule} ${form}/${code}`);
    expect(errors).toEqual(["part.exceeds 1/1.1", "ratio.mismatch 2/1"]);
    expect(book.summary).toMatchObject({ filled: 8, required: 8 });
  });

  it("is reported: sections for the officer's words, her forms as the appendix", async () => {
    const { code, out } = await run("report", at("filled.xlsx"), "--format", "text");
    // Its two errors stand: the report is a draft.
    expect(code).toBe(1);
    expect(out).toContain(
      "Kết quả thực hiện công tác cải cách hành chính 6 tháng đầu năm, phương hướng, nhiệm vụ 6 tháng cuối năm 2026",
    );
    expect(out).toContain("II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH");
    expect(out).toContain("1.\tNhiệm vụ UBND tỉnh giao");
    expect(out).toContain("1.1.\tTổng số hồ sơ đã giải quyết\tHồ sơ\t500");
  });

  it("gives the faults of the page's last example, a line each, and writes nothing", async () => {
    const broken = example
      .replace('"numerator": "1.2"', '"numerator": "1.9"')
      .replace('{"code": "2", "label": "Khảo sát', '{"code": "2.1", "label": "Khảo sát')
      .replace('"requiredWhen": {"code": "2", "equals": 1}', '"optional": true');
    await writeFile(at("bieu-mau-tinh.json"), broken);
    const made = await run("new", "--edition", at("bieu-mau-tinh.json"), "--out", at("broken.xlsx"));
    expect(made.code).toBe(2);
    const told = made.told.join("\n").replace(at("bieu-mau-tinh.json"), "bieu-mau-tinh.json");
    const printed = blocks("").find((block) => block.startsWith("bieu-mau-tinh.json:"));
    expect(told.split("\n").sort()).toEqual(printed?.trimEnd().split("\n").sort());
    expect((await readBytes(at("broken.xlsx"))).ok).toBe(false);
  });
});

describe("an edition file that cannot be used", () => {
  const at = temporaryFolder();

  it.each([
    ["no such file", null, "Không tìm thấy tệp"],
    ["no JSON", "{,", "không phải tệp JSON hợp lệ"],
    ["no edition", "[]", "chỗ sai"],
    [
      "an outline that there is not",
      example.replace('["own-text"]', '["ha-noi"]'),
      "outlines: không có đề cương ha-noi",
    ],
    [
      "forms of an edition that there is not",
      JSON.stringify({ ...JSON.parse(example), forms: { from: "ha-noi-1999" } }),
      "forms.from: không có bộ biểu mẫu ha-noi-1999",
    ],
  ])("%s is told", async (_, content, expected) => {
    const file = at(`sample-${expected.length}.json`);
    if (content !== null) await writeFile(file, content);
    for (const command of [
      ["rules", "--edition", file],
      ["new", "--edition", file, "--out", at("never.xlsx")],
    ]) {
      const { code, out, told } = await run(...command);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(told.join("\n")).toContain(file);
      expect(told.join("\n")).toContain(expected);
    }
  });
});
