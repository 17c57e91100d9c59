import { describe, expect, it } from "@jest/globals";
import { mentionsIn } from "../../src/narrative/own-fields/mentions.js";
import { moneyLike, moneyUnit, moneyValue, statesMoney } from "../../src/narrative/own-fields/money.js";

const found = (line: string) =>
  mentionsIn(line).map((mention) => [
    mention.kind,
    mention.text,
    ...("value" in mention ? [mention.value] : []),
  ]);

describe("money in a line of her own text", () => {
  it.each([
    ["đã chi 1,5 tỷ đồng", "1,5 tỷ đồng", 1_500_000_000],
    ["đã chi 850 triệu đồng cho CCHC", "850 triệu đồng", 850_000_000],
    ["đã chi 1.523.456.789 đồng", "1.523.456.789 đồng", 1_523_456_789],
    ["đã chi 1 tỷ 200 triệu đồng", "1 tỷ 200 triệu đồng", 1_200_000_000],
    ["đã chi 05 tỷ 30 triệu 500 nghìn đồng.", "05 tỷ 30 triệu 500 nghìn đồng", 5_030_500_000],
    ["đã chi 1,5 tỷ, đạt kế hoạch", "1,5 tỷ", 1_500_000_000],
    ["đã chi 700 ngàn đồng", "700 ngàn đồng", 700_000],
  ])("%s", (line, text, value) => {
    expect(found(line)).toEqual([["money", text, value]]);
  });

  it.each([
    ["có 02 đồng chí tham gia", "02", 2],
    ["có 2 triệu lượt truy cập", "2", 2],
    ["có 15 đồng bào dân tộc", "15", 15],
  ])("is not what only looks like it: %s", (line, text, value) => {
    expect(found(line)).toEqual([["number", text, value]]);
  });

  it("is never a target", () => {
    expect(found("phấn đấu thu 2 tỷ đồng")).toEqual([]);
  });
});

describe("an amount in words", () => {
  it.each([
    ["1,5 tỷ đồng", 1_500_000_000, true],
    // At the decimals that she wrote, rounded or cut.
    ["1,5 tỷ đồng", 1_549_999_999, true],
    ["1,5 tỷ đồng", 1_599_000_000, true],
    ["1,5 tỷ đồng", 1_600_000_000, false],
    ["1 tỷ 200 triệu đồng", 1_200_300_000, true],
    ["1 tỷ 200 triệu đồng", 1_201_000_000, false],
    ["1.500.000.000 đồng", 1_500_000_000, true],
    ["1.500.000.000 đồng", 1_500_000_002, false],
  ])("%s states %d đồng: %s", (text, dong, expected) => {
    expect(statesMoney(text, dong)).toBe(expected);
  });

  it.each([
    ["1,5 tỷ đồng", 1_677_000_000, "1,677 tỷ đồng"],
    ["1,5 tỷ đồng", 2_000_000_000, "2 tỷ đồng"],
    ["1,5 tỷ đồng", 1_523_456_789, "1,52 tỷ đồng"],
    // Something is never told as nothing.
    ["1,5 tỷ đồng", 300_000, "0,0003 tỷ đồng"],
    ["05 triệu đồng", 7_000_000, "07 triệu đồng"],
    ["05 triệu đồng", 0, "0 triệu đồng"],
    ["850 triệu đồng", 1_250_500_000, "1.250,5 triệu đồng"],
    ["1 tỷ 200 triệu đồng", 1_350_000_000, "1 tỷ 350 triệu đồng"],
    ["1 tỷ 200 triệu đồng", 900_000_000, "900 triệu đồng"],
    ["1 tỷ 200 triệu đồng", 3_000_000_000, "3 tỷ đồng"],
    ["1 tỷ 200 triệu đồng", 0, "0 triệu đồng"],
  ])("%s becomes, with %d đồng, %s", (text, dong, expected) => {
    expect(moneyLike(text, dong)).toBe(expected);
    expect(statesMoney(moneyLike(text, dong), dong)).toBe(true);
  });

  it.each(["12 hồ sơ", "1 triệu 2 tỷ đồng", "đồng"])("none in %s", (text) => {
    expect(moneyValue(text)).toBeNull();
  });

  it.each([
    ["Triệu đồng", 1e6],
    ["đồng", 1],
    ["Nghìn đồng", 1e3],
    ["hồ sơ", null],
    ["theo đơn vị tính", null],
  ])("the unit %s", (words, expected) => {
    expect(moneyUnit(words)).toBe(expected);
  });
});
