import { describe, expect, it } from "@jest/globals";
import { proposalsOf } from "../../../src/jobs/proposals.js";
import type { Report } from "../../../src/report/report.js";
import { cellId } from "../../../src/rules/behind.js";
import { evaluate, findingsOf, ruleSetOf } from "../../../src/rules/evaluate.js";
import { localize } from "../../../src/rules/localize/localize.js";
import { Trial } from "../../../src/rules/localize/trial.js";
import { english } from "../../../src/rules/messages/en/wording.js";
import type { Wording } from "../../../src/rules/messages/wording.js";
import { suggestion } from "../../../src/rules/suggest.js";
import { lines } from "../../support/check.js";
import { buildConsistent, consistentReport } from "../../support/consistent.js";
import { withPuts } from "../../support/move-kinds.js";
import { relation, smallEdition, smallReport, smallTable } from "../../support/small-edition.js";

/** Numbers that somebody typed or pasted into the wrong cells together. */

/** What is told of a report: the rules of each defect, and what is proposed; `-` where nothing is. */
function told(report: Report, wording?: Wording): readonly string[] {
  return defects(report).map((defect) => {
    const said = suggestion(defect, report.edition, wording);
    return `${lines([defect.finding, ...defect.also]).join(", ")}: ${said === "" ? "-" : said}`;
  });
}

function defects(report: Report) {
  const evaluation = evaluate(ruleSetOf(report.edition), { report, earlier: null });
  const findings = findingsOf(evaluation).filter(({ rule }) => !/^(info|layout)\./.test(rule));
  return localize(evaluation, findings);
}

/** What each button does to the cells: `1/2=5`, a blank without a number. */
function pressed(report: Report): readonly string[] {
  const all = defects(report);
  const buttons = all.flatMap((defect) => proposalsOf(defect, report).filter(({ by }) => by !== "propose"));
  const moves = all.flatMap(({ moves: own }) => own);
  expect(buttons).toHaveLength(moves.length);
  return moves.map(({ puts }) => puts.map(({ ref, value }) => `${cellId(ref)}=${value ?? ""}`).join(" "));
}

const asked = { optional: false, subject: "commune" } as const;

describe("a number in the row beside a blank one", () => {
  const plan = smallEdition([
    { code: "1", parts: { codes: ["1.1", "1.2", "1.3"], relation: "equal" } },
    ...[{ code: "1.1" }, { code: "1.2" }, { code: "1.3" }, { code: "1.4" }],
  ]);
  const wrong = smallReport(plan, { "1/1": 157, "1/1.1": 95, "1/1.2": 40, "1/1.4": 22 });

  it("is one line with one button, where all rules hold once it is back", () => {
    expect(told(wrong)).toEqual([
      "total.mismatch 1/1 error: Có thể gõ nhầm sang ô bên: chuyển 22 từ dòng 1.4 về dòng 1.3 thì khớp.",
    ]);
    expect(told(wrong, english)).toEqual([
      "total.mismatch 1/1 error: Perhaps typed into the cell beside: moving 22 from row 1.4 to row 1.3 makes the rule hold.",
    ]);
    expect(pressed(wrong)).toEqual(["1/1.3=22 1/1.4="]);
    const [defect] = defects(wrong);
    if (defect === undefined) throw new Error("nothing is told");
    expect(proposalsOf(defect, wrong)).toMatchObject([
      {
        by: "move",
        words: "22 từ dòng 1.4 về dòng 1.3",
        edits: [
          { cell: { row: 8, column: 4 }, value: 22 },
          { cell: { row: 9, column: 4 }, value: null },
        ],
      },
    ]);
  });

  it("is found too far up as well", () => {
    const upwards = smallReport(
      smallEdition(
        ["2", "2.1", "3"].map((code) => ({ code })),
        { rules: [relation("1/2.1", "=", "1/3")] },
      ),
      { "1/2": 38, "1/3": 38 },
    );
    expect(told(upwards)).toEqual([]);
    const part = smallEdition([
      { code: "0" },
      { code: "1.1" },
      { code: "1", parts: { codes: ["1.1", "1.2"], relation: "equal" } },
      { code: "1.2" },
    ]);
    expect(pressed(smallReport(part, { "1/0": 38, "1/1": 85, "1/1.2": 47 }))).toEqual(["1/1.1=38 1/0="]);
  });

  it("is not where a slip in one cell explains as much", () => {
    // 1.4 holds just what is wanting, but the total may have a digit too many.
    expect(told(smallReport(plan, { "1/1": 63, "1/1.1": 2, "1/1.2": 4, "1/1.4": 57 })).join()).not.toContain(
      "chuyển",
    );
  });

  it("is not where the cell that it would come from is asked for, and the other is not", () => {
    const own = (four: object, three: object) =>
      smallEdition([
        { code: "1", parts: { codes: ["1.1", "1.2", "1.3"], relation: "equal" } },
        ...[{ code: "1.1" }, { code: "1.2" }, { code: "1.3", ...three }, { code: "1.4", ...four }],
      ]);
    const values = { "1/1": 157, "1/1.1": 95, "1/1.2": 40, "1/1.4": 22 };
    expect(pressed(smallReport(own(asked, {}), values))).toEqual([]);
    expect(pressed(smallReport(own(asked, asked), values))).toEqual(["1/1.3=22 1/1.4="]);
    // The blank cell is told with what it breaks.
    expect(told(smallReport(own({}, asked), values))).toEqual([
      "total.mismatch 1/1 error, value.missing 1/1.3 warning: Có thể gõ nhầm sang ô bên: chuyển 22 từ dòng 1.4 về dòng 1.3 thì khớp.",
    ]);
  });

  it("is not where another rule would break then", () => {
    const bound = (rules: readonly unknown[]) =>
      smallReport(
        smallEdition(
          [
            { code: "0" },
            { code: "1", parts: { codes: ["1.1", "1.2", "1.3"], relation: "equal" } },
            ...[{ code: "1.1" }, { code: "1.2" }, { code: "1.3" }, { code: "1.4" }],
          ],
          { rules },
        ),
        { "1/0": 21, "1/1": 157, "1/1.1": 95, "1/1.2": 40, "1/1.4": 22 },
      );
    expect(pressed(bound([]))).toHaveLength(1);
    expect(pressed(bound([relation("1/1.3", "<=", "1/0")]))).toEqual([]);
  });

  it("is not where only a bound says so", () => {
    const bound = smallEdition([{ code: "1" }, { code: "2" }, { code: "3" }], {
      rules: [relation("1/2", "<=", "1/1")],
    });
    expect(pressed(smallReport(bound, { "1/1": 22, "1/2": 44 }))).toEqual([]);
  });

  it("is where an equation that could say nothing holds then", () => {
    const share = smallEdition(
      [
        { code: "1" },
        { code: "1.1", kind: "ratio", ratio: { numerator: "2", denominator: "1" } },
        { code: "2" },
        { code: "3" },
      ],
      { rules: [relation("1/3", "<=", "1/1")] },
    );
    const values = { "1/1": 40, "1/1.1": 95 };
    expect(pressed(smallReport(share, { ...values, "1/3": 50 }))).toEqual([]);
    expect(pressed(smallReport(share, { "1/1": 20, "1/1.1": 95, "1/3": 19 }))).toEqual([]);
  });

  it("is not where cells on both sides of it are as good", () => {
    const sum = smallEdition([
      { code: "1", parts: { codes: ["1.1", "1.3"], relation: "equal" } },
      ...[{ code: "1.1" }, { code: "1.2" }, { code: "1.3" }],
    ]);
    // One of the two parts is 22; which one nobody knows.
    expect(pressed(smallReport(sum, { "1/1": 22, "1/1.2": 22, "1/1.3": 0 }))).toEqual(["1/1.1=22 1/1.2="]);
    const three = smallEdition([
      { code: "1", parts: { codes: ["1.0", "1.1", "1.3"], relation: "equal" } },
      ...[{ code: "1.0" }, { code: "1.1" }, { code: "1.2" }, { code: "1.3" }],
    ]);
    const both = smallReport(three, { "1/1": 157, "1/1.0": 135, "1/1.2": 22 });
    expect(told(both)).toEqual([
      "total.mismatch 1/1 error: Sửa theo một trong các cách sau thì khớp: chuyển 22 từ dòng 1.2 về dòng 1.1; chuyển 22 từ dòng 1.2 về dòng 1.3.",
    ]);
    expect(pressed(both)).toEqual(["1/1.1=22 1/1.2=", "1/1.3=22 1/1.2="]);
  });
});

describe("a number in the heading of a group", () => {
  const plan = smallEdition([
    { code: "1", kind: "heading" },
    { code: "1.1", ...asked },
    { code: "1.2", ...asked },
    { code: "2", kind: "heading" },
    { code: "2.1", ...asked },
  ]);

  it("is told with the blank cell beside it that is asked for", () => {
    const report = smallReport(plan, { "1/1": 12, "1/1.2": 4, "1/2.1": 7 });
    expect(told(report)).toEqual([
      "value.missing 1/1.1 warning, value.heading 1/1 info: Có thể gõ nhầm sang ô bên: chuyển 12 từ dòng 1 về ô này thì ô trống có số.",
    ]);
    expect(told(report, english)[0]).toContain("moving 12 from row 1 to this cell fills the blank cell.");
    expect(pressed(report)).toEqual(["1/1.1=12 1/1="]);
  });

  it("is not where cells above and below it are asked for", () => {
    const report = smallReport(plan, { "1/1.1": 12, "1/2": 7 });
    expect(pressed(report)).toEqual([]);
    expect(defects(report)).toHaveLength(3);
  });

  it("is not where nothing is asked for beside it", () => {
    expect(pressed(smallReport(plan, { "1/1": 12, "1/1.1": 3, "1/1.2": 4, "1/2.1": 7 }))).toEqual([]);
  });

  it("moves with the block that was pasted one row too high, the headings between it too", () => {
    const report = smallReport(plan, { "1/1": 12, "1/1.1": 4, "1/2": 7 });
    expect(told(report)).toEqual([
      "value.missing 1/1.2 warning, value.missing 1/2.1 warning, value.heading 1/1 info, value.heading 1/2 info: " +
        "Có thể các số bị lệch: chuyển 3 số từ dòng 1 đến dòng 2 xuống một dòng thì ô trống có số.",
    ]);
    expect(pressed(report)).toEqual(["1/2.1=7 1/2= 1/1.2=4 1/1.1=12 1/1="]);
  });
});

describe("a run of numbers one row off", () => {
  const plan = smallEdition(
    [
      ...[
        { code: "1", parts: { codes: ["1.1", "1.2"], relation: "equal" } },
        { code: "1.1" },
        { code: "1.2" },
      ],
      ...[
        { code: "2", parts: { codes: ["2.1", "2.2"], relation: "equal" } },
        { code: "2.1" },
        { code: "2.2" },
      ],
      { code: "3" },
    ],
    { rules: [relation("1/2", "<=", "1/1")] },
  );
  const right = { "1/1": 57, "1/1.1": 25, "1/1.2": 32, "1/2": 41, "1/2.1": 28, "1/2.2": 13 };

  it("is one line for all that it breaks, and one button", () => {
    expect(told(smallReport(plan, right))).toEqual([]);
    const lower = { "1/1": 57, "1/1.2": 25, "1/2": 32, "1/2.1": 41, "1/2.2": 28, "1/3": 13 };
    expect(told(smallReport(plan, lower))).toEqual([
      "total.mismatch 1/2 error, total.mismatch 1/1 error, part.exceeds 1/2.1 error: " +
        "Có thể các số bị lệch: chuyển 5 số từ dòng 1.2 đến dòng 3 lên một dòng làm khớp cả 3 quy tắc.",
    ]);
    expect(pressed(smallReport(plan, lower))).toEqual(["1/1.1=25 1/1.2=32 1/2=41 1/2.1=28 1/2.2=13 1/3="]);
  });

  it("gives back the last number that was typed over, where one rule asks for it", () => {
    const six = smallEdition([
      ...[
        { code: "1", parts: { codes: ["1.1", "1.2"], relation: "equal" } },
        { code: "1.1", ...asked },
      ],
      ...[{ code: "1.2" }, { code: "2", parts: { codes: ["2.1", "2.2"], relation: "equal" } }],
      ...[{ code: "2.1" }, { code: "2.2" }],
    ]);
    const over = smallReport(six, { "1/1": 57, "1/1.2": 25, "1/2": 32, "1/2.1": 41, "1/2.2": 28 });
    expect(told(over)).toEqual([
      "total.mismatch 1/2 error, total.mismatch 1/1 error, part.exceeds 1/2.1 error, value.missing 1/1.1 warning: " +
        "Có thể các số bị lệch: chuyển 4 số từ dòng 1.2 đến dòng 2.2 lên một dòng và ghi 13 vào dòng 2.2 làm khớp cả 3 quy tắc.",
    ]);
    expect(pressed(over)).toEqual(["1/1.1=25 1/1.2=32 1/2=41 1/2.1=28 1/2.2=13"]);
  });
});

describe("in a table", () => {
  const added = { total: "sum" } as const;
  const table = smallTable([
    { id: "all", ...added, formula: { kind: "sum", of: ["a", "b"] } },
    { id: "a", ...added },
    { id: "b", ...added },
  ]);
  const edition = smallEdition([{ code: "1" }]);
  const report = (rows: readonly Readonly<Record<string, string | number>>[]) =>
    smallReport(edition, {}, [[table, rows]]);

  it("a column one row too low is one line: the row without a name goes, too", () => {
    const right = report([
      { name: "một", all: 35, a: 31, b: 4 },
      { name: "hai", all: 334, a: 256, b: 78 },
      { name: "ba", all: 93, a: 81, b: 12 },
      { name: "" },
    ]);
    const lower = withPuts(right, [
      { ref: { table: "small", row: 1, column: "a" }, value: null },
      { ref: { table: "small", row: 2, column: "a" }, value: 31 },
      { ref: { table: "small", row: 3, column: "a" }, value: 256 },
      { ref: { table: "small", row: 4, column: "a" }, value: 81 },
    ]);
    const [line, ...others] = told(lower).filter((one) => one.includes("Có thể"));
    expect(others).toEqual([]);
    expect(line).toMatch(
      /: Có thể các số bị lệch: chuyển 3 số ở cột "a" từ dòng 2 đến dòng 4 lên một dòng làm khớp cả 4 quy tắc\.$/,
    );
    expect(pressed(lower)).toEqual(["small#1#a=31 small#2#a=256 small#3#a=81 small#4#a="]);
  });
});

describe("two lines with one another's numbers", () => {
  it("columns of a table, whose totals rows of the forms must say", () => {
    const right = buildConsistent("tu-ky-2023", consistentReport("tu-ky-2023", 3), {
      formulas: true,
      tables: true,
    });
    const trial = new Trial(right);
    const columns = ["received-online", "received-direct"] as const;
    const rows = right.tables.get("dossiers-by-field")?.rows ?? [];
    const puts = rows.flatMap(({ row }) =>
      columns.map((column, at) => {
        const other = trial.place({ table: "dossiers-by-field", row, column: columns[1 - at] ?? "" });
        return { ref: { table: "dossiers-by-field", row, column }, value: other?.value ?? null };
      }),
    );
    const wrong = withPuts(right, puts);
    expect(told(wrong).filter((line) => line.includes("mismatch"))).toEqual([
      expect.stringMatching(
        /^cross\.mismatch 7\/6\.7\.2 error.*: Có thể hai cột bị đổi chỗ: cột ".*Trực tuyến" ⇄ cột ".*Trực tiếp, dịch vụ bưu chính" của trang tính "Hồ sơ theo lĩnh vực" /,
      ),
    ]);
    const [move] = defects(wrong).flatMap(({ moves }) => moves);
    const back = withPuts(wrong, move?.puts ?? []);
    expect(told(back)).toEqual(told(right));
  });

  it("rows under two headings of a form", () => {
    const rows = (code: string) => [
      { code, kind: "heading" as const },
      ...["1", "2", "3"].map((last) => ({ code: `${code}.${last}` })),
    ];
    const plan = smallEdition([...rows("1.1"), ...rows("1.2"), { code: "2" }, { code: "3" }], {
      rules: [
        relation("1/1.1.1", "=", "1/2"),
        relation("1/1.2.2", "=", "1/3"),
        relation("1/1.1.2", "<=", "1/1.1.1"),
      ],
    });
    const report = smallReport(plan, {
      ...{ "1/1.1.1": 30, "1/1.1.2": 7, "1/1.1.3": 5, "1/1.2.1": 64, "1/1.2.2": 41, "1/1.2.3": 9 },
      ...{ "1/2": 64, "1/3": 7 },
    });
    expect(told(report)).toEqual([
      "cross.mismatch 1/1.1.1 error, cross.mismatch 1/1.2.2 error: " +
        "Có thể hai nhóm dòng bị đổi chỗ: nhóm 1.1 ⇄ nhóm 1.2 làm khớp cả 2 quy tắc.",
    ]);
    expect(pressed(report)).toEqual(["1/1.1.1=64 1/1.2.1=30 1/1.1.2=41 1/1.2.2=7 1/1.1.3=9 1/1.2.3=5"]);
  });
});
