import { describe, expect, it } from "@jest/globals";
import { looseText, sameLoosely } from "../../src/values/loose-text.js";
import { plainWords } from "../../src/values/words.js";

describe("texts that a reader takes for the same", () => {
  it.each([
    ["case and spaces", "Số  TTHC\ncấp xã", "số TTHC cấp xã"],
    ["composed and decomposed letters", "tổng số".normalize("NFD"), "tổng số".normalize("NFC")],
    ["the place of the tone mark", "hoà thuỷ", "hòa thủy"],
    ["each tone: grave, hook, tilde, acute, dot", "hoà hoả hoã hoá hoạ", "hòa hỏa hõa hóa họa"],
    ["the shape of dashes", "một cửa – liên thông", "một cửa - liên thông"],
    ["every dash there is", "a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"],
    ["dots and colons at the end", "Tổng số:", "Tổng số"],
    ["several of them", "Tổng số...;", "Tổng số"],
    ["full-width letters", "ＳＴＴ", "STT"],
  ])("%s", (_, one, other) => {
    expect(looseText(one)).toBe(looseText(other));
    expect(sameLoosely(one, other)).toBe(true);
  });

  it.each([
    ["another tone", "hòa", "hóa"],
    ["another letter", "cấp xã", "cấp xa"],
    ["a shape of a vowel", "tư", "tu"],
    ["a dot inside", "1.1", "11"],
    ["tones of two syllables, swapped", "má mà", "mà má"],
  ])("but not %s", (_, one, other) => {
    expect(sameLoosely(one, other)).toBe(false);
  });

  it("are reduced alike however long they are and however many came before", () => {
    const long = `${"một cửa ".repeat(60)}hoà`;
    expect(looseText(long)).toBe(looseText(long.replace("hoà", "hòa")));
    for (let number = 0; number < 4100; number++) {
      expect(looseText(`Dòng ${number}:`)).toBe(`dong\u0300${number}`);
    }
    expect(looseText("Dòng 7:")).toBe("dong\u03007");
  });
});

describe("words without what typing adds", () => {
  it("are in lower case, composed, with single spaces and none at the ends", () => {
    expect(plainWords("  Kế\u00a0 HOẠCH \n")).toBe("kế hoạch");
    expect(plainWords("Kế hoạch".normalize("NFD"))).toBe("kế hoạch".normalize("NFC"));
    expect(plainWords("a b  c")).toBe("a b c");
  });
});
