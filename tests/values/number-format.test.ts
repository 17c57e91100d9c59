import { expect, it } from "@jest/globals";
import { isDateFormat as inExcel } from "numfmt";
import { isDateFormat, isPercentFormat, showsPercentSign } from "../../src/values/number-format.js";

const formats: readonly (readonly [format: string, date: boolean])[] = [
  ["General", false],
  ["@", false],
  ["0.00", false],
  ["0.00E+00", false],
  ['#,##0 "đ"', false],
  ['0 "đồng mỗi hộ"', false],
  ["0\\d", false],
  ["[Red]0", false],
  ["[Magenta]General", false],
  ["[<100]0;[Blue]#,##0", false],
  ["_(* #,##0_);_(* \\(#,##0\\)", false],
  ["_d0", false],
  ["*d0", false],
  ["#,##0\\ [$₫-42A]", false],
  ["d/m/yyyy", true],
  ["[$-42A]d mmmm yyyy", true],
  ['"ngày" dd', true],
  ["yyyy;@", true],
  ["h:mm AM/PM", true],
  ["[h]:mm", true],
  ["[h]", true],
  ["[MM]", true],
  ["[ss].0", true],
];

it.each(formats)("%s", (format, date) => {
  expect(isDateFormat(format)).toBe(date);
  expect(inExcel(format)).toBe(date);
});

it("tells per cents from what merely shows the sign", () => {
  expect(["0%", "0.00 %", '0 "%"', "0\\%", "0"].map(isPercentFormat)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

it("tells a sign that merely stands behind the number", () => {
  const shows = ['0"%"', "0\\%", '0" % năm"', '0 "đạt 100%"', "0%", '0"phần"%"trăm"', "0"];
  expect(shows.map(showsPercentSign)).toEqual([true, true, true, true, false, false, false]);
});
