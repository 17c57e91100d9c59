import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { PeriodId } from "../../../src/forms/schema.js";
import type { ReportInfo } from "../../../src/report/report.js";
import { reportFileName } from "../../../src/taskpane/report/file-name.js";
import { reportOf } from "../../support/check.js";
import { thanhMienData } from "../../support/report-data.js";

const { info } = reportOf("hai-duong-2022", thanhMienData);
const named = (change: Partial<ReportInfo>) => reportFileName({ ...info, ...change });

describe("the name of the Word file", () => {
  it("says what, when and whose, in plain letters", () => {
    expect(named({})).toBe("Bao-cao-CCHC-quy-III-2023-thi-tran-Thanh-Mien.docx");
  });

  it.each<[PeriodId | null, number | null, string, string]>([
    ["half-year", 2023, "Ủy ban nhân dân xã Phượng Kỳ", "Bao-cao-CCHC-6-thang-2023-xa-Phuong-Ky.docx"],
    ["year", 2025, "UBND phường Đống Đa", "Bao-cao-CCHC-nam-2025-phuong-Dong-Da.docx"],
    [null, null, "", "Bao-cao-CCHC.docx"],
  ])("for %s %s of %j", (period, year, organization, expected) => {
    expect(named({ period, year, organization })).toBe(expected);
  });

  it("is a name that every file system takes, whatever the office is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (organization) => {
        expect(named({ organization })).toMatch(/^Bao-cao-CCHC-quy-III-2023(-[0-9A-Za-z-]{1,60})?\.docx$/);
      }),
    );
  });
});
