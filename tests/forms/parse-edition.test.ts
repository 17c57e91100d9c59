import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import tuKy from "../../src/forms/editions/tu-ky-2023.json" with { type: "json" };
import vinhLinh from "../../src/forms/editions/vinh-linh-2023.json" with { type: "json" };
import { loadEdition } from "../../src/forms/library.js";
import { MOST_ROWS, parseEdition } from "../../src/forms/parse-edition.js";

type Row = Record<string, unknown>;

/** The default edition with one row of form 3 changed. */
function withRow(code: string, change: (row: Row) => Row): unknown {
  const copy = structuredClone(tuKy) as { forms: { number: number; indicators: Row[] }[] };
  const form = copy.forms.find((candidate) => candidate.number === 3);
  if (form === undefined) throw new Error("no form 3");
  form.indicators = form.indicators.map((row) => (row.code === code ? change(row) : row));
  return copy;
}

function faultsOf(json: unknown): readonly string[] {
  const parsed = parseEdition("sample.json", json);
  return parsed.ok ? [] : parsed.fault.faults.map((fault) => `${fault.path}: ${fault.message}`);
}

describe("parsing an edition file", () => {
  it("accepts the shipped one", () => {
    expect(faultsOf(tuKy)).toEqual([]);
  });

  it("names the row whose ratio points nowhere", () => {
    const broken = withRow("3.3", (row) => ({ ...row, ratio: { numerator: "3.3.9", denominator: "3.3.1" } }));
    expect(faultsOf(broken)).toEqual(["forms.3.3.3: tử số 3.3.9 không có trong biểu"]);
  });

  it("names a code that stands twice", () => {
    const broken = withRow("3.3.2", (row) => ({ ...row, code: "3.3.1" }));
    expect(faultsOf(broken)).toContain("forms.3.3.3.1: số thứ tự 3.3.1 có hai dòng");
  });

  it("refuses a ratio over a heading", () => {
    const broken = withRow("3.3", (row) => ({ ...row, ratio: { numerator: "3", denominator: "3.3.1" } }));
    expect(faultsOf(broken)).toEqual(["forms.3.3.3: tử số 3 không phải là dòng số"]);
  });

  it("finds a row that is a part of itself through another", () => {
    const broken = withRow("1.4.3", (row) => ({ ...row, parts: { codes: ["1.4"], relation: "equal" } }));
    expect(faultsOf(broken)).toEqual([
      "forms.3.1.4.3: dòng này, qua các dòng thành phần, lại là thành phần của chính nó",
      "forms.3.1.4: dòng này, qua các dòng thành phần, lại là thành phần của chính nó",
    ]);
  });

  /** The default edition whose periods have these names. */
  const withPeriods = (names: readonly string[]) => ({
    ...tuKy,
    periods: names.map((name, at) => ({ ...tuKy.periods[at], name })),
  });

  it("has names of periods that fit into one list of Excel's, with a comma between them", () => {
    const first = "Quý I";
    const rest = (length: number) => "x".repeat(length - first.length - 1);
    expect([254, 255, 256].map((length) => faultsOf(withPeriods([first, rest(length)])))).toEqual([
      [],
      [],
      ["periods: tên các kỳ báo cáo cộng lại dài quá 255 ký tự"],
    ]);
  });

  it("refuses names of periods that a list would break, or that are one", () => {
    expect(faultsOf(withPeriods(["Quý I, đợt 1", "Quý I", "Quý I"]))).toEqual([
      'periods: hai kỳ báo cáo cùng tên "Quý I"',
      'periods: tên kỳ "Quý I, đợt 1" không được có dấu phẩy, dấu nháy',
    ]);
  });

  it("lists every fault, with the place of a missing field", () => {
    const broken = withRow("3.3.1", ({ label: _label, ...row }) => ({ ...row, unit: "" }));
    const places = faultsOf(broken).map((line) => line.split(": ")[0]);
    expect(places).toEqual(["forms.3.3.3.1.label", "forms.3.3.3.1.unit"]);
  });

  it("refuses two choices with one value", () => {
    const choices = [
      { value: 0, label: "Không" },
      { value: 0, label: "Có" },
    ];
    const broken = withRow("1.2", () => ({
      code: "1.2",
      label: "Có hay không",
      kind: "choice",
      choices,
      span: "period",
    }));
    expect(faultsOf(broken)).toEqual(["forms.3.1.2: hai lựa chọn cùng giá trị 0"]);
  });

  it.each([
    [MOST_ROWS - 1, []],
    [MOST_ROWS, []],
    [
      MOST_ROWS + 1,
      [
        `forms: có ${MOST_ROWS + 1} dòng chỉ tiêu; một bộ biểu mẫu có nhiều nhất ${MOST_ROWS} dòng. Tách thành nhiều bộ biểu mẫu`,
      ],
    ],
  ])("takes up to so many rows in all: %i", (count, faults) => {
    const rows = (from: number, to: number) =>
      Array.from({ length: to - from }, (_zero, index) => ({
        code: String(from + index + 1),
        label: `Chỉ tiêu ${from + index + 1}`,
        unit: "Văn bản",
        kind: "count",
        span: "period",
      }));
    const { tables: _tables, rules: _rules, ...rest } = tuKy as Record<string, unknown>;
    const forms = [
      { number: 1, title: "Biểu một", indicators: rows(0, 1000) },
      { number: 2, title: "Biểu hai", indicators: rows(0, count - 1000) },
    ];
    expect(faultsOf({ ...rest, forms })).toEqual(faults);
  });

  it("refuses what is no edition at all", () => {
    for (const json of [null, 7, "x", [], {}]) expect(faultsOf(json).length).toBeGreaterThan(0);
  });
});

describe("an edition file that takes its forms from another edition", () => {
  it("gets them", () => {
    const loaded = loadEdition("vinh-linh-2023.json", vinhLinh);
    expect(loaded.ok && loaded.value.forms.length).toBe(7);
  });

  it("is refused when there is no such edition, or it has none of its own", () => {
    for (const from of ["ha-noi-1999", "toString", "vinh-linh-2023"]) {
      const loaded = loadEdition("sample.json", { ...vinhLinh, forms: { from } });
      expect(loaded.ok ? [] : loaded.fault.faults.map((fault) => fault.path)).toEqual(["forms.from"]);
    }
  });
});

describe("what is wrong is said in Vietnamese", () => {
  it.each<readonly [string, (row: Row) => Row, string]>([
    [
      "a missing field",
      ({ label: _, ...row }) => row,
      "forms.3.1.2.label: thiếu mục này; cần chữ trong dấu nháy kép",
    ],
    ["an empty one", (row) => ({ ...row, label: " " }), "forms.3.1.2.label: không được để trống"],
    [
      "an unknown kind",
      (row) => ({ ...row, kind: "tỷ lệ" }),
      'forms.3.1.2.kind: đang ghi "tỷ lệ"; chỉ nhận "heading", "count", "money", "ratio", "choice", "text"',
    ],
    [
      "an unknown span",
      (row) => ({ ...row, span: "năm" }),
      'forms.3.1.2.span: đang ghi "năm"; chỉ nhận "period", "cumulative", "moment"',
    ],
    [
      "a field that nothing reads",
      (row) => ({ ...row, donVi: "Hồ sơ" }),
      'forms.3.1.2: không có mục "donVi"; kiểm tra chính tả hoặc bỏ đi',
    ],
    [
      "a code of no form",
      (row) => ({ ...row, atMost: "dòng 1.4" }),
      'forms.3.1.2.atMost: "dòng 1.4" không đúng dạng; cần số thứ tự dạng 3.3.1',
    ],
    [
      "a number for a text",
      (row) => ({ ...row, unit: 3 }),
      "forms.3.1.2.unit: đang ghi 3; cần chữ trong dấu nháy kép",
    ],
  ])("%s", (_, change, sentence) => {
    expect(faultsOf(withRow("1.2", change))).toEqual([sentence]);
  });

  it.each([
    "thông tin chung",
    "Nội dung bổ sung",
    "Xác nhận",
    "Kỳ trước",
    "Bộ biểu mẫu",
    "văn bản đã ban hành",
  ])("also of a sheet whose name is taken: %s", (sheet) => {
    const layout = { kind: "continuous", sheet, title: "PHỤ LỤC", detail: "Trong đó" };
    expect(faultsOf({ ...tuKy, layout })).toEqual([
      `layout.sheet: tên trang tính "${sheet}" đã dùng cho việc khác`,
    ]);
  });
});

it("any JSON is an edition or has faults with a place", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(tuKy)), (json, key) => {
      const parsed = loadEdition("any.json", { ...tuKy, [key]: json });
      if (!parsed.ok) {
        expect(parsed.fault.faults.length).toBeGreaterThan(0);
        for (const { message } of parsed.fault.faults)
          expect(message).not.toMatch(/[Ii]nvalid|expected|undefined/);
      }
    }),
  );
});
