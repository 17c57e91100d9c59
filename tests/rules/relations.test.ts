import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import { loadEdition } from "../../src/forms/library.js";
import { contradiction, type LinearRelation } from "../../src/forms/linear.js";
import { ruleFaults } from "../../src/forms/rule-invariants.js";
import { findTable } from "../../src/forms/tables.js";
import { describeRules } from "../../src/jobs/describe-rules.js";
import { deriveRules } from "../../src/rules/derive.js";
import { english } from "../../src/rules/messages/en/wording.js";
import type { CellValue } from "../../src/values/cell.js";
import type { TableRowValues } from "../support/chance.js";
import { check, reportWith, sentences } from "../support/check.js";
import { buildTable } from "../support/consistent.js";
import { edition } from "../support/report-data.js";
import { smallEdition } from "../support/small-edition.js";

const CHOICE = {
  code: "4",
  kind: "choice",
  choices: [
    { value: 0, label: "Không" },
    { value: 1, label: "Có" },
  ],
} as const;

type Rows = Readonly<Record<string, CellValue>>;

/** Severities and names of the relations that these rows break. */
function broken(id: string, rows: Rows): readonly string[] {
  return check(reportWith(id, rows)).findings.flatMap((finding) =>
    finding.rule === "cross.mismatch" && finding.by.kind === "relation"
      ? [`${finding.by.name} ${finding.severity}`]
      : [],
  );
}

function told(id: string, rows: Rows): readonly string[] {
  const findings = check(reportWith(id, rows)).findings.filter(({ rule }) => rule === "cross.mismatch");
  return sentences(findings, edition(id));
}

describe("relations that the periodic editions declare", () => {
  // At the limit, and just over it.
  it.each([
    ["linked-same-level error", "3/2.1", "3/1.4"],
    ["linked-between-levels error", "3/2.2", "3/1.4"],
    ["place-independent error", "3/2.3", "3/1.4"],
    ["fee-procedures error", "7/6.8.1", "3/1.4"],
    ["online-procedures error", "7/6.6.1", "3/1.4"],
    ["simplified-procedures warning", "3/1.1", "3/1.4"],
    ["staff-cut warning", "4/2.4", "4/2.1"],
    ["posts-approved warning", "5/1.1", "4/2.1"],
    ["part-timers-cut warning", "4/3.3", "4/3.1"],
    ["disciplined warning", "5/3", "4/2.1"],
    ["moved-up warning", "5/2.3", "4/2.1"],
  ])("%s: %s within %s", (name, part, whole) => {
    for (const id of ["tu-ky-2023", "vinh-linh-2023", "two-tier-2025"]) {
      expect(broken(id, { [part]: 16, [whole]: 17 })).toEqual([]);
      expect(broken(id, { [part]: 17, [whole]: 17 })).toEqual([]);
      expect(broken(id, { [part]: 18, [whole]: 17 })).toEqual([name]);
      expect(broken(id, { [part]: 18 })).toEqual([]);
      expect(broken(id, { [part]: "nhiều", [whole]: 17 })).toEqual([]);
    }
  });

  it("those placed by their post, and those not, are there", () => {
    const placed = (rightly: number, not: number) => ({ "5/1.2": rightly, "5/1.3": not, "4/2.2": 17 });
    for (const id of ["tu-ky-2023", "vinh-linh-2023", "two-tier-2025"]) {
      expect(broken(id, placed(16, 1))).toEqual([]);
      expect(broken(id, placed(17, 1))).toEqual(["placed-within-present warning"]);
    }
  });

  it("two rows that say the same number say the same", () => {
    expect(broken("hai-duong-2022", { "3/1": 139, "3/1.4": 139 })).toEqual([]);
    expect(broken("hai-duong-2022", { "3/1": 138, "3/1.4": 139 })).toEqual([
      "procedures-counted-once warning",
    ]);
    expect(broken("hai-duong-2022", { "7/5.2": 100, "7/5.2.3": 100 })).toEqual([]);
    expect(broken("hai-duong-2022", { "7/5.2": 99, "7/5.2.3": 100 })).toEqual([
      "electronic-documents-of-commune warning",
    ]);
  });

  it("procedures of both levels together stay within all of them", () => {
    const levels = (three: number, four: number) => ({ "7/6.4.1": three, "7/6.5.1": four, "3/1.4": 139 });
    expect(broken("tu-ky-2023", levels(95, 44))).toEqual([]);
    expect(broken("tu-ky-2023", levels(96, 44))).toEqual(["eligible-procedures error"]);
    // A blank level is not 0: perhaps it is simply not filled yet.
    expect(broken("tu-ky-2023", { "7/6.4.1": 140, "3/1.4": 139 })).toEqual([]);
  });

  it("each procedure that was used online brought a dossier", () => {
    const used = (three: number, four: number) => ({ "7/6.4.3": three, "7/6.5.3": four, "7/6.7.2": 23 });
    expect(broken("tu-ky-2023", used(16, 7))).toEqual([]);
    expect(broken("tu-ky-2023", used(17, 7))).toEqual(["used-online-procedures error"]);
  });

  it("a survey and its sheets go together", () => {
    expect(broken("tu-ky-2023", { "1/5": 0, "1/5.1": 0, "1/5.2": 0 })).toEqual([]);
    expect(broken("tu-ky-2023", { "1/5": 0 })).toEqual([]);
    expect(broken("tu-ky-2023", { "1/5": 0, "1/5.1": 1 })).toEqual(["no-survey-no-sheets error"]);
    expect(broken("tu-ky-2023", { "1/5": 0, "1/5.2": 1 })).toEqual(["no-survey-no-way warning"]);
    expect(broken("tu-ky-2023", { "1/5": 1, "1/5.1": 922, "1/5.2": 0 })).toEqual([]);
    expect(broken("tu-ky-2023", { "1/5": 1, "1/5.1": 0 })).toEqual(["survey-has-sheets warning"]);
  });

  it("are told with both numbers, where they stand, and why", () => {
    expect(told("tu-ky-2023", { "3/2.3": 140, "3/1.4": 139 })).toEqual([
      "Ô ghi 140, lớn hơn 139 ở dòng 1.4. Số TTHC thuộc nhóm này là một phần của tổng số TTHC thuộc thẩm " +
        "quyền giải quyết. Kiểm tra lại các ô này.",
    ]);
    expect(told("tu-ky-2023", { "7/6.4.1": 96, "7/6.5.1": 44, "3/1.4": 139 })).toEqual([
      "Cộng dòng 6.4.1 và dòng 6.5.1: 96 + 44 = 140, lớn hơn 139 ở dòng 1.4 của biểu mẫu 3. TTHC đủ điều kiện " +
        "cung cấp trực tuyến ở hai mức là một phần của tổng số TTHC thuộc thẩm quyền giải quyết. Kiểm tra lại " +
        "các ô này.",
    ]);
    expect(told("tu-ky-2023", { "1/5": 0, "1/5.1": 12 })).toEqual([
      "Ô ghi 0, trong khi có 12 ở dòng 5.1. Không khảo sát thì không có phiếu khảo sát. Kiểm tra lại các ô này.",
    ]);
  });
});

describe("relations between a form and a table that the workbook has", () => {
  /** With rows in a table, typed whole. */
  const beside = (id: string, rows: Rows, tableId: string, ...records: readonly TableRowValues[]) => {
    const table = findTable(tableId);
    if (table === null) throw new Error(`no table ${tableId}`);
    const report = { ...reportWith(id, rows), tables: new Map([[tableId, buildTable(table, records)]]) };
    return check(report).findings.flatMap((finding) =>
      finding.rule === "cross.mismatch" && finding.by.kind === "relation"
        ? [`${finding.by.name} ${finding.severity}`]
        : [],
    );
  };
  const procedures = (...records: readonly TableRowValues[]) => {
    const table = findTable("procedures-by-body");
    if (table === null) throw new Error("no table of procedures");
    return buildTable(table, records);
  };
  const office = (body: string, procedures: number) => ({ body, procedures });
  const bodies = [office("UBND", 139), office("Công an", 11), office("Quân sự", 7)];

  it("the list of procedures has all of the commune level, those of the police and the army too", () => {
    for (const id of ["tu-ky-2023", "vinh-linh-2023", "two-tier-2025"]) {
      const listed = (all: number) => beside(id, { "3/1.4.3": all }, "procedures-by-body", ...bodies);
      expect(listed(157)).toEqual([]);
      expect(listed(139)).toEqual(["procedures-listed warning"]);
      expect(listed(158)).toEqual(["procedures-listed warning"]);
    }
    expect(beside("tu-ky-2023", { "3/1.4.3": 139 }, "procedures-by-body", { body: "UBND" })).toEqual([]);
  });

  it("where the form does not say whose, it may count those of the committee alone, but no more than all", () => {
    for (const [id, row] of [
      ["hai-duong-2022", "3/1.4.3"],
      ["dinh-hoa-2025", "3/3.1.3.b"],
    ] as const) {
      const listed = (all: number) => beside(id, { [row]: all }, "procedures-by-body", ...bodies);
      expect(listed(139)).toEqual([]);
      expect(listed(157)).toEqual([]);
      expect(listed(158)).toEqual(["procedures-listed warning"]);
    }
  });

  it("and no fewer than those of the committee, where the list has a row that is called so", () => {
    for (const [id, row] of [
      ["hai-duong-2022", "3/1.4.3"],
      ["dinh-hoa-2025", "3/3.1.3.b"],
    ] as const) {
      const beside139 = (all: number, ...rows: readonly TableRowValues[]) =>
        beside(id, { [row]: all }, "procedures-by-body", ...rows);
      expect(beside139(138, ...bodies)).toEqual(["procedures-of-committee warning"]);
      expect(beside139(138, office("ubnd ", 139))).toEqual(["procedures-of-committee warning"]);
      expect(beside139(139, office("UBND", 139))).toEqual([]);
      // Not told of the committee's own row, or of a row that cannot be read.
      expect(beside139(100, office("UBND huyện", 139), office("Công an", 11))).toEqual([]);
      expect(beside139(100, { body: "UBND", procedures: "nhiều" }, office("Công an", 111))).toEqual([]);
      expect(beside139(100, office("Công an", 111))).toEqual([]);
    }
  });

  it("a term of rows is told by them, in the finding and in the help", () => {
    const report = {
      ...reportWith("hai-duong-2022", { "3/1.4.3": 138 }),
      tables: new Map([["procedures-by-body", procedures(...bodies)]]),
    };
    const [finding, ...others] = check(report).findings.filter(({ rule }) => rule === "cross.mismatch");
    expect(others).toEqual([]);
    expect(finding?.related).toEqual([{ table: "procedures-by-body", row: 1, column: "procedures" }]);
    expect(sentences(finding === undefined ? [] : [finding], edition("hai-duong-2022"))).toEqual([
      'Ô ghi 138, nhỏ hơn 139 ở cột "Tổng số TTHC" ở dòng "UBND" của trang tính "Thủ tục theo cơ quan". ' +
        "TTHC cấp xã thường gồm hết TTHC của UBND, nên không ít hơn số của riêng UBND. Kiểm tra lại các ô này.",
    ]);
    const rule = describeRules(edition("hai-duong-2022")).find(
      ({ name }) => name === "procedures-of-committee",
    );
    expect(rule?.help).toBe(
      'Dòng 1.4.3 không nhỏ hơn cột "Tổng số TTHC" ở dòng "UBND" của trang tính "Thủ tục theo cơ quan". ' +
        "TTHC cấp xã thường gồm hết TTHC của UBND, nên không ít hơn số của riêng UBND.",
    );
    const fed = describeRules(edition("tu-ky-2023"), english).find(
      ({ form, code, check: kind }) => form === 4 && code === "2.1" && kind === "fed",
    );
    expect(fed?.help).toContain('in rows "Cán bộ" and "Công chức" of the sheet');
  });

  it.each([
    ["part-online-listed", "tu-ky-2023", "7/6.4.2", "part-online"],
    ["part-online-listed", "hai-duong-2022", "7/6.4.2", "part-online"],
    ["part-online-listed", "dinh-hoa-2025", "3/3.2.1.b", "part-online"],
    ["full-online-listed", "two-tier-2025", "7/6.5.2", "full-online"],
    ["full-online-listed", "dinh-hoa-2025", "3/3.2.2.b", "full-online"],
  ])("%s in %s: %s is on the list", (name, id, row, column) => {
    const online = { body: "UBND", procedures: 139, [column]: 44 };
    expect(beside(id, { [row]: 43 }, "procedures-by-body", online)).toEqual([]);
    expect(beside(id, { [row]: 44 }, "procedures-by-body", online)).toEqual([]);
    expect(beside(id, { [row]: 45 }, "procedures-by-body", online)).toEqual([`${name} warning`]);
    expect(beside(id, { [row]: 45 }, "procedures-by-body", office("UBND", 139))).toEqual([]);
  });

  it.each([
    ["tu-ky-2023", "2/1.2"],
    ["hai-duong-2022", "2/1.3"],
    ["dinh-hoa-2025", "2/2.1"],
  ])("legal documents are among those issued: %s", (id, row) => {
    expect(beside(id, { [row]: 2 }, "legal-work", { issued: 2 })).toEqual([]);
    expect(beside(id, { [row]: 3 }, "legal-work", { issued: 2 })).toEqual(["legal-documents-issued warning"]);
  });

  it.each([
    ["tu-ky-2023", "7/6.4.3", "7/6.5.3", "7/6.7.2"],
    ["hai-duong-2022", "7/6.4.3", "7/6.5.3", "7/6.7.2"],
    ["two-tier-2025", "7/6.4.3", "7/6.5.3", "7/6.7.2"],
    ["dinh-hoa-2025", "3/3.2.1.c", "3/3.2.2.c", "3/3.2.4.b"],
  ])("where dossiers were filed online there are procedures that had some: %s", (id, part, full, all) => {
    const named = (rows: Rows, dossiers: TableRowValues) =>
      beside(id, rows, "online-services", dossiers).filter((name) => name.includes("have-procedures"));
    const online = { "dossiers-3-online": 5, "dossiers-4-online": 7 };
    expect(named({ [part]: 1, [full]: 1, [all]: 12 }, online)).toEqual([]);
    expect(named({ [part]: 0, [full]: 1, [all]: 12 }, online)).toEqual([
      "part-online-dossiers-have-procedures warning",
    ]);
    expect(named({ [part]: 0, [full]: 0, [all]: 12 }, online)).toEqual([
      "online-dossiers-have-procedures warning",
      "part-online-dossiers-have-procedures warning",
      "full-online-dossiers-have-procedures warning",
    ]);
    expect(
      named({ [part]: 0, [full]: 0, [all]: 0 }, { "dossiers-3-online": 0, "dossiers-4-online": 0 }),
    ).toEqual([]);
    // What is blank is not 0.
    expect(named({ [full]: 0, [all]: 12 }, { "dossiers-3-online": 5 })).toEqual([]);
  });

  it.each([
    ["tu-ky-2023", "7/6.8.1", "7/6.8.2"],
    ["dinh-hoa-2025", "3/3.2.5.a", "3/3.2.5.b"],
  ])("where fees were taken there are procedures with fees: %s", (id, all, payable) => {
    const fees = { "without-fee": 5, "with-fee": 3, "paid-online": 2 };
    expect(beside(id, { [all]: 1, [payable]: 1 }, "fees", fees)).toEqual([]);
    expect(beside(id, { [all]: 0, [payable]: 0 }, "fees", fees)).toEqual([
      "fee-dossiers-have-procedures warning",
      "paid-online-has-procedures warning",
    ]);
    expect(beside(id, { [all]: 0, [payable]: 0 }, "fees", { "without-fee": 5, "with-fee": 0 })).toEqual([]);
    expect(beside(id, {}, "fees", fees)).toEqual([]);
  });
});

describe("relations of dinh-hoa-2025", () => {
  it.each([
    ["online-procedures error", "3/3.2.3.a"],
    ["fee-procedures error", "3/3.2.5.a"],
    ["linked-same-level error", "3/3.3.1"],
    ["linked-between-levels error", "3/3.3.2"],
    ["place-independent error", "3/3.3.3"],
    ["new-procedures info", "3/3.1.1"],
  ])("%s: %s within all procedures in force", (name, part) => {
    expect(broken("dinh-hoa-2025", { [part]: 139, "3/3.1.3": 139 })).toEqual([]);
    expect(broken("dinh-hoa-2025", { [part]: 140, "3/3.1.3": 139 })).toEqual([name]);
  });

  it("parts of digital documents add up to 100, as far as they are rounded", () => {
    const parts = (full: number, parallel: number) => ({ "7/7.5.2.a": full, "7/7.5.2.b": parallel });
    expect(broken("dinh-hoa-2025", parts(98.17, 1.83))).toEqual([]);
    expect(broken("dinh-hoa-2025", parts(66.66, 33.33))).toEqual([]);
    expect(broken("dinh-hoa-2025", parts(98.17, 1.7))).toEqual(["electronic-and-parallel warning"]);
  });
});

describe("an edition's own rules", () => {
  const source = () => JSON.parse(JSON.stringify(edition("tu-ky-2023")));
  const faults = (rules: readonly unknown[]) => {
    const parsed = loadEdition("own.json", { ...source(), rules });
    return parsed.ok ? [] : parsed.fault.faults.map(({ path, message }) => `${path}: ${message}`);
  };
  const rule = (name: string, left: unknown, operator: string, right: unknown) => ({
    ...{ name, operator, severity: "error", says: "Lý do." },
    ...{ left: { sum: [left] }, right: { sum: [right] } },
  });

  it("name rows and columns that are there", () => {
    expect(
      faults([
        rule("a", "3/9.9", "=", "3/1"),
        rule("b", "3/1", "<=", { table: "staff", columns: ["group"] }),
        rule("c", "3/1", "<=", { table: "staff", columns: ["assigned"], rows: ["Cán bộ", "Cán bộ xã"] }),
      ]),
    ).toEqual([
      "rules.a: không có dòng 3/9.9",
      "rules.b: bảng staff không có cột số group",
      'rules.c: bảng staff không ghi sẵn dòng "Cán bộ xã"',
    ]);
  });

  it("are refused by name when no numbers could satisfy them together", () => {
    // 139 procedures are at least 10 and at most 5.
    expect(
      faults([
        rule("at-least", "3/1.4", ">=", { number: 10 }),
        rule("at-most", "3/1.4", "<=", { number: 5 }),
      ]),
    ).toEqual(["rules: các quy tắc mâu thuẫn nhau, không số liệu nào thỏa mãn: at-least, at-most"]);
    // The whole, within one of its parts, leaves nothing for the others.
    expect(faults([rule("turned", "6/2", "<=", "6/2.2")])).toEqual([
      "rules: các quy tắc mâu thuẫn nhau, không số liệu nào thỏa mãn: thành phần của dòng 6/2, turned",
    ]);
    expect(
      faults([
        rule("together", "1/5.1", "both-or-neither", "1/5"),
        rule("apart", "1/5", "never-both", "1/5.1"),
      ]),
    ).toEqual([
      "rules.together: mâu thuẫn với quy tắc apart: một quy tắc buộc hai vế cùng có, quy tắc kia cấm",
    ]);
  });

  it("go together in every edition that comes with the program", () => {
    for (const id of editionIds()) expect([id, deriveRules(edition(id)).length > 500]).toEqual([id, true]);
  });
});

describe("logical rules that contradict one another", () => {
  const rows = [{ code: "1" }, { code: "2" }, { code: "3" }, CHOICE];
  const faults = (...rules: readonly ReturnType<typeof rule>[]) =>
    ruleFaults(smallEdition(rows, { rules })).map(({ message }) => message);
  const rule = (
    name: string,
    left: readonly unknown[],
    operator: string,
    right: readonly unknown[],
    is: readonly [unknown, unknown] = ["filled", "filled"],
    missing = "skip-any",
  ) => ({
    ...{ name, operator, severity: "error", says: "Vì thế." },
    left: { sum: left, is: is[0], missing },
    right: { sum: right, is: is[1], missing },
  });
  const never = rule("never", ["1/1"], "never-both", ["1/2"]);

  it("are told with the row in which nothing could stand, and those of them that are needed for it", () => {
    const one = "các quy tắc mâu thuẫn nhau, dòng 1/1 không thể ghi số nào";
    const beside = rule("beside", ["1/3"], "implies", ["1/4"]);
    expect(faults(never)).toEqual([]);
    expect(faults(rule("then", ["1/1"], "implies", ["1/2"]), never, beside)).toEqual([`${one}: then, never`]);
    const [first, second] = [rule("a", ["1/1"], "implies", ["1/3"]), rule("b", ["1/3"], "implies", ["1/2"])];
    expect(faults(first, second, never)).toEqual([`${one}: a, b, never`]);
    // Round in a circle nothing is wrong.
    expect(faults(first, second, rule("c", ["1/2"], "implies", ["1/1"]))).toEqual([]);
    expect(faults(rule("self", ["1/1"], "never-both", ["1/1"]))).toEqual([`${one}: self`]);
  });

  it("ask for no number that a row cannot hold, and for no two", () => {
    const asks = (name: string, row: string, number: number) =>
      rule(name, ["1/1"], "implies", [row], ["filled", { equals: number }]);
    const one = "các quy tắc mâu thuẫn nhau, dòng 1/1 không thể ghi số nào";
    expect(faults(asks("two", "1/4", 2))).toEqual([`${one}: two`]);
    expect(faults(asks("one", "1/4", 1))).toEqual([]);
    expect(faults(asks("five", "1/2", 5), asks("six", "1/2", 6))).toEqual([`${one}: five, six`]);
  });

  it("leave room for the rows that a sum needs together", () => {
    const sum = rule("sum", ["1/1"], "=", ["1/2", "1/3"]);
    expect(faults(sum, never)).toEqual([
      "các quy tắc mâu thuẫn nhau, không thể cùng ghi dòng 1/1, 1/2, 1/3: sum, never",
    ]);
    expect(faults(rule("sum", ["1/1"], "=", ["1/2", "1/3"], ["filled", "filled"], "zero"), never)).toEqual(
      [],
    );
    const positive = rule("never", ["1/2"], "never-both", ["1/3"], ["positive", "positive"]);
    expect(faults(sum, positive)).toEqual([]);
  });

  it("and numbers stay within what a choice or a per cent may be", () => {
    expect(faults(rule("five", ["1/4"], "=", [{ number: 5 }]))).toEqual([
      "các quy tắc mâu thuẫn nhau, không số liệu nào thỏa mãn: giới hạn 1 của dòng 1/4, five",
    ]);
    expect(faults(rule("one", ["1/4"], "<=", [{ number: 1 }]))).toEqual([]);
  });
});

describe("relations that contradict one another", () => {
  const relation = (name: string, terms: object, operator: "=" | "<=", bound = 0): LinearRelation => ({
    ...{ name, operator, bound },
    coefficients: new Map(Object.entries(terms)),
  });

  it("are told as a smallest set, without those that only stand beside", () => {
    const names = contradiction([
      relation("beside", { d: 1, e: -1 }, "<="),
      relation("a within b", { a: 1, b: -1 }, "<="),
      relation("b within c", { b: 1, c: -1 }, "<="),
      relation("c less than a", { c: 1, a: -1 }, "<=", -1),
    ]).map(({ name }) => name);
    expect(names).toEqual(["a within b", "b within c", "c less than a"]);
  });

  it("are none where values meet at the limit", () => {
    expect(
      contradiction([
        relation("a within b", { a: 1, b: -1 }, "<="),
        relation("b within a", { b: 1, a: -1 }, "<="),
      ]),
    ).toEqual([]);
    expect(contradiction([relation("a is 1", { a: 1 }, "=", 1)])).toEqual([]);
    expect(contradiction([relation("a is 0", { a: 1 }, "=", 0)])).toHaveLength(1);
  });
});
