import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { allEditions } from "../../../src/forms/library.js";
import { infoFields } from "../../../src/report/info-fields.js";
import type { CellValue } from "../../../src/values/cell.js";
import { infoFromJson } from "../../../src/workbook/filling/info-entries.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import { editionIdOf, isReportWorkbook } from "../../../src/workbook/reading/identify.js";
import { readReport } from "../../../src/workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { edition } from "../../support/report-data.js";

const tuKy = edition("tu-ky-2023");
const plan = planReportWorkbook(tuKy);

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("STT", "1.", "Chỉ tiêu thống kê", "Biểu mẫu 1", "Kỳ báo cáo", { error: "#REF!" }),
);
const grid = fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { maxLength: 12 });
const name = fc.constantFrom("Biểu mẫu 1", "Thông tin chung", "Sheet1");
const workbook: fc.Arbitrary<WorkbookSnapshot> = fc.record({
  sheets: fc.uniqueArray(
    fc.tuple(name, grid, fc.integer({ min: 1, max: 9 })).map(([sheet, values, corner]) => ({
      name: sheet,
      visible: true,
      protected: false,
      top: corner,
      left: corner,
      values,
      formats: values.map((line) => line.map(() => "General")),
      formulas: values.map((line) => line.map(() => "")),
    })),
    { selector: (sheet) => sheet.name, maxLength: 3 },
  ),
  names: fc.array(
    fc.record({
      name: fc.constantFrom(...plan.names.map((planned) => planned.name), "Print_Titles"),
      area: fc.option(
        fc.record({
          sheet: name,
          top: fc.integer({ min: 1, max: 20 }),
          left: fc.integer({ min: 1, max: 12 }),
          bottom: fc.constant(20),
          right: fc.constant(12),
        }),
      ),
    }),
    { maxLength: 20 },
  ),
  culture: fc.constant(null),
});

describe("whatever a workbook holds", () => {
  it("a report comes out of it: a value for every row, or a fault that says why not", () => {
    fc.assert(
      fc.property(workbook, (snapshot) => {
        const report = readReport(tuKy, snapshot);
        expect(report.values.size).toBe(plan.names.length - infoFields.length);
        const missing = report.layout.flatMap((fault) =>
          fault.kind === "cell-missing" || fault.kind === "sheet-missing" ? [fault.form] : [],
        );
        for (const { form, address } of report.values.values()) {
          if (address === null) expect(missing).toContain(form);
        }
        editionIdOf(snapshot, allEditions());
        isReportWorkbook(snapshot);
      }),
    );
  });
});

describe("whatever the JSON holds", () => {
  it("entries or faults come out of it", () => {
    const json = fc.dictionary(
      fc.constantFrom(...infoFields.map((field) => field.key), "other", "__proto__"),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(json, (info) => {
        const outcome = infoFromJson(tuKy, info);
        if (!outcome.ok) expect(outcome.fault.length).toBeGreaterThan(0);
        else planReportWorkbook(tuKy, outcome.value.entries);
      }),
    );
  });
});
