import { describe, expect, it } from "@jest/globals";
import { numberInWords } from "../../src/values/number-words.js";

describe("numbers in Vietnamese words", () => {
  it.each([
    [0, "không"],
    [5, "năm"],
    [10, "mười"],
    [15, "mười lăm"],
    [21, "hai mươi mốt"],
    [24, "hai mươi tư"],
    [105, "một trăm linh năm"],
    [111, "một trăm mười một"],
    [3000, "ba nghìn"],
    [1005, "một nghìn không trăm linh năm"],
    [1234, "một nghìn hai trăm ba mươi tư"],
    [98170, "chín mươi tám nghìn một trăm bảy mươi"],
    [1_000_000, "một triệu"],
    [8_024_907_482, "tám tỷ không trăm hai mươi tư triệu chín trăm linh bảy nghìn bốn trăm tám mươi hai"],
    [3_000_000_000_000, "ba nghìn tỷ"],
    [-3000, "âm ba nghìn"],
  ])("%i", (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });
});
