import { beforeAll, describe, expect, it } from "@jest/globals";
import { eachIndicator, indicatorKey } from "../../../src/forms/indicators.js";
import type { Report } from "../../../src/report/report.js";
import { a1 } from "../../../src/values/address.js";
import { shortDay, toSerial } from "../../../src/values/day.js";
import { readEarlier } from "../../../src/workbook/reading/read-earlier.js";
import type { SheetSnapshot } from "../../../src/workbook/snapshot.js";
import { check, lines } from "../../support/check.js";
import { edition, thanhMienData } from "../../support/report-data.js";
import {
  type CarriedOut,
  carryOut,
  cellAt,
  filledBook,
  numbersOf,
  type TestBook,
  typed,
  valueCell,
} from "./books.js";

const ID = "hai-duong-2022";
const TYPED_RATIOS = [
  "1/2",
  "2/2.2",
  "2/3.2",
  "3/3.3",
  "3/3.4",
  "6/1",
  "7/6.4",
  "7/6.5",
  "7/6.6",
  "7/6.7",
  "7/6.8",
];
const PLACES = [{ id: "assigned-tasks", heading: "Nhiệm vụ được giao", prompt: "" }];

/** Rows of the printed report, in the order of the forms. */
const FILLED = [...eachIndicator(edition(ID))]
  .filter(({ form, indicator }) => thanhMienData.forms[form.number]?.[indicator.code] !== undefined)
  .map(({ form, indicator }) => indicatorKey(form.number, indicator.code));

function earlierOf({ report, snapshot }: TestBook): Report {
  const earlier = readEarlier(report.edition, snapshot);
  if (earlier === null) throw new Error("The workbook keeps no earlier values");
  return earlier;
}

/** What was typed into a sheet, by A1 reference: results of formulas are left out. */
function contents(sheet: SheetSnapshot | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (sheet?.values ?? []).flatMap((line, i) =>
      line.flatMap((value, j) => {
        const formula = sheet?.formulas[i]?.[j] ?? "";
        const content = formula === "" ? value : formula;
        if (content === null) return [];
        return [[a1({ row: (sheet?.top ?? 1) + i, column: (sheet?.left ?? 1) + j }), content] as const];
      }),
    ),
  );
}

describe("Thanh Miện, quarter III of 2023, made into the year 2023", () => {
  let before: TestBook;
  let after: CarriedOut;

  beforeAll(async () => {
    const info = { ...thanhMienData.info, number: "87", date: "2023-09-12", signerName: "Nguyễn Văn A" };
    const book = await filledBook(ID, { ...thanhMienData, info }, PLACES);
    const note = { ...valueCell(book, 3, "3.3.1"), column: 5 };
    const own = book.snapshot.names.find(({ name }) => name === "CCHC_TEXT_assigned_tasks")?.area;
    await book.host.write([
      { cell: note, value: "Gồm 3 hồ sơ chuyển tiếp" },
      {
        cell: { sheet: own?.sheet ?? "", row: own?.top ?? 0, column: own?.left ?? 0 },
        value: "- Đã làm xong.",
      },
    ]);
    before = await typed(book, {});
    after = await carryOut(before);
  });

  it("changes these cells and no others", () => {
    const changed = before.snapshot.sheets.map((sheet) => {
      const now = contents(after.snapshot.sheets.find(({ name }) => name === sheet.name));
      const then = contents(sheet);
      const cells = [...new Set([...Object.keys(then), ...Object.keys(now)])];
      return [sheet.name, cells.filter((cell) => then[cell] !== now[cell]).sort()];
    });
    const valueCells = (form: number) =>
      FILLED.filter((key) => key.startsWith(`${form}/`))
        .map((key) => a1(valueCell(before, form, key.slice(2))))
        .concat(form === 3 ? ["E18"] : [])
        .sort();
    expect(Object.fromEntries(changed)).toEqual({
      // Kỳ, từ ngày, đến ngày, số, ngày ban hành.
      "Thông tin chung": ["B11", "B12", "B13", "B16", "B9"],
      ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((form) => [`Biểu mẫu ${form}`, valueCells(form)])),
      // Her text is marked as one of the period before.
      "Nội dung bổ sung": ["B4"],
    });
  });

  it("leaves no number in a form, and gives eleven ratios their formulas back", () => {
    expect(numbersOf(after.report)).toEqual({});
    const refs = (list: readonly { form: number; code: string }[]) =>
      list.map(({ form, code }) => indicatorKey(form, code));
    expect(refs(after.account.restored)).toEqual(TYPED_RATIOS);
    expect(refs(after.account.cleared)).toEqual(FILLED.filter((key) => !TYPED_RATIOS.includes(key)));
    expect(cellAt(after, valueCell(after, 7, "6.7"))).toEqual({
      value: "",
      format: "General",
      formula: '=IFERROR(IF(OR(D30="",D31=""),"",ROUND(100*D31/D30,2)),"")',
    });
    expect(after.account).toMatchObject({ notes: 1, formulas: [], lost: [], lostInfo: [], texts: 1 });
  });

  it("carries the information but for period, days, number and date", () => {
    const { info } = after.report;
    expect(info).toEqual({
      ...before.report.info,
      period: "year",
      year: 2023,
      from: { year: 2022, month: 12, day: 10 },
      to: { year: 2023, month: 12, day: 9 },
      number: "",
      date: null,
    });
    expect(info.signerName).toBe("Nguyễn Văn A");
    expect(after.account.ownWindow).toBe(true);
    // Her text stays and says that it is of the period before.
    expect(after.report.texts.get("assigned-tasks")).toBe("[Chưa rà soát]\n- Đã làm xong.");
  });

  it("keeps every earlier value with its period, as it was read", () => {
    const earlier = earlierOf(after);
    expect(numbersOf(earlier)).toEqual(numbersOf(before.report));
    expect(numbersOf(earlier)).toMatchObject({ "6/1.1": 3000, "7/6.7": 98.17, "3/3.3.1": 922 });
    const { period, year, from, to } = earlier.info;
    expect({ period, year, from, to }).toEqual({
      period: "quarter-3",
      year: 2023,
      from: before.report.info.from,
      to: before.report.info.to,
    });
    expect(earlier.values.get("7/5.1")?.reading).toEqual({ kind: "text", text: "339" });
    expect(earlier.layout).toEqual([]);
  });

  it("shows them on a sheet: form, STT, label, value, note; what reads two ways as it was typed", () => {
    const sheet = after.snapshot.sheets.find(({ name }) => name === "Kỳ trước");
    expect(sheet?.values.slice(2, 6).map((line) => [line[0], line[2]])).toEqual([
      ["Kỳ báo cáo", "Quý III"],
      ["Năm", 2023],
      ["Số liệu tính từ ngày", toSerial({ year: 2023, month: 6, day: 10 })],
      ["Số liệu tính đến ngày", toSerial({ year: 2023, month: 9, day: 9 })],
    ]);
    const rows = sheet?.values.slice(8) ?? [];
    expect(rows).toHaveLength([...eachIndicator(edition(ID))].length);
    expect(rows.find((row) => row[0] === 3 && row[1] === "3.3.1")).toEqual([
      3,
      "3.3.1",
      "Tổng số hồ sơ TTHC đã giải quyết xong",
      922,
      "Gồm 3 hồ sơ chuyển tiếp",
    ]);
    expect(rows.find((row) => row[0] === 6 && row[1] === "1.1")?.slice(3)).toEqual(["3.000", null]);
    expect(rows.find((row) => row[0] === 7 && row[1] === "6.7")?.slice(3)).toEqual([98.17, null]);
  });

  it("lets the rules compare with them", async () => {
    const filled = await typed(after, {
      "1": { "2.1": 25, "2.2": 20, "5.1": 12000 },
      "6": { "1.1": 3000, "1.2": 2900 },
    });
    const { findings } = check(filled.report, earlierOf(filled));
    expect(lines(findings).filter((line) => line.startsWith("period."))).toEqual([
      "period.decrease 1/2.2 warning",
      "period.outlier 1/5.1 info",
    ]);
    expect(lines(check(filled.report).findings).filter((line) => line.startsWith("period."))).toEqual([]);
  });

  it("is made again for the period after, on the same sheet, with the new values", async () => {
    const year = await typed(after, { "1": { "1": 96, "2.1": 25, "2.2": 25 }, "3": { "3.3.1": 3100 } });
    const next = await carryOut(year);
    expect(next.account.next).toEqual({ period: "quarter-1", year: 2024 });
    expect(next.snapshot.sheets.map(({ name }) => name)).toEqual(
      after.snapshot.sheets.map(({ name }) => name),
    );
    expect(numbersOf(next.report)).toEqual({});
    const earlier = earlierOf(next);
    expect(numbersOf(earlier)).toEqual(numbersOf(year.report));
    expect(numbersOf(earlier)).toMatchObject({ "1/1": 96, "1/2": 100, "3/3.3.1": 3100 });
    expect([earlier.info.period, earlier.info.year]).toEqual(["year", 2023]);
    expect(next.report.info.from && shortDay(next.report.info.from)).toBe("10/12/2023");
    const notes = next.snapshot.sheets.find(({ name }) => name === "Kỳ trước")?.values.map((line) => line[4]);
    expect(notes?.slice(8).every((note) => note === null)).toBe(true);
  });
});
