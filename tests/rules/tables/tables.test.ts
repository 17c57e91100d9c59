import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { allTables } from "../../../src/forms/tables.js";
import { evaluate, findingsOf, reevaluate, ruleSetOf } from "../../../src/rules/evaluate.js";
import type { Finding } from "../../../src/rules/finding.js";
import { deriveTableRules } from "../../../src/rules/tables/derive.js";
import { inSeries } from "../../../src/rules/tables/register.js";
import thanhMienTables from "../../fixtures/thanh-mien-2023-q3.tables.json" with { type: "json" };
import { check, lines, sentences } from "../../support/check.js";
import { misplacedDocuments } from "../../support/register.js";
import { edition, thanhMienData } from "../../support/report-data.js";
import { formNumber, reportWithTables } from "../../support/table-books.js";

const ID = "hai-duong-2022";
const WINDOW = { period: "quarter-3", year: 2023, from: "2023-06-10", to: "2023-09-09" };

/** The lines about tables, and about forms against tables. */
async function on(
  tables: Parameters<typeof reportWithTables>[1],
  forms: Readonly<Record<string, string | number>> = {},
): Promise<readonly string[]> {
  const { findings } = check(await reportWithTables(ID, tables, forms, WINDOW));
  return lines(findings).filter((line) => /cross\.|-|documents|satisfaction|fees|staff|budget/.test(line));
}

async function told(tables: Parameters<typeof reportWithTables>[1]): Promise<readonly string[]> {
  const { findings } = check(await reportWithTables(ID, tables, {}, WINDOW));
  return sentences(
    findings.filter(({ place }) => place.kind === "table"),
    edition(ID),
  );
}

describe("quarter III 2023 of thị trấn Thanh Miện, its tables as told in the narrative", () => {
  const forms = Object.fromEntries(
    Object.entries(thanhMienData.forms).flatMap(([form, rows]) =>
      Object.entries(rows).map(([code, value]) => [`${form}/${code}`, value]),
    ),
  );
  let findings: readonly Finding[];

  beforeAll(async () => {
    const report = await reportWithTables(ID, thanhMienTables, forms, thanhMienData.info);
    findings = check(report).findings.filter(
      ({ place, rule }) => place.kind === "table" || rule === "cross.mismatch",
    );
  });

  it("has exactly the findings that its numbers deserve", () => {
    const ofTables = lines(findings).filter((line) => !line.endsWith(" info") && !line.includes(" 7/"));
    expect(ofTables).toEqual([
      "value.missing documents/16/date warning",
      "value.duplicate documents/18/number error",
      "value.order documents/14/date warning",
      "total.mismatch dossiers-by-field/total/received-total error",
      "total.mismatch dossiers-by-field/total/received-direct error",
      "ratio.mismatch satisfaction/1/satisfied-ratio warning",
      "cross.mismatch online-services/1/dossiers-3-online warning",
    ]);
    // The form states 905 dossiers received online, the table 922; and the dossiers that were resolved
    // (922) as those received (944).
    expect(lines(findings).filter((line) => line.startsWith("cross.mismatch 7/"))).toEqual([
      "cross.mismatch 7/6.7.1 info",
      "cross.mismatch 7/6.7.2 warning",
    ]);
  });

  it("tells each in one sentence: what stands, what was expected, what to do", () => {
    const of = (rule: string) =>
      sentences(
        findings.filter((finding) => finding.rule === rule),
        edition(ID),
      );
    expect(of("value.duplicate")).toEqual([
      "Quyết định số 59/QĐ-UBND trùng số với Quyết định số 59/QĐ-UBND ngày 03/8/2023 ở dòng 17. " +
        "Hai văn bản cùng loại trong một năm không thể cùng số. Kiểm tra lại số.",
    ]);
    expect(of("value.order")).toEqual([
      "Công văn số 376/UBND-VP ngày 19/7/2023 không theo thứ tự số và ngày: liền trước là số 332 ngày " +
        "21/7/2023, liền sau là số 389 ngày 17/8/2023. Kiểm tra lại số hoặc ngày.",
    ]);
    expect(of("value.missing")).toEqual(['Chưa điền cột "Ngày ban hành" của dòng này. Điền cho đủ.']);
    expect(of("total.mismatch")).toEqual([
      'Dòng tổng cộng ghi 944 ở cột "Số lượng hồ sơ tiếp nhận: Tổng số" nhưng cộng các dòng được ' +
        "279 + 605 + 37 + 15 + 1 = 937, chênh 7. Sửa dòng tổng cộng hoặc số của từng dòng.",
      'Dòng tổng cộng ghi 22 ở cột "Số lượng hồ sơ tiếp nhận: Trong kỳ, Trực tiếp, dịch vụ bưu chính" ' +
        "nhưng cộng các dòng được 0 + 0 + 0 + 15 + 0 = 15, chênh 7. " +
        "Sửa dòng tổng cộng hoặc số của từng dòng.",
    ]);
    expect(of("cross.mismatch")[0]).toBe(
      'Ô ghi 922, nhỏ hơn 944 ở các cột "Số lượng hồ sơ tiếp nhận: Trong kỳ, Trực tuyến" và ' +
        '"Số lượng hồ sơ tiếp nhận: Trong kỳ, Trực tiếp, dịch vụ bưu chính" của trang tính ' +
        '"Hồ sơ theo lĩnh vực". Hầu hết TTHC của xã thường có trực tuyến, nên hai số gần bằng nhau, ' +
        "trừ khi còn TTHC không trực tuyến. Kiểm tra lại các ô này.",
    );
  });

  it("agrees where the form cuts what the table has in full đồng", () => {
    expect(lines(findings).filter((line) => line.includes("6/1."))).toEqual([]);
  });

  it("gives the cell, the row and the related cell of a finding", () => {
    const duplicate = findings.find(({ rule }) => rule === "value.duplicate");
    expect(duplicate?.place).toMatchObject({
      kind: "table",
      table: "documents",
      row: 18,
      column: "number",
      address: { sheet: "Văn bản đã ban hành", row: 22, column: 3 },
    });
    expect(duplicate?.related).toEqual([{ table: "documents", row: 17, column: "number" }]);
  });
});

describe("values in a table", () => {
  const row = (values: object) => ({ "dossiers-by-field": [{ field: "Hộ tịch", ...values }] });

  it.each([
    ["words", { "received-online": "nhiều" }, ["value.type dossiers-by-field/1/received-online error"]],
    [
      "a negative count",
      { "received-online": -3 },
      ["value.negative dossiers-by-field/1/received-online error"],
    ],
    [
      "half a dossier",
      { "received-online": 1.5 },
      ["value.integer dossiers-by-field/1/received-online error"],
    ],
  ])("find %s", async (_what, values, expected) => {
    expect((await on(row(values))).filter((line) => line.includes("/1/received-online"))).toEqual(expected);
  });

  it("find a number that reads two ways", async () => {
    expect(await on({ budget: [{ item: "Tổng thu ngân sách", done: "3.000" }] })).toContain(
      "value.ambiguous budget/1/done warning",
    );
  });

  it("let revenue exceed its estimate, and no other ratio exceed 100", async () => {
    const ratio = { item: "Tổng thu ngân sách", estimate: 100_000_000, done: 120_000_000 };
    expect(await on({ budget: [ratio] })).toEqual([]);
    expect(
      await on({ "task-progress": [{ content: "Việc", executor: "Văn phòng", completion: 120 }] }),
    ).toEqual(["value.percent-range task-progress/2/completion error"]);
  });

  it("find days that are none, and types that no list has", async () => {
    const document = { type: "Mật lệnh", number: 1, date: "31/2/2023", subject: "Kiểm tra" };
    expect(await told({ documents: [document] })).toEqual([
      'Ô ghi "Mật lệnh", không có trong danh sách của cột "Loại văn bản" (gồm: Nghị quyết; Quyết định; Chỉ thị; ' +
        "Kết luận; Kế hoạch; Chương trình; Đề án; Phương án; …). " +
        "Chọn trong danh sách; nếu đúng như vậy thì giữ nguyên.",
      'Ô ghi "31/2/2023", không phải là ngày. Ghi ngày/tháng/năm, ví dụ 14/6/2023.',
    ]);
  });

  it("say nothing of a table that nobody has filled", async () => {
    const everything = Object.fromEntries(allTables().map(({ id }) => [id, []]));
    const report = await reportWithTables(ID, everything);
    expect(report.tables.size).toBe(20);
    expect(
      lines(check(report).findings).filter((line) => line.includes("/total/") || line.startsWith("cross")),
    ).toEqual([]);
  });
});

describe("what the columns of a row owe to one another", () => {
  it("total, difference, part and whole", async () => {
    const row = { field: "Hộ tịch", "received-total": 9, "received-online": 5, "received-direct": 3 };
    expect(await told({ "dossiers-by-field": [row] })).toEqual([
      'Cột "Số lượng hồ sơ tiếp nhận: Tổng số" ghi 9 nhưng 5 + 3 + 0 = 8. Sửa số này hoặc các cột thành phần.',
    ]);
    expect(
      await on({ "dossiers-by-field": [{ field: "Hộ tịch", "received-online": 5, "resolved-late": 6 }] }),
    ).toContain("part.exceeds dossiers-by-field/1/resolved-total error");
    expect(
      await on({
        digitisation: [{ received: 10, digitised: 8, "digitised-complete": 8, "not-digitised": 1 }],
      }),
    ).toContain("total.mismatch digitisation/1/not-digitised error");
  });

  it("parts that together exceed their whole", async () => {
    const staff = { group: "Công chức", assigned: 7, present: 7, university: 5, college: 4 };
    expect(await told({ staff: [staff] })).toContain(
      'Cột "Số có mặt" ghi 7, nhỏ hơn 0 + 5 + 4 + 0 = 9 của các cột thành phần. Kiểm tra các cột này.',
    );
  });

  it("ratios of several columns", async () => {
    const services = { "level-3": 68, "level-4": 44, "level-3-used": 20, "level-3-online": 16 };
    expect(
      await on({
        "online-services": [
          { ...services, "level-4-used": 8, "level-4-online": 7, "services-online-ratio": 30 },
        ],
      }),
    ).toEqual(["ratio.mismatch online-services/1/services-online-ratio error"]);
  });
});

describe("tables and forms", () => {
  const received = {
    "dossiers-by-field": [{ field: "Hộ tịch", "received-online": 537, "received-direct": 15 }],
  };

  it("agree by themselves as long as nobody overwrites the form", async () => {
    expect(await on(received)).toEqual([]);
    expect(await on(received, { "7/6.7.1": 552 })).toEqual([]);
  });

  it("are told when they differ, with the gravity that the edition declares", async () => {
    const resolved = {
      "dossiers-by-field": [{ field: "Hộ tịch", "received-online": 9, "resolved-early": 7 }],
    };
    expect(await on(resolved, { "3/3.3.1": 8 })).toEqual(["cross.mismatch 3/3.3.1 error"]);
    const documents = [{ type: "Kế hoạch", number: 9, date: "2023-07-03", subject: "Kiểm tra" }];
    expect(await on({ documents }, { "1/1": 25 })).toEqual(["cross.mismatch 1/1 warning"]);
  });

  it("bound the dossiers of online procedures by all dossiers, without taking one for the other", async () => {
    const carried = { "dossiers-by-field": [{ ...received["dossiers-by-field"][0], "received-carried": 8 }] };
    expect(await on(carried, { "7/6.7.1": 560, "7/6.7.2": 537 })).toEqual([]);
    expect(await on(carried, { "7/6.7.1": 561, "7/6.7.2": 537 })).toEqual(["cross.mismatch 7/6.7.1 error"]);
    expect(await on(carried, { "7/6.7.1": 552, "7/6.7.2": 538 })).toEqual(["cross.mismatch 7/6.7.2 error"]);
    expect(await on(carried, { "7/6.7.1": 551, "7/6.7.2": 536 })).toEqual([
      "cross.mismatch 7/6.7.1 info",
      "cross.mismatch 7/6.7.2 warning",
    ]);
  });

  it("compare what a task's words say with its rate", async () => {
    const task = (done: string, completion?: number) =>
      on({
        "task-progress": [
          {
            content: "Việc",
            executor: "Văn phòng",
            done,
            ...(completion === undefined ? {} : { completion }),
          },
        ],
      });
    expect(await task("Hoàn thành", 100)).toEqual([]);
    expect(await task("Hoàn thành", 99)).toEqual(["cross.mismatch task-progress/2/completion warning"]);
    expect(await task("Đang thực hiện", 99)).toEqual([]);
    expect(await task("đang thực hiện (chờ kinh phí)", 100)).toEqual([
      "cross.mismatch task-progress/2/completion warning",
    ]);
    expect(await task("Hoàn thành")).toEqual(["cross.mismatch task-progress/2/completion warning"]);
    expect(await task("Chưa hoàn thành", 100)).toEqual(["cross.mismatch task-progress/2/completion warning"]);
    expect(await task("Theo kế hoạch", 100)).toEqual([]);
  });

  it("count tasks, and those at 100 %", async () => {
    const task = (completion: number) => ({
      content: `Việc ${completion}`,
      executor: "Văn phòng",
      completion,
    });
    const tasks = { "task-progress": [task(100), task(80), task(99)] };
    expect(await on(tasks, { "1/2.1": 3, "1/2.2": 1 })).toEqual([]);
    expect(await on(tasks, { "1/2.1": 25, "1/2.2": 22 })).toEqual([
      "cross.mismatch 1/2.1 error",
      "cross.mismatch 1/2.2 error",
    ]);
  });

  it("take a ratio and let it be rounded or cut", async () => {
    const documents = { "electronic-documents": [{ "outgoing-electronic": 2, "outgoing-parallel": 1 }] };
    for (const stated of [66.67, 66.6, 67, 66])
      expect(await on(documents, { "7/5.2.3": stated })).toEqual([]);
    expect(await on(documents, { "7/5.2.3": 100 })).toEqual(["cross.mismatch 7/5.2.3 error"]);
  });

  it("two tables must have the same totals, where the workbook has both", async () => {
    const digitisation = [{ received: 540, digitised: 540, "digitised-complete": 540, resolved: 500 }];
    expect(await on({ digitisation })).toEqual([]);
    expect(await on({ digitisation, ...received })).toEqual(["cross.mismatch digitisation/1/received error"]);
    // All dossiers of the services are all that came in the period, not those carried over too.
    const services = (all: number) => ({ "online-services": [{ "dossiers-all": all }] });
    const carried = {
      "dossiers-by-field": [
        { field: "a", "received-online": 5, "received-direct": 3, "received-carried": 2 },
      ],
    };
    const told = async (all: number) =>
      (await on({ ...services(all), ...carried })).filter((line) => line.includes("dossiers-all"));
    expect(await told(8)).toEqual([]);
    expect(await told(10)).toEqual(["cross.mismatch online-services/1/dossiers-all warning"]);
    expect(await told(7)).toEqual(["cross.mismatch online-services/1/dossiers-all warning"]);
  });
});

describe("the register of documents", () => {
  const document = (number: number | string, date: string | null, more: object = {}) => ({
    ...{ type: "Kế hoạch", number, symbol: "KH-UBND", subject: `Văn bản ${number} ${date}`, ...more },
    ...(date === null ? {} : { date }),
  });
  const register = (...documents: readonly object[]) =>
    on({ documents: documents.map((one) => ({ ...one })) }).then((all) =>
      all.filter((line) => /duplicate|order|window/.test(line)),
    );

  it("lets numbers begin anew each year, for each type and each issuer", async () => {
    expect(
      await register(
        document(1, "2023-06-20"),
        document(1, "2023-06-20", { type: "Quyết định", symbol: "QĐ-UBND" }),
        document(1, "2023-06-20", { type: "Nghị quyết", symbol: "NQ-HĐND" }),
        document(1, "2023-06-20", { issuer: "Đảng ủy", symbol: "KH-ĐU" }),
      ),
    ).toEqual([]);
    expect(await register(document(7, "2023-07-01"), document("07/KH", "2023-07-01"))).toEqual([
      "value.duplicate documents/2/number error",
    ]);
  });

  it("doubts one document that two rows give to different issuers", async () => {
    const letter = (more: object, day = "2023-07-13") =>
      document(271, day, { type: "Công văn", symbol: "UBND-NV", subject: "báo cáo CCHC", ...more });
    const huyện = { issuer: "UBND huyện Tứ Kỳ" };
    expect(await register(letter({}), letter(huyện))).toEqual(["value.duplicate documents/2/issuer warning"]);
    // Another subject, day or symbol: two offices may meet at one number.
    expect(await register(letter({}), letter({ ...huyện, subject: "thu ngân sách" }))).toEqual([
      "value.duplicate documents/2/issuer info",
    ]);
    expect(await register(letter({}), letter(huyện, "2023-07-14"))).toEqual([]);
    expect(await register(letter({}), letter({ ...huyện, symbol: "UBND-VP" }))).toEqual([]);
    expect(await register(letter({ symbol: "" }), letter({ ...huyện, symbol: "" }))).toEqual([]);
    // The office itself, left out or named, is one issuer: then the number is there twice.
    expect(await register(letter(huyện), letter(huyện))).toEqual([
      "value.duplicate documents/2/number error",
    ]);
  });

  it("knows days outside the data window", async () => {
    expect(
      await register(document(1, "2023-06-09"), document(2, "2023-06-10"), document(3, "2023-09-10")),
    ).toEqual(["period.window documents/1/date warning", "period.window documents/3/date warning"]);
  });

  it("counts as issued only what lies inside the data window, on the sheet and in the rule alike", async () => {
    const told = async (stated: Readonly<Record<string, number>>, ...days: readonly (string | null)[]) => {
      const documents = days.map((day, index) => document(index + 1, day));
      const report = await reportWithTables("tu-ky-2023", { documents }, stated, WINDOW);
      return {
        computed: formNumber(report, "1/1"),
        told: lines(check(report).findings).filter((line) => line.includes("1/1 ")),
      };
    };
    const days = ["2023-06-09", "2023-06-10", "2023-09-09", "2023-09-10", null] as const;
    // Two days outside; the one without a day counts.
    expect(await told({}, ...days)).toEqual({ computed: 3, told: [] });
    expect(await told({}, "2023-01-05")).toEqual({ computed: 0, told: [] });
    expect(await told({})).toEqual({ computed: null, told: ["value.missing 1/1 warning"] });
    expect(await told({ "1/1": 3 }, ...days)).toEqual({ computed: 3, told: [] });
    expect(await told({ "1/1": 5 }, ...days)).toEqual({ computed: 5, told: ["cross.mismatch 1/1 warning"] });
  });

  it("notes what was issued on a Saturday or a Sunday", async () => {
    const weekend = async (date: string) =>
      (await on({ documents: [document(1, date)] })).filter((line) => line.startsWith("value.weekend"));
    expect(await weekend("2023-06-16")).toEqual([]);
    expect(await weekend("2023-06-17")).toEqual(["value.weekend documents/1/date info"]);
    expect(await weekend("2023-06-18")).toEqual(["value.weekend documents/1/date info"]);
    expect(await weekend("2023-06-19")).toEqual([]);
  });

  it("takes types that are numbered apart as series of their own", async () => {
    const notice = (number: number, date: string) => document(number, date, { type: "Thông báo" });
    const plans = [1, 2, 3].map((number) => document(number, `2023-08-0${number}`));
    const notices = [101, 102, 103].map((number) => notice(number, `2023-07-0${number - 100}`));
    expect(await register(...plans, ...notices)).toEqual([]);
  });

  it("finds nothing out of order where dates follow the numbers, and the one stray where one strays", () => {
    const registered = (number: number, serial: number) =>
      inSeries({
        ...{
          type: "kế hoạch",
          number,
          numberText: String(number),
          issuer: "",
          name: `Kế hoạch số ${number}`,
        },
        ...{ issuerText: "", symbol: "", subject: "" },
        date: { year: 2023, month: 7 + Math.floor(serial / 28), day: 1 + (serial % 28) },
        row: { kind: "record" as const, row: number, cells: new Map() },
      });
    const misplaced = (documents: readonly ReturnType<typeof registered>[]) =>
      misplacedDocuments(documents).map(({ document }) => document.number);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 110 }), { minLength: 6, maxLength: 60 }),
        fc.nat(),
        (serials, choice) => {
          const sorted = [...serials].sort((a, b) => a - b);
          const documents = sorted.map((serial, index) => registered(index + 1, serial));
          expect(misplaced(documents)).toEqual([]);
          const stray = 2 + (choice % (documents.length - 2));
          const moved = documents.map((one, index) => (index === stray ? registered(index + 1, 0) : one));
          expect(misplaced(moved)).toEqual([stray + 1]);
        },
      ),
    );
  });
});

describe("rules of tables", () => {
  it("are made of data", () => {
    const rules = allTables().flatMap(deriveTableRules);
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
  });

  it("run again only where something changed, and give what a full run gives", async () => {
    const rules = ruleSetOf(edition(ID));
    const data = (online: number, received: number, typed: number) =>
      reportWithTables(
        ID,
        {
          "dossiers-by-field": [{ field: "Hộ tịch", "received-online": online }],
          digitisation: [{ received }],
          documents: [{ type: "Kế hoạch", number: 1, date: "2023-07-01", subject: "Kế hoạch" }],
        },
        { "7/6.7.2": typed },
        WINDOW,
      );
    const number = fc.integer({ min: 1, max: 3 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(number, number, number), fc.tuple(number, number, number), async (a, b) => {
        const first = { report: await data(...a), earlier: null };
        const second = { report: await data(...b), earlier: null };
        const before = evaluate(rules, first);
        const changed = [...second.report.values.keys()];
        const after = reevaluate(before, second, changed);
        expect(findingsOf(after)).toEqual(findingsOf(evaluate(rules, second)));
        // What no change reaches is not worked out again.
        expect(after.tables.outcomes.get("documents")).toBe(before.tables.outcomes.get("documents"));
      }),
      { numRuns: 8 },
    );
  });
});
