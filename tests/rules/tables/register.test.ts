import { describe, expect, it } from "@jest/globals";
import { findTable } from "../../../src/forms/tables.js";
import type { Report } from "../../../src/report/report.js";
import { evaluate } from "../../../src/rules/evaluate.js";
import { toSerial } from "../../../src/values/day.js";
import type { TableRowValues } from "../../support/chance.js";
import { rulesOf, sentences } from "../../support/check.js";
import { buildTable } from "../../support/consistent.js";
import {
  farNumbers,
  misplacedDocuments,
  registeredDocuments,
  repeatedNumbers,
  twiceIssued,
} from "../../support/register.js";
import { buildReport } from "../../support/report-builder.js";
import { edition } from "../../support/report-data.js";

/** The register of documents: what is read of its rows, and each of its rules where it turns. */

const on = (day: number, month = 7, year = 2023) => toSerial({ year, month, day });

function register(rows: readonly TableRowValues[]) {
  const known = findTable("documents");
  if (known === null) throw new Error("no register");
  return buildTable(known, rows);
}

const documents = (...rows: readonly TableRowValues[]) => registeredDocuments(register(rows));

const plan = (number: number | string, date: number, more: TableRowValues = {}) => ({
  ...{ type: "Kế hoạch", number, date, subject: "Kế hoạch" },
  ...more,
});

describe("numbers of their own", () => {
  it("have resolutions, decisions and directives, each of them", () => {
    const of = (type: string) => (number: number, date: number) => ({ ...plan(number, on(date)), type });
    const [decision, directive] = [of("Quyết định"), of("Chỉ thị")];
    const rows = [decision(40, 3), directive(1, 4), decision(41, 5), directive(2, 6), decision(42, 7)];
    expect(misplacedDocuments(documents(...rows))).toEqual([]);
    const [wrong, ...others] = misplacedDocuments(documents(...rows, decision(39, 9)));
    expect(others).toEqual([]);
    expect(wrong?.document.number).toBe(39);
  });
});

describe("a document of the register", () => {
  it("is known by type and number, with all that its row says of it", () => {
    const [one] = documents({
      ...{
        type: " Kế  hoạch",
        number: "8A",
        symbol: "KH-UBND",
        date: on(3),
        issuer: "UBND xã",
        subject: "Về CCHC",
      },
    });
    expect(one).toMatchObject({
      ...{ type: "kế hoạch", number: 8, numberText: "08a", date: { year: 2023, month: 7, day: 3 } },
      ...{ issuer: "ubnd xã", issuerText: "UBND xã", symbol: "kh-ubnd", subject: "về cchc" },
    });
    expect(one?.name).toMatch(/^\s*Kế\s+hoạch số 08A\/KH-UBND$/);
  });

  it.each<[TableRowValues, string | null]>([
    [{ type: "Kế hoạch", number: "  12/KH" }, "Kế hoạch số 12"],
    [{ type: "Kế hoạch", number: "9" }, "Kế hoạch số 09"],
    [{ type: "Kế hoạch", number: "10" }, "Kế hoạch số 10"],
    [{ type: "Kế hoạch", number: "Số 12" }, null],
    [{ type: "Kế hoạch" }, null],
    [{ number: "12" }, null],
  ])("%j: %s", (row, name) => {
    expect(documents(row).map((one) => one.name)).toEqual(name === null ? [] : [name]);
  });

  it("is the council's own by its symbol, whoever keeps the register", () => {
    expect(documents(plan(1, on(3), { symbol: "nq-hđnd" }))[0]?.issuer).toBe("hđnd");
    expect(documents(plan(1, on(3), { symbol: "NQ-HĐND", issuer: "Xã" }))[0]?.issuer).toBe("xã hđnd");
    expect(documents(plan(1, on(3), { symbol: "KH-UBND" }))[0]?.issuer).toBe("");
  });

  it("is none in a table that is no register", () => {
    const staff = findTable("staff");
    expect(staff === null ? null : registeredDocuments(buildTable(staff, [{ group: "a" }]))).toEqual([]);
  });
});

describe("a number that occurs twice", () => {
  const repeated = (...rows: readonly TableRowValues[]) =>
    repeatedNumbers(documents(...rows)).map(({ document, other }) => [document.row.row, other.row.row]);

  it("is told at the second and every later one, with the first", () => {
    expect(repeated(plan(7, on(3)), plan(8, on(4)), plan(7, on(5)), plan("07", on(6)))).toEqual([
      [3, 1],
      [4, 1],
    ]);
  });

  it.each<[string, TableRowValues]>([
    ["of another type", plan(7, on(5), { type: "Báo cáo" })],
    ["of another issuer", plan(7, on(5), { issuer: "Đảng ủy" })],
    ["of the council", plan(7, on(5), { symbol: "KH-HĐND" })],
    ["of another year", plan(7, on(5, 7, 2022))],
    ["with a letter behind", plan("7a", on(5))],
  ])("is another number %s", (_, row) => {
    expect(repeated(plan(7, on(3)), row)).toEqual([]);
  });

  it("counts documents without a day among themselves", () => {
    const undated = { type: "Kế hoạch", number: 7, subject: "a" };
    expect(repeated(undated, undated)).toEqual([[2, 1]]);
    expect(repeated(undated, plan(7, on(3)))).toEqual([]);
  });
});

describe("a register without some of its columns", () => {
  const without = (column: string) => {
    const whole = register([plan(7, on(3), { symbol: "KH-UBND", issuer: "UBND xã" })]);
    const rows = whole.rows.map((row) => {
      const cells = new Map(row.cells);
      cells.delete(column);
      return { ...row, cells };
    });
    return registeredDocuments({ ...whole, rows }).map(({ name, date, issuerText, subject }) => [
      ...[name, date?.day ?? null],
      ...[issuerText, subject],
    ]);
  };

  it("knows of its documents what is left", () => {
    expect(without("date")).toEqual([["Kế hoạch số 07/KH-UBND", null, "UBND xã", "kế hoạch"]]);
    expect(without("symbol")).toEqual([["Kế hoạch số 07", 3, "UBND xã", "kế hoạch"]]);
    expect(without("issuer")).toEqual([["Kế hoạch số 07/KH-UBND", 3, "", "kế hoạch"]]);
    expect(without("subject")).toEqual([["Kế hoạch số 07/KH-UBND", 3, "UBND xã", ""]]);
    expect(without("type")).toEqual([]);
    expect(without("number")).toEqual([]);
  });
});

describe("one document with two issuers", () => {
  const twice = (...rows: readonly TableRowValues[]) =>
    twiceIssued(documents(...rows), "UBND xã Tân Kỳ").map(({ document, other }) => [
      document.row.row,
      other.row.row,
    ]);
  const first = plan(7, on(3), { symbol: "KH-BCĐ", issuer: "Ban Chỉ đạo" });

  it("has the same type, number, symbol and day", () => {
    expect(twice(first, { ...first, issuer: "Đảng ủy" })).toEqual([[2, 1]]);
    expect(twice(first, first)).toEqual([]);
    expect(twice(first, { ...first, issuer: "Đảng ủy", number: 8 })).toEqual([]);
    expect(twice(first, { ...first, issuer: "Đảng ủy", type: "Báo cáo" })).toEqual([]);
    expect(twice(first, { ...first, issuer: "Đảng ủy", symbol: "KH-ĐU" })).toEqual([]);
    expect(twice(first, { ...first, issuer: "Đảng ủy", date: on(4) })).toEqual([]);
  });

  it("needs a symbol and a day, and the own office is the same named or left out", () => {
    const bare = { type: "Kế hoạch", number: 7, subject: "a" };
    expect(twice({ ...bare, issuer: "a", date: on(3) }, { ...bare, issuer: "b", date: on(3) })).toEqual([]);
    expect(twice({ ...bare, issuer: "a", symbol: "KH" }, { ...bare, issuer: "b", symbol: "KH" })).toEqual([]);
    const own = { ...bare, symbol: "KH", date: on(3) };
    expect(twice({ ...own, issuer: "ubnd  xã Tân Kỳ" }, own)).toEqual([]);
    expect(twice({ ...own, issuer: "UBND xã khác" }, own)).toEqual([[2, 1]]);
  });
});

describe("a number far out of its series", () => {
  const far = (...numbers: readonly number[]) =>
    farNumbers(documents(...numbers.map((number) => plan(number, on(3))))).map(({ document, next }) => [
      document.number,
      next,
    ]);

  it("is beyond three times the next one and fifty more, in five documents or more", () => {
    expect(far(1, 2, 3, 10, 81)).toEqual([[81, "10"]]);
    expect(far(1, 2, 3, 10, 80)).toEqual([]);
    expect(far(1, 2, 10, 81)).toEqual([]);
    expect(far(81, 10, 3, 2, 1)).toEqual([[81, "10"]]);
    expect(far(1, 2, 3, 4, 63)).toEqual([[63, "04"]]);
    expect(far(1, 2, 3, 4, 62)).toEqual([]);
  });

  it("is judged by type, issuer and year apart", () => {
    const rows = [1, 2, 3, 4].map((number) => plan(number, on(3)));
    const strange = (more: TableRowValues) => farNumbers(documents(...rows, plan(900, on(3), more)));
    expect(strange({})).toHaveLength(1);
    expect(strange({ type: "Báo cáo" })).toHaveLength(0);
    expect(strange({ issuer: "Đảng ủy" })).toHaveLength(0);
    expect(strange({ date: on(3, 7, 2022) })).toHaveLength(0);
  });
});

describe("dates that do not follow the numbers", () => {
  const misplaced = (...rows: readonly TableRowValues[]) =>
    misplacedDocuments(documents(...rows)).map(({ document, before, after }) => [
      document.number,
      before,
      after,
    ]);

  it("are told with the neighbours in the series", () => {
    expect(misplaced(plan(1, on(3)), plan(2, on(20)), plan(3, on(5)), plan(4, on(6)))).toEqual([
      [2, "số 01 ngày 03/7/2023", "số 03 ngày 05/7/2023"],
    ]);
    expect(misplaced(plan(1, on(20)), plan(2, on(3)), plan(3, on(5)))).toEqual([
      [1, null, "số 02 ngày 03/7/2023"],
    ]);
    expect(misplaced(plan(1, on(3)), plan(2, on(5)), plan(3, on(1)))).toEqual([
      [3, "số 02 ngày 05/7/2023", null],
    ]);
  });

  it("may be the same day", () => {
    expect(misplaced(plan(1, on(3)), plan(2, on(3)), plan(3, on(3)))).toEqual([]);
  });

  it("of two that contradict each other: the one whose date fits its number worse", () => {
    // 323 of 19 July, 332 of 21 July, 376 of 19 July, 389 of 17 August.
    expect(
      misplaced(plan(323, on(19)), plan(332, on(21)), plan(376, on(19)), plan(389, on(17, 8))).map(
        ([number]) => number,
      ),
    ).toEqual([376]);
    expect(
      misplaced(plan(323, on(19)), plan(332, on(16, 8)), plan(376, on(10, 8)), plan(389, on(17, 8))).map(
        ([number]) => number,
      ),
    ).toEqual([332]);
  });

  it("are judged in each series by itself: by issuer, year, and own types", () => {
    const late = plan(1, on(20));
    expect(misplaced(late, plan(2, on(3)))).toHaveLength(1);
    expect(misplaced(late, plan(2, on(3), { issuer: "Đảng ủy" }))).toEqual([]);
    expect(misplaced(late, plan(2, on(3, 7, 2022)))).toEqual([]);
    for (const type of ["Nghị quyết", "Quyết định", "Chỉ thị"]) {
      expect(misplaced(late, plan(2, on(3), { type }))).toEqual([]);
      expect(misplaced({ ...late, type }, plan(2, on(3), { type }))).toHaveLength(1);
    }
    expect(misplaced(late, { type: "Kế hoạch", number: 2, subject: "a" })).toEqual([]);
  });

  it("the earlier of two that fit as ill, and the one whose date fits its number worse", () => {
    const dated = (...days: readonly number[]) =>
      misplaced(...days.map((day, index) => plan(index + 1, on(day))));
    // Between 1 of the 3rd and 4 of the 12th, 2 and 3 would be of the 6th and the 9th.
    expect(dated(3, 9, 6, 12, 15)).toEqual([[2, "số 01 ngày 03/7/2023", "số 03 ngày 06/7/2023"]]);
    expect(dated(3, 8, 5, 12, 15)).toEqual([[3, "số 02 ngày 08/7/2023", "số 04 ngày 12/7/2023"]]);
    expect(dated(3, 10, 7, 12, 15)).toEqual([[2, "số 01 ngày 03/7/2023", "số 03 ngày 07/7/2023"]]);
    // Twice in one register: each is judged between those that stay.
    expect(dated(3, 8, 5, 12, 15, 20, 17, 24, 27)).toEqual([
      [3, "số 02 ngày 08/7/2023", "số 04 ngày 12/7/2023"],
      [7, "số 06 ngày 20/7/2023", "số 08 ngày 24/7/2023"],
    ]);
  });

  it("and not the one that would put two others out of order, however well its date fits its number", () => {
    expect(
      misplaced(plan(1, on(3)), plan(2, on(18)), plan(3, on(19)), plan(4, on(5)), plan(100, on(25))),
    ).toEqual([[4, "số 03 ngày 19/7/2023", "số 100 ngày 25/7/2023"]]);
    // Of the same day as a later one it contradicts none but the one between them.
    expect(
      misplaced(plan(1, on(3)), plan(20, on(12)), plan(21, on(9)), plan(22, on(12)), plan(23, on(14))).map(
        ([number]) => number,
      ),
    ).toEqual([21]);
  });

  it("where the other types share one series, which their dates tell: across types", () => {
    const types = ["Kế hoạch", "Báo cáo"];
    const shared = Array.from({ length: 12 }, (_, index) =>
      plan(index + 1, on(index + 1), { type: types[index % 2] ?? "" }),
    );
    expect(misplaced(...shared)).toEqual([]);
    const stray = shared.map((row, index) => (index === 5 ? { ...row, date: on(28) } : row));
    expect(misplaced(...stray).map(([number]) => number)).toEqual([6]);
    // A number that both types have: they are numbered apart, and 6 stands between reports alone.
    const apart = [...stray, plan(5, on(5), { type: "Báo cáo" })];
    expect(misplaced(...apart)).toEqual([[6, "số 05 ngày 05/7/2023", "số 08 ngày 08/7/2023"]]);
  });
});

describe("what the rules say of a register", () => {
  const findings = (rows: readonly TableRowValues[], info: Partial<Report["info"]> = {}) => {
    const report = buildReport("tu-ky-2023", {}, info);
    const tables = new Map([["documents", register(rows)]]);
    const evaluation = evaluate(rulesOf(report.edition), { report: { ...report, tables }, earlier: null });
    const failing = evaluation.tables.outcomes.get("documents")?.failing ?? [];
    return failing.map(({ finding }) => finding).filter(({ rule }) => rule !== "value.missing");
  };
  const said = (rows: readonly TableRowValues[], info: Partial<Report["info"]> = {}) =>
    findings(rows, info).map(({ rule, severity, actual, expected, related, place }) =>
      place.kind === "table"
        ? { rule, severity, at: `${place.row} ${place.column}`, actual, expected, related: related.length }
        : null,
    );
  const other = { related: 0, expected: null };

  it("one issuer: a warning for one subject, else an info, with the other row", () => {
    const one = plan(7, on(3), { symbol: "KH-BCĐ", issuer: "Ban Chỉ đạo" });
    const told = { rule: "value.duplicate", at: "2 issuer", actual: "Kế hoạch số 07/KH-BCĐ ngày 03/7/2023" };
    expect(said([one, { ...one, issuer: "Đảng ủy" }])).toEqual([
      { ...other, ...told, severity: "warning", related: 1 },
    ]);
    expect(said([one, { ...one, issuer: "Đảng ủy", subject: "Khác" }])).toEqual([
      { ...other, ...told, severity: "info", related: 1 },
    ]);
  });

  it("in words: the other row, its day, and who issued each", () => {
    const told = (...rows: readonly TableRowValues[]) => sentences(findings(rows), edition("tu-ky-2023"));
    const one = plan(7, on(3), { symbol: "KH-BCĐ", issuer: "Ban Chỉ đạo" });
    expect(told(one, { ...one, issuer: "Đảng ủy" })).toEqual([
      'Kế hoạch số 07/KH-BCĐ ngày 03/7/2023 ở dòng này ghi cơ quan ban hành là "Đảng ủy", ở dòng 1 ghi cơ quan ban hành là "Ban Chỉ đạo". Cùng loại, số, ký hiệu và ngày thì thường là một văn bản. Kiểm tra lại cơ quan ban hành.',
    ]);
    expect(told(one, { ...one, subject: "Khác", date: on(4) })).toEqual([
      "Kế hoạch số 07/KH-BCĐ trùng số với Kế hoạch số 07/KH-BCĐ ngày 03/7/2023 ở dòng 1. Hai văn bản cùng loại trong một năm không thể cùng số. Kiểm tra lại số.",
    ]);
  });

  it("one number: an error with the other row; far out: an info", () => {
    expect(said([plan(7, on(3)), plan(7, on(3))])).toEqual([
      {
        ...other,
        rule: "value.duplicate",
        severity: "error",
        at: "2 number",
        actual: "Kế hoạch số 07",
        related: 1,
      },
    ]);
    expect(said([1, 2, 3, 4, 63].map((number) => plan(number, on(3))))).toEqual([
      { ...other, rule: "value.far", severity: "info", at: "5 number", actual: "Kế hoạch số 63" },
    ]);
  });

  it("a plan for an earlier year than its date's; reports may look back, and plans ahead", () => {
    const year = (subject: string, type = "Kế hoạch") => said([plan(7, on(3), { subject, type })]);
    expect(year("Kế hoạch CCHC năm 2022")).toEqual([
      { rule: "value.year", severity: "info", at: "1 date", actual: "2022", expected: "2023", related: 0 },
    ]);
    expect(year("Kế hoạch năm 2023")).toEqual([]);
    expect(year("Kế hoạch năm 2024")).toEqual([]);
    expect(year("Sơ kết NĂM 2021, kế hoạch năm 2023")).toEqual([]);
    expect(year("Kế hoạch giai đoạn 2022")).toEqual([]);
    expect(year("Báo cáo năm 2022", "Báo cáo")).toEqual([]);
    expect(said([{ type: "Kế hoạch", number: 7, subject: "Kế hoạch năm 2022" }])).toEqual([]);
  });

  it("outside of the data window, where both its days are known", () => {
    const from = { year: 2023, month: 6, day: 10 };
    const to = { year: 2023, month: 9, day: 8 };
    const outside = {
      rule: "period.window",
      severity: "warning",
      expected: "10/6/2023 - 08/9/2023",
      related: 0,
    };
    const rows = [plan(1, on(9, 6)), plan(2, on(12, 6)), plan(3, on(8, 9)), plan(4, on(11, 9))];
    expect(said(rows, { from, to })).toEqual([
      { ...outside, at: "1 date", actual: "09/6/2023" },
      { ...outside, at: "4 date", actual: "11/9/2023" },
    ]);
    expect(said(rows, { from })).toEqual([]);
    expect(said(rows, { to })).toEqual([]);
  });

  it("on a Saturday or a Sunday, which is named; one number with the place of the other", () => {
    const days = findings([7, 8, 9, 10].map((day) => plan(day, on(day)))).flatMap((one) =>
      one.rule === "value.weekend" ? [one.day] : [],
    );
    expect(days).toEqual(["saturday", "sunday"]);
    const [twice, ...others] = findings([plan(7, on(3)), plan(7, on(3))]);
    expect(others).toEqual([]);
    expect(twice?.related).toEqual([{ table: "documents", row: 1, column: "number" }]);
  });

  it("on a Saturday or a Sunday: an info each", () => {
    const weekend = { ...other, rule: "value.weekend", severity: "info" };
    expect(said([7, 8, 9, 10].map((day) => plan(day, on(day))))).toEqual([
      { ...weekend, at: "2 date", actual: "08/7/2023" },
      { ...weekend, at: "3 date", actual: "09/7/2023" },
    ]);
  });
});
