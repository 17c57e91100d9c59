import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { align, type Candidate } from "../../src/recognition/align.js";
import { findBlocks } from "../../src/recognition/blocks.js";
import { readCode, splitCode } from "../../src/recognition/code-reading.js";
import { editDistance } from "../../src/recognition/edit-distance.js";
import { compareLabels, labelText } from "../../src/recognition/label-text.js";
import { letterCounts, lettersApart } from "../../src/recognition/letter-counts.js";
import { BLANK_CELL } from "../../src/values/cell.js";

const likeness = (a: string, b: string) => compareLabels(labelText(a), labelText(b)).kind;

/** Optimal string alignment as textbooks have it. */
function wholeTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  table[0] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const row = table[i];
      if (row !== undefined) row[j] = swapped ? Math.min(cost, at(i - 2, j - 2) + 1) : cost;
    }
  }
  return at(a.length, b.length);
}

describe("labels", () => {
  it.each([
    ["Số TTHC công bố mới", "SỐ THỦ TỤC HÀNH CHÍNH CÔNG BỐ MỚI", "same"],
    ["Ủy ban nhân dân xã", "UBND  xã", "same"],
    ["đơn giản hóa", "đơn giản hoá", "same"],
    ["bị kỷ luật", "bị kỉ\nluật:", "same"],
    ["Số hồ sơ giải quyết đúng hạn", "Số hồ sơ gải quyết đúng hnạ", "slips"],
    ["Số TTHC liên thông cùng cấp", "So TTHC lien thong cung cap", "without-marks"],
    ["Số TTHC cấp xã (Bao gồm cả ngành dọc)", "Số TTHC cấp xã", "without-notes"],
    ["Số hồ sơ mức độ 3 đã tiếp nhận", "Số hồ sơ mức độ 4 đã tiếp nhận", "different"],
    ["Số nhiệm vụ đã hoàn thành đúng hạn", "Số nhiệm vụ đã hoàn thành quá hạn", "similar"],
    ["Số VBQPPL do cấp xã ban hành", "Số VBQPPL do cấp tỉnh ban hành", "similar"],
    ["Đã ban hành (cấp xã)", "Đã ban hành (cấp tỉnh)", "similar"],
  ])("%s / %s: %s", (a, b, kind) => {
    expect(likeness(a, b)).toBe(kind);
    expect(likeness(b, a)).toBe(kind);
  });

  it("are the same in composed and decomposed letters", () => {
    fc.assert(
      fc.property(fc.constantFrom("Tỷ lệ giải quyết đúng hạn", "Số lượng phiếu khảo sát"), (text) => {
        expect(likeness(text.normalize("NFD"), text)).toBe("same");
      }),
    );
  });
});

describe("the distance of two texts", () => {
  it("is nought for the same text, the same both ways, and never beyond the limit by more than one", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.nat(4), (a, b, limit) => {
        expect(editDistance(a, a, limit)).toBe(0);
        const distance = editDistance(a, b, limit);
        expect(distance).toBe(editDistance(b, a, limit));
        expect(distance).toBeLessThanOrEqual(limit + 1);
      }),
    );
  });

  it("is what all of the table gives, up to the limit", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 10 });
    fc.assert(
      fc.property(letters, letters, fc.nat(5), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(wholeTable(a, b), limit + 1));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is never less than the letters that one text has more", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "q", "ạ"), maxLength: 10 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const apart = lettersApart(letterCounts(a), letterCounts(b));
        expect(editDistance(a, b, 10)).toBeGreaterThanOrEqual(apart);
      }),
    );
    // `a` and `q` are of one kind.
    expect(lettersApart(letterCounts("abb"), letterCounts("qcc"))).toBe(2);
  });

  it("counts a swap of neighbours once", () => expect(editDistance("huyện", "uhyện", 3)).toBe(1));
});

describe("STT cells", () => {
  it.each([
    ["3.3.1.", ["3.3.1"]],
    ["3,3,1", ["3.3.1"]],
    [" 3. 1 .", ["3.1"]],
    [3.1, ["3.1", "3.10"]],
    [3, ["3"]],
    ["Trong đó", []],
    [null, []],
  ])("%j", (value, codes) => {
    expect(readCode({ ...BLANK_CELL, value })).toEqual(codes);
  });

  it("that Excel made dates of are read both ways", () => {
    expect(readCode({ value: 44929, format: "d/m", formula: "" })).toEqual([
      "3.1",
      "1.3",
      "3.1.23",
      "1.3.23",
    ]);
  });

  it("joined to the label are taken apart, numbers that begin a label are not", () => {
    expect(splitCode("3.3.1.Số hồ sơ")).toEqual({ code: "3.3.1", label: "Số hồ sơ" });
    expect(splitCode("1. Thống kê TTHC")).toEqual({ code: "1", label: "Thống kê TTHC" });
    expect(splitCode("2 cấp")).toBeNull();
    expect(splitCode("70% - dưới 100%")).toBeNull();
  });
});

describe("aligning rows", () => {
  const score = 9;

  it("shares the probability between two rows that could both be meant", () => {
    const candidates: readonly Candidate[] = [0, 1].map((start) => ({ start, size: 1, target: 0, score }));
    const [first, second] = align(2, 1, candidates);
    expect(first?.probability).toBeCloseTo(0.5, 3);
    expect(second?.probability).toBeCloseTo(0.5, 3);
  });

  it("gives every row and every target a probability of one at most", () => {
    const candidate = fc.record({
      start: fc.nat(5),
      size: fc.constant(1),
      target: fc.nat(5),
      score: fc.integer({ min: -5, max: 12 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, { selector: ({ start, target }) => `${start}:${target}`, maxLength: 20 }),
        (candidates) => {
          const matches = align(6, 6, candidates);
          for (const side of ["start", "target"] as const) {
            for (let at = 0; at < 6; at++) {
              const sum = matches
                .filter((match) => match[side] === at)
                .reduce((total, { probability }) => total + probability, 0);
              expect(sum).toBeLessThanOrEqual(1 + 1e-9);
            }
          }
        },
      ),
    );
  });
});

describe("finding tables", () => {
  it("stands any sheet", () => {
    const value = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom("STT", "Nội dung", "ĐVT", "Kết quả", "1.", "Biểu mẫu 2"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { maxLength: 12 }), (values) => {
        const sheet = {
          name: "S",
          visible: true,
          protected: false,
          top: 1,
          left: 1,
          values,
          formats: [],
          formulas: [],
        };
        const blocks = findBlocks({ sheets: [sheet], names: [], culture: null });
        expect(blocks.every(({ rows }) => rows.length > 0)).toBe(true);
      }),
    );
  });
});
