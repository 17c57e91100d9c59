import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cleanLines, cleanText } from "../../src/document/clean-text.js";

describe("text from cells", () => {
  it("loses what XML forbids and what no reader sees", () => {
    expect(cleanText("a\u0000b\u0007\ud800c\u202ed\ufffe\ufeff")).toBe("abcd");
  });

  it("keeps letters, pictures, spaces and marks, in composed form", () => {
    expect(cleanText("Hộ tịch".normalize("NFD"))).toBe("Hộ tịch");
    expect(cleanText("👨‍👩‍👧 & < > ngày      tháng")).toBe("👨‍👩‍👧 & < > ngày      tháng");
    expect(cleanText("a\tb\r\nc")).toBe("a b c");
  });

  it("is one line that survives a round trip through UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const clean = cleanText(text);
        expect(Buffer.from(clean, "utf8").toString("utf8")).toBe(clean);
        expect(clean).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it("parts lines and drops blank ones", () => {
    expect(cleanLines(" a \r\n\n b\u2028c\t")).toEqual(["a", "b", "c"]);
  });
});
