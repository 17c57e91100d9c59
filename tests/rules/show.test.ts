import { describe, expect, it } from "@jest/globals";
import { show, showText } from "../../src/rules/show.js";

describe("a value in a sentence", () => {
  it("is a Vietnamese number with the decimals that it has, six at the most", () => {
    expect([0, 12, 3000, 1234.5, -7].map(show)).toEqual(["0", "12", "3.000", "1.234,5", "-7"]);
    expect([0.123456, 0.1234567].map(show)).toEqual(["0,123456", "0,123457"]);
  });

  it("is named where nothing can be seen", () => {
    expect(show(null)).toBe("(trống)");
    expect(show("\u200b\u200b")).toBe("(chỉ có ký tự không nhìn thấy)");
    expect(show("nhiều")).toBe("nhiều");
  });

  it("is cut after 80 letters, those of two halves whole, with its lines told apart", () => {
    expect(showText("x".repeat(80))).toBe("x".repeat(80));
    expect(showText("x".repeat(81))).toBe(`${"x".repeat(80)}…`);
    expect(showText("🙂".repeat(81))).toBe(`${"🙂".repeat(80)}…`);
    expect(showText("một\nhai\u200b")).toBe("một ⏎ hai");
  });
});
