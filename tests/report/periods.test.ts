import { describe, expect, it } from "@jest/globals";
import { matchPeriod, periodWindow } from "../../src/report/periods.js";
import { edition } from "../support/report-data.js";

const tuKy = edition("tu-ky-2023");

describe("a period as written", () => {
  it.each([
    ["quarter-3", "quarter-3"],
    ["Quý III", "quarter-3"],
    ["quý 3", "quarter-3"],
    ["QUÝ III NĂM 2023", "quarter-3"],
    ["Quý I/2023", "quarter-1"],
    ["6 tháng", "half-year"],
    ["6 tháng đầu năm 2023", "half-year"],
    ["Sáu tháng đầu năm", "half-year"],
    ["Năm", "year"],
    ["năm 2023", "year"],
    ["Cả năm", "year"],
    ["Quý III".normalize("NFD"), "quarter-3"],
  ])("%s is %s", (text, id) => {
    expect(matchPeriod(tuKy, text)?.id).toBe(id);
  });

  it.each(["", "Quý II", "quý", "9 tháng", "2023", "hằng tuần"])("%j is none", (text) => {
    expect(matchPeriod(tuKy, text)).toBeNull();
  });
});

describe("data window", () => {
  it("of Quý I begins in the year before", () => {
    expect(periodWindow(tuKy, "quarter-1", 2023)).toEqual({
      from: { year: 2022, month: 12, day: 15 },
      to: { year: 2023, month: 3, day: 14 },
    });
  });

  it("is none for a period that the edition does not have", () => {
    expect(periodWindow(tuKy, "multi-year", 2023)).toBeNull();
  });
});
