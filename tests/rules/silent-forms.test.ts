import { describe, expect, it } from "@jest/globals";
import { check, lines, reportOf, reportWith, sentences } from "../support/check.js";
import { edition, thanhMienData } from "../support/report-data.js";

const filled = reportOf("hai-duong-2022", thanhMienData);

/** What is said of forms as a whole, and how often single cells of them are asked for. */
function said(report: Parameters<typeof check>[0], earlier: Parameters<typeof check>[1]) {
  const { findings } = check(report, earlier);
  const ofForms = findings.filter(({ rule }) => rule === "layout.form-blank");
  const missing = (form: number) =>
    findings.filter(
      ({ rule, place }) => rule === "value.missing" && place.kind === "indicator" && place.form === form,
    ).length;
  return { forms: lines(ofForms), words: sentences(ofForms, edition("hai-duong-2022")), missing };
}

describe("a form that says nothing", () => {
  const forms = { ...thanhMienData.forms, "3": {} };
  const withoutForm3 = reportOf("hai-duong-2022", { ...thanhMienData, forms });

  it("is told once where the earlier period's said something, not cell by cell", () => {
    const { forms, words, missing } = said(withoutForm3, filled);
    expect(forms).toEqual(["layout.form-blank Biểu mẫu 3 warning"]);
    expect(words[0]).toMatch(
      /^Biểu mẫu này chưa có số liệu nào, trong khi kỳ trước có \d+ ô\. Điền số liệu; nếu vừa bị xóa nhầm/,
    );
    expect(missing(3)).toBe(0);
    expect(missing(6)).toBeGreaterThan(0);
  });

  it("is asked for cell by cell where nothing is known of an earlier period", () => {
    const { forms, missing } = said(withoutForm3, null);
    expect(forms).toEqual([]);
    expect(missing(3)).toBeGreaterThan(3);
  });

  it("is no loss while nothing is filled yet: the work begins", () => {
    expect(said(reportWith("hai-duong-2022", {}), filled).forms).toEqual([]);
  });

  it.each([
    [2, []],
    [3, ["layout.form-blank Biểu mẫu 3 warning"]],
  ])("after a period with %i values in it: told or not", (count, expected) => {
    const rows = Object.fromEntries(["3/1", "3/1.1", "3/1.2"].slice(0, count).map((row) => [row, 1]));
    expect(said(withoutForm3, reportWith("hai-duong-2022", rows)).forms).toEqual(expected);
  });
});
