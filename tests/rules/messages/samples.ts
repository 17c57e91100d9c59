import type { Severity } from "../../../src/rules/facts.js";
import {
  type CellRef,
  type Finding,
  type FindingPlace,
  findingAt,
  type RuleId,
  type Told,
} from "../../../src/rules/finding.js";

const row = (form: number, code: string): FindingPlace => ({
  kind: "indicator",
  form,
  code,
  address: { sheet: `Biểu mẫu ${form}`, row: 20, column: 4 },
});
const table = (id: string, column: string | null, at: number | null = 3): FindingPlace => ({
  kind: "table",
  form: null,
  table: id,
  row: at,
  column,
  address: null,
});
const info = (key: "year" | "to" | "date" | "guidance"): FindingPlace => ({
  kind: "info",
  key,
  address: null,
});
const sheet = (name: string): FindingPlace => ({ kind: "sheet", sheet: name, form: 3 });
const none = { actual: null, expected: null } as const;
const rowCell = (form: number, code: string) => ({ kind: "row", form, code }) as const;

function at<R extends RuleId>(place: FindingPlace, told: Told<R>, severity: Severity = "error"): Finding<R> {
  const related: readonly CellRef[] = [];
  return findingAt(place, severity, told as Told, related) as Finding<R>;
}

const unreadable = (actual: string, cause: Told<"value.type">["cause"], place = row(3, "1.4")) =>
  at<"value.type">(place, { rule: "value.type", actual, expected: null, cause });

/** Findings of every rule on `tu-ky-2023`, so that each branch of each sentence is told once. */
export const samples: { readonly [R in RuleId]: readonly Finding<R>[] } = {
  "value.type": [
    unreadable("khoảng 12", "words"),
    unreadable("12\n13", "lines"),
    unreadable("12345678901234567", "too-long"),
    unreadable("Có lẽ", "choice", row(1, "5.2")),
    unreadable("#DIV/0!", "cell-error"),
    unreadable("01/02/2023", "date"),
    unreadable("88%", "percent"),
    unreadable("TRUE", "boolean"),
    unreadable("hôm qua", "words", table("documents", "date")),
    unreadable(`${"dài ".repeat(40)}`, "words"),
  ],
  "value.ambiguous": [
    at(row(3, "1.4"), { rule: "value.ambiguous", actual: "3.000", expected: 3000, alternative: 3 }),
    at(row(3, "1.4"), { rule: "value.ambiguous", actual: "1,234", expected: 1.234, alternative: 1234 }),
  ],
  "value.text-number": [at(row(3, "1.4"), { rule: "value.text-number", actual: "1 234", expected: 1234 })],
  "value.negative": [at(row(3, "1.4"), { rule: "value.negative", actual: -2, expected: null })],
  "value.integer": [at(row(3, "1.4"), { rule: "value.integer", actual: 2.5, expected: null })],
  "value.percent-range": [
    at(row(3, "3.3"), { rule: "value.percent-range", actual: 922, expected: null, limit: 100 }),
    at(row(3, "3.3"), { rule: "value.percent-range", actual: -1, expected: null, limit: 0 }),
  ],
  "value.fraction": [at(row(7, "3"), { rule: "value.fraction", actual: 0.88, expected: 88 })],
  "value.unit": [
    at(row(6, "1.1"), {
      rule: "value.unit",
      actual: 3000000000,
      expected: 3000,
      unit: "triệu đồng",
      likely: "đồng",
    }),
  ],
  "value.choice": [
    at(row(1, "5.2"), { rule: "value.choice", actual: 7, expected: null }),
    at(table("documents", "type"), { rule: "value.choice", actual: "Ghi chép", expected: null }),
  ],
  "value.missing": [
    at(row(1, "5.2"), { rule: "value.missing", ...none }),
    at(row(7, "3"), { rule: "value.missing", ...none }),
    at(row(3, "1.4"), { rule: "value.missing", ...none }),
    at(table("documents", "number"), { rule: "value.missing", ...none }),
    at(table("dossiers-by-field", "received-total"), { rule: "value.missing", actual: null, expected: 15 }),
  ],
  "value.heading": [at(row(3, "3"), { rule: "value.heading", actual: "12\nhồ sơ", expected: null })],
  "value.duplicate": [
    at(table("documents", "number"), {
      rule: "value.duplicate",
      actual: "Kế hoạch số 13/KH-UBND",
      expected: null,
      other: { row: 7, name: "Kế hoạch số 13/KH-UBND ngày 14/02/2023" },
      issuers: null,
    }),
    at(table("documents", "issuer"), {
      rule: "value.duplicate",
      actual: "Công văn số 271/UBND-NV ngày 13/3/2023",
      expected: null,
      other: { row: 7, name: "Công văn số 271/UBND-NV ngày 13/3/2023" },
      issuers: { own: "", other: "UBND huyện Tứ Kỳ" },
    }),
  ],
  "value.order": [
    at(table("documents", "number"), {
      rule: "value.order",
      actual: "Kế hoạch số 13/KH-UBND ngày 14/02/2023",
      expected: null,
      before: "số 12 ngày 20/02/2023",
      after: "số 14 ngày 21/02/2023",
    }),
  ],
  "value.far": [
    at(table("documents", "number"), {
      rule: "value.far",
      actual: "Công văn số 1409",
      expected: null,
      next: "140",
    }),
  ],
  "value.weekend": [
    at(table("documents", "date"), {
      rule: "value.weekend",
      actual: "18/02/2023",
      expected: null,
      day: "saturday",
    }),
    at(table("documents", "date"), {
      rule: "value.weekend",
      actual: "19/02/2023",
      expected: null,
      day: "sunday",
    }),
  ],
  "value.year": [at(table("documents", "subject"), { rule: "value.year", actual: "2022", expected: "2023" })],
  "ratio.mismatch": [
    at(row(3, "3.3"), {
      rule: "ratio.mismatch",
      actual: 98.17,
      expected: 98.16,
      quotient: { reduction: false, numerator: 905, denominator: 922 },
    }),
    at(row(4, "1"), {
      rule: "ratio.mismatch",
      actual: 10,
      expected: 20,
      quotient: { reduction: true, numerator: 8, denominator: 10 },
    }),
  ],
  "ratio.undefined": [
    at(row(3, "3.3"), {
      rule: "ratio.undefined",
      actual: 50,
      expected: null,
      quotient: { reduction: false, numerator: 1, denominator: 0 },
    }),
    at(row(3, "3.3"), {
      rule: "ratio.undefined",
      actual: 50,
      expected: null,
      quotient: { reduction: false, numerator: 1, denominator: null },
    }),
  ],
  "ratio.missing": [
    at(row(3, "3.3"), {
      rule: "ratio.missing",
      actual: null,
      expected: 98.16,
      quotient: { reduction: false, numerator: 905, denominator: 922 },
    }),
  ],
  "total.mismatch": [
    at(row(3, "1.4"), {
      rule: "total.mismatch",
      actual: 139,
      expected: 157,
      made: {
        kind: "sum",
        terms: [
          { cell: rowCell(3, "1.4.1"), value: null },
          { cell: rowCell(3, "1.4.3"), value: 157 },
        ],
      },
    }),
    at(table("dossiers-by-field", "received-total"), {
      rule: "total.mismatch",
      actual: 20,
      expected: 15,
      made: { kind: "difference", from: 20, minus: [5] },
    }),
    at(table("dossiers-by-field", "received-total", null), {
      rule: "total.mismatch",
      actual: 1500,
      expected: 1507,
      made: { kind: "rows", terms: [1000, 507] },
    }),
  ],
  "part.exceeds": [
    at(row(3, "1.4.3"), {
      rule: "part.exceeds",
      actual: 157,
      expected: 139,
      against: { kind: "whole", whole: rowCell(3, "1.4") },
    }),
    at(row(7, "6.6.1"), {
      rule: "part.exceeds",
      actual: 157,
      expected: 139,
      against: { kind: "whole", whole: rowCell(3, "1.4") },
    }),
    at(row(1, "4.1"), {
      rule: "part.exceeds",
      actual: 10,
      expected: 11,
      against: {
        kind: "parts",
        terms: [
          { cell: rowCell(1, "4.2"), value: 9 },
          { cell: rowCell(1, "4.3"), value: 2 },
        ],
      },
    }),
    at(table("dossiers-by-field", "progress-late"), {
      rule: "part.exceeds",
      actual: 5,
      expected: 2,
      against: {
        kind: "whole",
        whole: { kind: "column", table: "dossiers-by-field", column: "progress-total" },
      },
    }),
  ],
  "cross.mismatch": [
    at(row(3, "3.2"), {
      rule: "cross.mismatch",
      actual: 922,
      expected: 944,
      by: { kind: "table", table: "dossiers-by-field", columns: ["received-online", "received-direct"] },
    }),
    at(table("online-services", "dossiers-4-online"), {
      rule: "cross.mismatch",
      actual: 922,
      expected: 944,
      by: { kind: "table", table: "dossiers-by-field", columns: ["received-online"] },
    }),
    at(table("task-progress", "completion"), {
      rule: "cross.mismatch",
      actual: 90,
      expected: 100,
      by: {
        kind: "words",
        name: "done",
        says: "Cột Đã thực hiện nói việc đã hoàn thành, nên tỷ lệ hoàn thành là 100%.",
      },
    }),
    at(table("task-progress", "completion"), {
      rule: "cross.mismatch",
      actual: null,
      expected: null,
      by: { kind: "words", name: "told", says: "Tỉnh yêu cầu ghi tỷ lệ." },
    }),
    at(row(7, "6.4.1"), {
      rule: "cross.mismatch",
      actual: 112,
      expected: 20,
      by: {
        kind: "relation",
        name: "online-within",
        operator: "<=",
        left: [
          { cell: rowCell(7, "6.4.1"), value: 68 },
          { cell: rowCell(7, "6.5.1"), value: 44 },
        ],
        right: [{ cell: rowCell(3, "1.4"), value: 20 }],
        says: "TTHC cung cấp trực tuyến là một phần của tổng số TTHC thuộc thẩm quyền giải quyết.",
      },
    }),
    at(row(1, "5"), {
      rule: "cross.mismatch",
      actual: 0,
      expected: 12,
      by: {
        kind: "relation",
        name: "survey",
        operator: "never-both",
        left: [{ cell: rowCell(1, "5"), value: 0 }],
        right: [{ cell: { kind: "total", table: "satisfaction", columns: ["total"] }, value: 12 }],
        says: "Không khảo sát thì không có phiếu khảo sát.",
      },
    }),
    at(row(7, "6.6.1"), {
      rule: "cross.mismatch",
      actual: 12,
      expected: 100,
      by: {
        kind: "relation",
        name: "limit",
        operator: "=",
        left: [{ cell: rowCell(7, "6.6.1"), value: 12 }],
        right: [{ cell: { kind: "number" }, value: 100 }],
        says: "Không khảo sát thì không có phiếu khảo sát.",
      },
    }),
  ],
  "period.decrease": [
    at(row(3, "1.2"), { rule: "period.decrease", actual: 5, expected: 8, counts: "since-new-year" }),
    at(row(3, "1.2"), { rule: "period.decrease", actual: 5, expected: 8, counts: "in-window" }),
  ],
  "period.outlier": [
    at(row(3, "1.2"), { rule: "period.outlier", actual: 1200, expected: null, earlier: 12 }),
  ],
  "period.window": [
    at(table("documents", "date"), {
      rule: "period.window",
      actual: "14/06/2022",
      expected: "01/01/2023 - 14/06/2023",
    }),
  ],
  "info.missing": [at(info("guidance"), { rule: "info.missing", ...none })],
  "info.unreadable": [at(info("year"), { rule: "info.unreadable", ...none })],
  "info.window": [
    at(info("to"), { rule: "info.window", actual: "14/6/2023", expected: "1/7/2023", against: "first-day" }),
    at(info("to"), { rule: "info.window", actual: "14/6/2023", expected: "2022", against: "year" }),
  ],
  "info.date": [at(info("date"), { rule: "info.date", actual: "1/5/2023", expected: "14/6/2023" })],
  "layout.sheet-missing": [
    at(sheet("Biểu mẫu 3"), { rule: "layout.sheet-missing", ...none, adopted: false }),
    at(sheet("Biểu mẫu 3"), { rule: "layout.sheet-missing", ...none, adopted: true }),
  ],
  "layout.values-beside": [
    at(sheet("Biểu mẫu 3"), { rule: "layout.values-beside", ...none, by: "column", found: "E9" }),
    at(sheet("Biểu mẫu 3"), { rule: "layout.values-beside", ...none, by: "row", found: "D60" }),
  ],
  "layout.form-blank": [at(sheet("Biểu mẫu 3"), { rule: "layout.form-blank", ...none, earlier: 29 })],
  "layout.cell-missing": [
    at(row(3, "1.4"), { rule: "layout.cell-missing", ...none, sheet: "Biểu mẫu 3", adopted: false }),
    at(row(3, "1.4"), { rule: "layout.cell-missing", ...none, sheet: "BM3", adopted: true }),
    at(table("documents", "number", null), {
      rule: "layout.cell-missing",
      ...none,
      sheet: "Văn bản đã ban hành",
      adopted: false,
    }),
  ],
  "layout.name-lost": [
    at(row(3, "1.4"), { rule: "layout.name-lost", ...none }),
    at(table("documents", null, null), { rule: "layout.name-lost", ...none }),
  ],
  "layout.moved": [at(row(3, "1.4"), { rule: "layout.moved", ...none, found: "1.3" })],
  "layout.relabelled": [at(row(3, "1.4"), { rule: "layout.relabelled", ...none, found: "Tên mới" })],
  "layout.duplicated": [at(row(3, "1.4"), { rule: "layout.duplicated", ...none, found: "1.5" })],
};

/** All of them, in that order. */
export const allSamples: readonly Finding[] = Object.values(samples).flat();
