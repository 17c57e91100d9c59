import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { breakLines } from "../../src/document/break-lines.js";
import { textWidth } from "../../src/values/text-width.js";

const BOLD_14 = { size: 14, bold: true } as const;

describe("breaking a title into lines", () => {
  it("breaks where the sense pauses", () => {
    const subject =
      "Tình hình thực hiện công tác cải cách hành chính quý III, phương hướng nhiệm vụ quý IV năm 2023";
    expect(breakLines(subject, BOLD_14, 410)).toEqual([
      "Tình hình thực hiện công tác cải cách hành chính quý III,",
      "phương hướng nhiệm vụ quý IV năm 2023",
    ]);
  });

  it("does not part a numeral from its word", () => {
    const lines = breakLines("Thống kê kết quả công tác cải cách hành chính quý III năm 2023", BOLD_14, 330);
    expect(lines).toHaveLength(2);
    expect(lines[1]).not.toMatch(/^(III|2023)/);
  });

  it("keeps every word, and every line of several words within the limit", () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Z,]{1,30}$/), { maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 500 }), (list, limit) => {
        const lines = breakLines(list.join(" "), BOLD_14, limit);
        expect(lines.join(" ")).toBe(list.join(" "));
        for (const line of lines) {
          if (line.includes(" ")) expect(textWidth(line, BOLD_14)).toBeLessThanOrEqual(limit + 1e-6);
        }
      }),
    );
  });
});
