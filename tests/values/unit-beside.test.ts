import { describe, expect, it } from "@jest/globals";
import { numberBesideUnit } from "../../src/values/unit-beside.js";

describe("a number with the row's own unit behind it", () => {
  it.each([
    ["25 văn bản", "Văn bản", "25"],
    ["25 VB", "Văn bản", "25"],
    ["25vb.", "Văn bản", "25"],
    ["139 TTHC", "Thủ tục", "139"],
    ["139 thủ tục", "TTHC", "139"],
    ["1.234 hồ sơ", "Hồ sơ", "1.234"],
    ["1 234 hồ sơ", "Hồ sơ", "1 234"],
    ["2.014 triệu đồng", "Triệu đồng", "2.014"],
    ["2.014 triệu", "Triệu đồng", "2.014"],
    ["15.000.000đ", "đồng", "15.000.000"],
    ["100 phần trăm", "%", "100"],
    ["3 đơn vị", "Phòng, đơn vị", "3"],
    ["－３ người", "Người", "-3"],
  ])("%s in a row of %s is %s", (text, unit, number) => {
    expect(numberBesideUnit(text, unit)).toBe(number);
  });

  it.each([
    // Another unit than the row's: the number would be another one.
    ["2 triệu", "đồng"],
    ["2 tỷ", "Triệu đồng"],
    ["5 đồng", "Triệu đồng"],
    ["25 hồ sơ", "Văn bản"],
    // More than the unit is said.
    ["25 văn bản và 3 kế hoạch", "Văn bản"],
    ["25 văn bản (dự kiến)", "Văn bản"],
    ["khoảng 25 văn bản", "Văn bản"],
    ["12/15 văn bản", "Văn bản"],
    ["2,5 rưỡi", "Văn bản"],
    // A digit that is a letter.
    ["1O", "Văn bản"],
    ["l5", "Văn bản"],
    // Nothing to read beside the unit.
    ["văn bản", "Văn bản"],
    ["1.23.4 văn bản", "Văn bản"],
    ["", "Văn bản"],
    ["25", "Văn bản"],
    ["25 ", ""],
  ])("%s in a row of %s is left to her", (text, unit) => {
    expect(numberBesideUnit(text, unit)).toBeNull();
  });
});
