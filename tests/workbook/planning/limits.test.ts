import { describe, expect, it } from "@jest/globals";
import type { Edition, Indicator } from "../../../src/forms/schema.js";
import type { Column } from "../../../src/forms/table-schema.js";
import { infoFields } from "../../../src/report/info-fields.js";
import { toSerial } from "../../../src/values/day.js";
import { validationOf } from "../../../src/workbook/planning/forms/validations.js";
import { infoValidation } from "../../../src/workbook/planning/info-validations.js";
import { withCarriedEdition } from "../../../src/workbook/planning/plan-edition.js";
import { lineCount, rowHeight } from "../../../src/workbook/planning/row-heights.js";
import { columnValidation } from "../../../src/workbook/planning/tables/validations.js";
import { edition } from "../../support/report-data.js";

/** What Excel takes, and what we plan for it: each limit just under, at and just over. */

describe("texts beside a cell", () => {
  const money = (unit: string): Indicator => ({
    ...{ code: "1", label: "x", subject: "commune", span: "period", optional: false },
    ...{ kind: "money", unit },
  });
  const PROMPT = "Chỉ ghi số, đơn vị tính: .".length;

  it.each([254, 255])("a prompt of %i characters stands whole", (length) => {
    const unit = "x".repeat(length - PROMPT);
    expect(validationOf(money(unit))?.prompt.message).toBe(`Chỉ ghi số, đơn vị tính: ${unit}.`);
  });

  it("one of 256 characters is cut to 255, and says so", () => {
    const message = validationOf(money("x".repeat(256 - PROMPT)))?.prompt.message ?? "";
    expect(message).toHaveLength(255);
    expect(message.endsWith("x ...")).toBe(true);
  });

  const choice = (label: string): Indicator => ({
    ...{ code: "1", label: "x", subject: "commune", span: "period", optional: false },
    ...{ kind: "choice", choices: [{ value: 0, label }] },
  });
  const ERROR = "Chỉ ghi con số:  = 0. Chưa rõ thì để trống.".length;

  it.each([
    [224, false],
    [225, false],
    [226, true],
  ])("an error of %i characters is cut: %s", (length, cut) => {
    const message = validationOf(choice("x".repeat(length - ERROR)))?.error.message ?? "";
    expect(message.length).toBe(Math.min(length, 225));
    expect(message.endsWith("...")).toBe(cut);
  });

  const PERIODS = "Kỳ báo cáo là một trong: .".length;

  it.each([
    [224, false],
    [225, false],
    [226, true],
  ])("an error that names the periods in %i characters is another: %s", (length, another) => {
    const field = infoFields.find(({ key }) => key === "period");
    const base = edition("tu-ky-2023");
    const periods = base.periods
      .slice(0, 1)
      .map((period) => ({ ...period, name: "x".repeat(length - PERIODS) }));
    const message = field && infoValidation(field, { ...base, periods })?.error.message;
    expect(message === "Chọn một kỳ báo cáo trong danh sách.").toBe(another);
    expect(message?.length).toBeLessThanOrEqual(225);
  });

  const column = (name: string): Column => ({
    ...{ id: "x", path: [name], width: 10, required: false, later: false },
    ...{ kind: "date" },
  });

  it.each([
    [31, false],
    [32, false],
    [33, true],
  ])("a title of %i characters is cut at a word: %s", (length, cut) => {
    const name = `Tên cột ${"x".repeat(length - 8)}`;
    expect(columnValidation(column(name))?.prompt.title).toBe(cut ? "Tên cột..." : name);
  });
});

it("a day before 01/01/2000 is asked about, that day is not", () => {
  const first = { kind: "decimal", minimum: toSerial({ year: 2000, month: 1, day: 1 }), maximum: null };
  const field = infoFields.find(({ key }) => key === "date");
  const ofEdition = edition("tu-ky-2023");
  expect(field === undefined ? null : infoValidation(field, ofEdition)?.allow).toEqual(first);
});

describe("a text in a column", () => {
  // 10 characters leave 51.75 points; a figure of 12 points takes 6.3 with what screens add.
  const figures = (count: number) =>
    lineCount({ text: "0".repeat(count), width: 10, fontSize: 12, bold: false });

  it("takes a second line when it no longer fits, and not before", () => {
    expect([7, 8, 9].map(figures)).toEqual([1, 1, 2]);
  });

  it("goes on behind a space as long as the next word fits", () => {
    const lines = (text: string) => lineCount({ text, width: 10, fontSize: 12, bold: false });
    // 47.25, 50.75 and 53.55 points.
    expect(["0000 000", "0000 000i", "0000 0000"].map(lines)).toEqual([1, 1, 2]);
  });

  it("is given a higher row up to Excel's 409 points and no further", () => {
    const lines = (count: number) =>
      rowHeight([{ text: "x\n".repeat(count - 1), width: 10, fontSize: 12, bold: false }]);
    // 15.75 points a line and 2 around them.
    expect([24, 25, 26].map(lines)).toEqual([380, 396, 409]);
  });
});

describe("an edition that travels with its workbook", () => {
  const BARE: Edition = { ...edition("vinh-linh-2023"), id: "cua-toi", name: "" };
  const length = JSON.stringify(BARE).length;
  const pieces = (total: number) => {
    const name = "x".repeat(total - length);
    const plan = withCarriedEdition({ sheets: [], names: [] }, { ...BARE, forms: BARE.forms, name });
    return plan.sheets[0]?.cells.map(({ content }) => (content.kind === "text" ? content.text.length : 0));
  };
  const rest = Math.ceil(length / 8000) * 8000;

  it.each([
    [rest - 1, false],
    [rest, false],
    [rest + 1, true],
  ])("of %i characters is cut into cells of at most 8000", (total) => {
    const lengths = pieces(total) ?? [];
    expect(Math.max(...lengths)).toBeLessThanOrEqual(8000);
    expect(lengths.reduce((sum, piece) => sum + piece, 0)).toBe(total);
  });
});
