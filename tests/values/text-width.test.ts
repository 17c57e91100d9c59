import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { textWidth } from "../../src/values/text-width.js";

const BOLD_14 = { size: 14, bold: true } as const;

describe("width of text in Times New Roman", () => {
  it("adds the advance widths of the letters", () => {
    // 3 x 722 (A, D, Đ) + 250 (space), in thousandths of 14 pt.
    expect(textWidth("AD Đ", BOLD_14)).toBeCloseTo(((3 * 722 + 250) * 14) / 1000, 6);
  });

  it("takes a letter with tone and shape marks for its base letter, but not Ơ and Ư", () => {
    expect(textWidth("ẤẶỀỘỹ", BOLD_14)).toBeCloseTo(textWidth("AAEOy", BOLD_14), 6);
    expect(textWidth("ƯỮ", BOLD_14)).toBeCloseTo((2 * 796 * 14) / 1000, 6);
    expect(textWidth("ỚỢ", BOLD_14)).toBeCloseTo((2 * 778 * 14) / 1000, 6);
    expect(textWidth("Ấ".normalize("NFD"), BOLD_14)).toBe(textWidth("Ấ", BOLD_14));
  });

  it("grows with the size and with every letter", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (a, b, bold) => {
        const width = textWidth(a, { size: 12, bold });
        expect(textWidth(a, { size: 24, bold })).toBeCloseTo(2 * width, 6);
        expect(textWidth(`${a} ${b}`, { size: 12, bold })).toBeGreaterThanOrEqual(width);
      }),
    );
  });
});
