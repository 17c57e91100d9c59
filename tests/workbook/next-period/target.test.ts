import { describe, expect, it } from "@jest/globals";
import type { Edition, PeriodId } from "../../../src/forms/schema.js";
import { nextTarget } from "../../../src/workbook/next-period/target.js";
import { edition } from "../../support/report-data.js";

const TU_KY = edition("tu-ky-2023");

function target(of: Edition, period: PeriodId | null, year: number | null, token: string | null = null) {
  const outcome = nextTarget(of, { period, year }, token);
  return outcome.ok
    ? `${outcome.value.to.year}-${outcome.value.to.period}`
    : `${outcome.fault.about}: ${outcome.fault.message}`;
}

describe("which period is made", () => {
  it.each([
    ["quarter-1", 2023, "2023-half-year"],
    ["half-year", 2023, "2023-quarter-3"],
    ["quarter-3", 2023, "2023-year"],
    ["year", 2023, "2024-quarter-1"],
  ] as const)("after %s %i comes %s", (period, year, next) => {
    expect(target(TU_KY, period, year)).toBe(next);
  });

  it("skips periods that an edition does not ask for", () => {
    const twice: Edition = {
      ...TU_KY,
      periods: TU_KY.periods.filter(({ id }) => id === "half-year" || id === "year"),
    };
    expect(target(twice, "half-year", 2023)).toBe("2023-year");
    expect(target(twice, "year", 2023)).toBe("2024-half-year");
  });

  it("takes any later period that is asked for", () => {
    expect(target(TU_KY, "half-year", 2023, "2023-year")).toBe("2023-year");
    expect(target(TU_KY, "half-year", 2023, "2024-half-year")).toBe("2024-half-year");
    expect(target(TU_KY, "half-year", 2023, " 2024-QUARTER-1 ")).toBe("2024-quarter-1");
  });

  it("refuses the period itself and an earlier one", () => {
    const sentence =
      "period: quý III năm 2023 không sau quý III năm 2023 của tệp này; chọn một kỳ sau, hoặc mở tệp của kỳ trước đó.";
    expect(target(TU_KY, "quarter-3", 2023, "2023-quarter-3")).toBe(sentence);
    expect(target(TU_KY, "quarter-3", 2023, "2023-quarter-1")).toContain("quý I năm 2023 không sau");
    expect(target(TU_KY, "quarter-1", 2024, "2023-year")).toContain("năm 2023 không sau quý I năm 2024");
  });

  it.each([
    "",
    "2023",
    "year",
    "2023-q3",
    "2023-multi-year",
    "1999-year",
    "2023-year-",
    "quý IV",
  ])('does not know "%s", and says what there is', (token) => {
    expect(target(TU_KY, "quarter-1", 2023, token)).toBe(
      `period: không có kỳ "${token}". Ghi năm và mã kỳ, ví dụ: 2024-quarter-1 (Quý I), ` +
        "2024-half-year (6 tháng đầu năm), 2024-quarter-3 (Quý III), 2024-year (Năm).",
    );
  });

  it("has none after a multi-year report, unless a later one is asked for", () => {
    const dinhHoa = edition("dinh-hoa-2025");
    expect(target(dinhHoa, "multi-year", 2025)).toContain("period: báo cáo nhiều năm không có kỳ tiếp theo");
    expect(target(dinhHoa, "multi-year", 2025, "2030-multi-year")).toBe("2030-multi-year");
  });

  it("cannot tell without the workbook's own period and year", () => {
    const sentence =
      'workbook: chưa rõ tệp này thuộc kỳ nào: ghi "Kỳ báo cáo" và "Năm" ở trang tính Thông tin chung rồi làm lại.';
    expect(target(TU_KY, null, 2023)).toBe(sentence);
    expect(target(TU_KY, "year", null, "2024-year")).toBe(sentence);
  });
});
