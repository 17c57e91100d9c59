import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { IndicatorKey } from "../../src/forms/indicators.js";
import { deriveRules } from "../../src/rules/derive.js";
import { evaluate, findingsOf, reevaluate, ruleSetOf } from "../../src/rules/evaluate.js";
import type { CellValue } from "../../src/values/cell.js";
import { cut, roundHalfUp } from "../../src/values/tolerance.js";
import { check, lines, reportWith, sentences } from "../support/check.js";
import { edition } from "../support/report-data.js";
import { reportWithTables } from "../support/table-books.js";

const ID = "tu-ky-2023";

/** Findings on given rows only, without the many "missing" of an empty report. */
function on(rows: Readonly<Record<string, CellValue>>): readonly string[] {
  const { findings } = check(reportWith(ID, rows));
  return lines(findings).filter((line) => !/^(value\.missing|info\.)/.test(line));
}

describe("value rules", () => {
  it.each([
    ["a count in words", { "3/3.3.1": "nhiều" }, ["value.type 3/3.3.1 error"]],
    ["a number as text", { "3/3.3.1": "922" }, ["value.text-number 3/3.3.1 info"]],
    ["a negative count", { "3/3.3.1": -1 }, ["value.negative 3/3.3.1 error"]],
    ["half a dossier", { "3/3.3.1": 1.5 }, ["value.integer 3/3.3.1 error"]],
    ["a ratio above 100", { "4/1.1": 101 }, ["value.percent-range 4/1.1 error"]],
    ["a choice that is none", { "1/5": 2 }, ["value.choice 1/5 error"]],
    ["a group row with a value", { "1/3": 0 }, ["value.heading 1/3 info"]],
    ["an Excel error", { "4/2.1": { error: "#REF!" } }, ["value.type 4/2.1 error"]],
  ])("find %s", (_what, rows, expected) => {
    expect(on(rows)).toEqual(expected);
  });

  it("let the dust of binary fractions be, and nothing more", () => {
    expect(on({ "4/1.1": 100.0000000001, "4/2.1": 17.0000000000001, "4/2.2": -1e-12 })).toEqual([]);
    expect(on({ "4/1.1": 100.001, "4/2.1": 17.001, "4/2.2": -0.001 })).toEqual([
      "value.percent-range 4/1.1 error",
      "value.integer 4/2.1 error",
      "value.negative 4/2.2 error",
      "value.integer 4/2.2 error",
    ]);
  });

  it("find a fraction typed for a per cent where no parts tell of it", () => {
    expect(on({ "7/5.2.1": "0,88" })).toContain("value.fraction 7/5.2.1 warning");
    expect(on({ "7/5.2.1": 1 })).toEqual(["value.fraction 7/5.2.1 warning"]);
    expect(on({ "7/5.2.1": 1.01 })).toEqual([]);
    expect(on({ "7/5.2.1": 0 })).toEqual([]);
    expect(on({ "7/5.2.1": "0,88%" })).toEqual(["value.text-number 7/5.2.1 info"]);
    // Where the ratio has its parts, they say whether 0,5 is right.
    expect(on({ "3/3.3": 0.5, "3/3.3.1": 200, "3/3.3.2": 1 })).toEqual([]);
  });

  it("find money of a size that its unit does not have, with what it would be", () => {
    const unit = (value: number) =>
      check(reportWith("hai-duong-2022", { "6/1.1": value })).findings.filter(
        ({ rule }) => rule === "value.unit",
      );
    expect(unit(999_999)).toEqual([]);
    expect(unit(1_000_000)).toHaveLength(1);
    expect(unit(3_000_000_000)).toMatchObject([{ actual: 3_000_000_000, expected: 3000, likely: "đồng" }]);
    expect(sentences(unit(3_000_000_000), edition("hai-duong-2022"))).toEqual([
      "Ô ghi 3.000.000.000 triệu đồng, lớn bất thường đối với cấp xã. Có thể số này tính bằng đồng: khi đó ghi " +
        "3.000. Kiểm tra lại đơn vị tính.",
    ]);
    expect(
      check(reportWith(ID, { "6/1.1": 3000 })).findings.find(({ rule }) => rule === "value.unit"),
    ).toMatchObject({ expected: 3, likely: "triệu đồng" });
    // The print leaves the unit of what was done out: it is that of the plan.
    expect(
      check(reportWith(ID, { "6/1.2": 2014 })).findings.find(({ rule }) => rule === "value.unit"),
    ).toMatchObject({ expected: 2.014, unit: "tỷ", likely: "triệu đồng" });
  });

  it("find money in đồng that was typed in triệu or tỷ", async () => {
    const unit = async (done: number) =>
      check(
        await reportWithTables(ID, { budget: [{ item: "Vốn đầu tư công", estimate: 9e9, done }] }),
      ).findings.filter(({ rule }) => rule === "value.unit");
    expect(await unit(2_014_517_000)).toEqual([]);
    expect(await unit(0)).toEqual([]);
    expect(await unit(2014)).toMatchObject([{ expected: 2_014_000_000, likely: "triệu đồng" }]);
    expect(await unit(100)).toMatchObject([{ expected: 100_000_000, likely: "triệu đồng" }]);
    expect(await unit(2.5)).toMatchObject([{ expected: 2_500_000_000, likely: "tỷ đồng" }]);
    expect(sentences(await unit(2014), edition(ID))).toEqual([
      "Ô ghi 2.014 đồng, nhỏ bất thường đối với cấp xã. Có thể số này tính bằng triệu đồng: khi đó ghi 2.014.000.000. " +
        "Kiểm tra lại đơn vị tính.",
    ]);
  });

  it("list the choices to whoever wrote a word, and never take it for one", () => {
    const { findings } = check(reportWith(ID, { "1/5.2": "Không" }));
    expect(
      sentences(
        findings.filter(({ rule }) => rule === "value.type"),
        edition(ID),
      ),
    ).toEqual([
      'Ô ghi "Không" nhưng chỉ được chọn: 0 (Trực tuyến), 1 (Phát phiếu), 2 (Kết hợp). Ghi một trong các số này.',
    ]);
  });

  it("cut what is too long to read and show what cannot be seen", () => {
    const { findings } = check(reportWith(ID, { "3/3.3.1": `nhiều\u200b\n${"x".repeat(500)}` }));
    const [sentence = ""] = sentences(
      findings.filter(({ rule }) => rule === "value.type"),
      edition(ID),
    );
    expect(sentence).toContain("nhiều ⏎ xxx");
    expect(sentence).toContain("x…");
    expect(sentence.length).toBeLessThan(200);
  });

  it("find a number that reads two ways, with both readings", () => {
    const { findings } = check(reportWith(ID, { "6/1.1": "3.000" }));
    const [finding] = findings.filter(({ rule }) => rule === "value.ambiguous");
    expect(finding?.actual).toBe("3.000");
    expect(sentences(finding === undefined ? [] : [finding], edition(ID))).toEqual([
      '"3.000": có thể hiểu là 3000 (ba nghìn) hoặc 3. Đang tạm hiểu là 3000; gõ lại số không có dấu chấm, ' +
        "dấu phẩy ngăn nghìn để khỏi nhầm.",
    ]);
  });

  it("ask for the survey's details only when there was a survey", () => {
    const missing = (survey: number) =>
      lines(check(reportWith(ID, { "1/5": survey })).findings).filter((line) => line.includes(" 1/5."));
    expect(missing(1)).toEqual(["value.missing 1/5.1 warning", "value.missing 1/5.2 warning"]);
    expect(missing(0)).toEqual([]);
  });
});

describe("ratio rules", () => {
  const parts = { "3/3.3.1": 922, "3/3.3.2": 905 };

  it("are silent on a ratio rounded or cut to the decimals that it shows", () => {
    for (const stated of [98, 98.1, 98.2, 98.15, 98.16, (100 * 905) / 922]) {
      expect([stated, on({ ...parts, "3/3.3": stated })]).toEqual([stated, []]);
    }
  });

  it("warn of a slip under 0.1 point and call more an error", () => {
    expect(on({ ...parts, "3/3.3": 98.17 })).toEqual(["ratio.mismatch 3/3.3 warning"]);
    expect(on({ ...parts, "3/3.3": 95 })).toEqual(["ratio.mismatch 3/3.3 error"]);
  });

  it("give actual, expected and the difference", () => {
    const { findings } = check(reportWith(ID, { ...parts, "3/3.3": 95 }));
    const finding = findings.find(({ rule }) => rule === "ratio.mismatch");
    expect(finding).toMatchObject({
      actual: 95,
      expected: 98.16,
      related: [
        { form: 3, code: "3.3.2" },
        { form: 3, code: "3.3.1" },
      ],
    });
    expect(finding?.imbalance).toBeCloseTo(-3.16, 10);
  });

  it("let 0 or blank stand when the denominator is 0 or blank, and nothing else", () => {
    expect(on({ "3/3.4": 0 })).toEqual([]);
    expect(on({ "3/3.4": 0, "3/3.4.1": 0, "3/3.4.2": 0 })).toEqual([]);
    expect(on({ "3/3.4": 100, "3/3.4.1": 0, "3/3.4.2": 0 })).toEqual(["ratio.undefined 3/3.4 warning"]);
    expect(on({ "3/3.4": 100 })).toEqual(["ratio.undefined 3/3.4 warning"]);
  });

  it("say nothing of a ratio whose denominator cannot be read", () => {
    expect(on({ "3/3.4": 100, "3/3.4.1": "nhiều", "3/3.4.2": 5 })).toEqual(["value.type 3/3.4.1 error"]);
  });

  it("wait for both parts, and for a ratio that can be read", () => {
    expect(on({ "3/3.3.2": 905, "3/3.3": 50 })).toEqual(["ratio.undefined 3/3.3 warning"]);
    expect(on({ "3/3.3.1": 922, "3/3.3": 50 })).toEqual([]);
    expect(on({ ...parts, "3/3.3": "nhiều" })).toEqual(["value.type 3/3.3 error"]);
  });

  it("say of a per cent under 0 and above 100 what it may be at least and at most", () => {
    const told = (ratio: number) =>
      sentences(
        check(reportWith(ID, { "4/1.1": ratio })).findings.filter(
          ({ rule }) => rule === "value.percent-range",
        ),
        edition(ID),
      );
    expect(told(101)).toEqual([
      "Tỷ lệ ghi 101 nằm ngoài khoảng 0 đến 100. Ô này ghi số phần trăm, không ghi số lượng: nếu vừa ghi số lượng thì chuyển sang đúng dòng, rồi ghi lại tỷ lệ.",
    ]);
    expect(told(-5)).toEqual(["Tỷ lệ ghi -5 nằm ngoài khoảng 0 đến 100. Ghi lại tỷ lệ, chỉ ghi số."]);
  });

  it("ask for the ratio once both parts are there", () => {
    expect(on(parts)).toEqual(["ratio.missing 3/3.3 warning"]);
    expect(on({ "3/3.3.1": 922 })).toEqual([]);
  });

  it("agree with whatever an officer gets by rounding or cutting to 0, 1 or 2 decimals", () => {
    const rules = ruleSetOf(edition(ID));
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 99_999 })
          .chain((whole) => fc.tuple(fc.constant(whole), fc.integer({ min: 0, max: whole }))),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        ([whole, part], decimals, rounds) => {
          const exact = (100 * part) / whole;
          const stated = rounds ? roundHalfUp(exact, decimals) : cut(exact, decimals);
          const report = reportWith(ID, { "3/3.3.1": whole, "3/3.3.2": part, "3/3.3": stated });
          const found = findingsOf(evaluate(rules, { report, earlier: null })).map(({ rule }) => rule);
          expect(found.filter((rule) => rule.startsWith("ratio."))).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("totals and parts", () => {
  it("add up, with blank parts counted as 0 once any is filled", () => {
    expect(on({ "3/1.4": 157, "3/1.4.3": 157 })).toEqual([]);
    expect(on({ "3/1.4": 160, "3/1.4.3": 157 })).toEqual(["total.mismatch 3/1.4 error"]);
    expect(on({ "3/1.4": 139 })).toEqual([]);
  });

  it("tell the sum row by row", () => {
    const { findings } = check(reportWith(ID, { "6/2": 5, "6/2.2": 1, "6/2.3": 2, "6/2.4": 0, "6/2.5": 3 }));
    const [finding] = findings.filter(({ rule }) => rule === "total.mismatch");
    expect(sentences(finding === undefined ? [] : [finding], edition(ID))).toEqual([
      "Tổng ghi 5 nhưng dòng 2.2 + 2.3 + 2.4 + 2.5: 1 + 2 + 0 + 3 = 6. Sửa tổng hoặc dòng thành phần.",
    ]);
  });

  it("leave room for tasks not yet due, but not for more tasks than were given", () => {
    expect(on({ "1/4.1": 62, "1/4.2": 59 })).toEqual([]);
    expect(on({ "1/4.1": 62, "1/4.2": 59, "1/4.3": 5 })).toEqual(["part.exceeds 1/4.1 error"]);
    expect(on({ "1/4.1": 62, "1/4.2": 63 })).toEqual(["part.exceeds 1/4.2 error"]);
  });

  it("tell parts that together are too many, with one space between sentences", () => {
    const { findings } = check(reportWith(ID, { "1/4.1": 62, "1/4.2": 59, "1/4.3": 5 }));
    expect(
      sentences(
        findings.filter(({ rule }) => rule === "part.exceeds"),
        edition(ID),
      ),
    ).toEqual(["Tổng ghi 62, nhỏ hơn dòng 4.2 + 4.3 + 4.4: 59 + 5 + 0 = 64. Sửa tổng hoặc dòng thành phần."]);
  });

  it("keep subsets within their whole", () => {
    expect(on({ "4/2.1": 22, "4/2.2": 23 })).toEqual(["part.exceeds 4/2.2 error"]);
    expect(on({ "7/6.4.2": 68, "7/6.4.3": 69 })).toEqual(["part.exceeds 7/6.4.3 error"]);
  });
});

describe("the earlier period", () => {
  const info = (period: string, year: number) => ({ period, year });
  const compare = (before: number, now: number, year = 2023) => {
    const earlier = reportWith(ID, { "1/2.2": before }, info("half-year", year));
    const report = reportWith(ID, { "1/2.2": now }, info("quarter-3", 2023));
    return lines(check(report, earlier).findings).filter((line) => line.startsWith("period."));
  };

  it("bounds cumulative values of the same year from below", () => {
    expect(compare(20, 18)).toEqual(["period.decrease 1/2.2 warning"]);
    expect(compare(20, 22)).toEqual([]);
    expect(compare(20, 18, 2022)).toEqual([]);
  });

  it("makes a value of another size worth a look", () => {
    expect(compare(20, 220)).toEqual(["period.outlier 1/2.2 info"]);
    expect(compare(1, 9)).toEqual([]);
  });

  it("is warned of exactly ten times, and of states that jump", () => {
    expect(compare(20, 200)).toEqual(["period.outlier 1/2.2 warning"]);
    expect(compare(20, 199)).toEqual([]);
    const staff = (before: number, now: number) => {
      const earlier = reportWith(ID, { "4/2.1": before }, info("half-year", 2023));
      const report = reportWith(ID, { "4/2.1": now }, info("quarter-3", 2023));
      return lines(check(report, earlier).findings).filter((line) => line.startsWith("period."));
    };
    expect(staff(17, 171)).toEqual(["period.outlier 4/2.1 warning"]);
    expect(staff(17, 169)).toEqual([]);
  });

  it("bounds a flow from below where its window lies inside this one", () => {
    const window = (from: string, to: string) => ({ period: "half-year", year: 2023, from, to });
    const flow = (before: number, now: number, from = "2022-12-10") => {
      const earlier = reportWith(ID, { "3/3.4.1": before }, window("2022-12-10", "2023-03-09"));
      const report = reportWith(ID, { "3/3.4.1": now }, window(from, "2023-06-09"));
      return lines(check(report, earlier).findings).filter((line) => line.startsWith("period."));
    };
    expect(flow(5, 4)).toEqual(["period.decrease 3/3.4.1 warning"]);
    expect(flow(5, 5)).toEqual([]);
    expect(flow(5, 4, "2022-12-11")).toEqual([]);
  });

  it("lets a ratio fall: the plan may have grown", () => {
    const earlier = reportWith(ID, { "1/2": 88 }, info("half-year", 2023));
    const report = reportWith(ID, { "1/2": 60 }, info("quarter-3", 2023));
    expect(lines(check(report, earlier).findings).filter((line) => line.startsWith("period."))).toEqual([]);
  });
});

describe("a rule set", () => {
  it("is made of data: it survives being written and read", () => {
    const rules = deriveRules(edition(ID));
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
  });

  it("never carries one rule twice on one row with the same inputs", () => {
    for (const id of ["tu-ky-2023", "hai-duong-2022"]) {
      const keys = deriveRules(edition(id)).map(
        ({ id: rule, form, code, inputs, check }) =>
          `${rule} ${form}/${code} ${inputs} ${check.kind === "relation" ? check.rule.name : ""}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("runs again only what depends on a change, and gives what a full run gives", () => {
    const rules = ruleSetOf(edition(ID));
    const rows = ["3/3.3", "3/3.3.1", "3/3.3.2", "1/5", "1/5.1", "6/2", "6/2.2", "6/2.4", "6/2.4.1"] as const;
    const value = fc.oneof(
      fc.constant(null),
      fc.integer({ min: -5, max: 120 }),
      fc.constantFrom("x", "3.000", "67,1"),
    );
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(rows.map((row) => [row, value]))),
        fc.constantFrom(...rows),
        value,
        (before, row, after) => {
          const first = { report: reportWith(ID, before), earlier: null };
          const second = { report: reportWith(ID, { ...before, [row]: after }), earlier: null };
          const key: IndicatorKey = row;
          const stepped = reevaluate(evaluate(rules, first), second, [key]);
          expect(findingsOf(stepped)).toEqual(findingsOf(evaluate(rules, second)));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("the same period of the year before", () => {
  const year = (of: number, approved: number) =>
    reportWith(ID, { "3/1.2": approved, "1/2.1": approved }, { period: "quarter-3", year: of });
  const told = (before: number, now: number, of = 2022) =>
    check(year(2023, now), year(of, before)).findings.flatMap((finding) =>
      finding.rule === "period.outlier" ? [`${finding.against} ${finding.earlier} ${finding.severity}`] : [],
    );

  it("is compared like the period before, and told as what it is", () => {
    expect(told(12, 119)).toEqual([]);
    expect(told(12, 121)).toEqual(["last-year 12 info", "last-year 12 info"]);
    expect(told(12, 121, 2021)).toEqual(["earlier 12 info", "earlier 12 info"]);
  });

  it("does not bind: a running total of another year may be smaller", () => {
    const { findings } = check(year(2023, 20), year(2022, 22));
    expect(findings.filter(({ rule }) => rule === "period.decrease")).toEqual([]);
  });
});
