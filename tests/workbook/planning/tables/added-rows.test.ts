import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { check, lines } from "../../../support/check.js";
import { bookWith, formNumber, reportFrom, typeInForms, typeRows } from "../../../support/table-books.js";

const ID = "hai-duong-2022";
const SHEET = "Hồ sơ theo lĩnh vực";

async function done(outcome: Promise<{ readonly ok: boolean }>): Promise<void> {
  if (!(await outcome).ok) throw new Error("refused");
}

describe("rows inserted into a table", () => {
  it("keep the total, the form that it feeds and the checks right, wherever they are inserted", async () => {
    const insertion = fc.record({
      offset: fc.integer({ min: 1, max: 15 }),
      value: fc.integer({ min: 0, max: 999 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(insertion, { minLength: 1, maxLength: 4 }), async (insertions) => {
        const book = await bookWith(ID, ["dossiers-by-field"]);
        await typeRows(ID, book, {
          "dossiers-by-field": [{ field: "Hộ tịch", "received-online": 100, "resolved-early": 100 }],
        });
        for (const [index, { offset, value }] of insertions.entries()) {
          const before = 7 + offset;
          await done(book.insertRows({ sheet: SHEET, before, count: 1 }));
          const cell = (column: number) => ({ sheet: SHEET, row: before, column });
          await done(
            book.write([
              { cell: cell(2), value: `Lĩnh vực ${index}` },
              { cell: cell(4), value },
              { cell: cell(8), value },
            ]),
          );
        }
        const sum = insertions.reduce((total, { value }) => total + value, 100);
        const report = await reportFrom(ID, book);
        expect(formNumber(report, "3/3.3.2")).toBe(sum);
        expect(formNumber(report, "3/3.3.1")).toBe(sum);
        const wrong = lines(check(report).findings).filter((line) => /mismatch|dossiers-by-field/.test(line));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("above the first row, where no formula is taken over, are told", async () => {
    const book = await bookWith(ID, ["dossiers-by-field"]);
    await typeRows(ID, book, {
      "dossiers-by-field": [{ field: "Hộ tịch", "received-online": 100, "resolved-early": 100 }],
    });
    await done(book.insertRows({ sheet: SHEET, before: 7, count: 1 }));
    const cell = (column: number) => ({ sheet: SHEET, row: 7, column });
    await done(
      book.write([
        { cell: cell(4), value: 5 },
        { cell: cell(8), value: 5 },
      ]),
    );
    const report = await reportFrom(ID, book);
    expect(formNumber(report, "3/3.3.2")).toBe(105);
    expect(lines(check(report).findings).filter((line) => line.includes("dossiers"))).toEqual([
      "value.missing dossiers-by-field/1/field warning",
      "value.missing dossiers-by-field/1/received-total warning",
      "value.missing dossiers-by-field/1/resolved-total warning",
      "value.missing dossiers-by-field/1/progress-total warning",
      "total.mismatch dossiers-by-field/total/received-total error",
      "total.mismatch dossiers-by-field/total/resolved-total error",
    ]);
  });

  it("come of themselves when there are more than the sheet has, with their formulas", async () => {
    const book = await bookWith(ID, ["dossiers-by-field"]);
    const rows = Array.from({ length: 40 }, (_, i) => ({
      ...{ field: `Lĩnh vực ${i + 1}`, "received-online": i, "received-direct": 1, "resolved-early": i },
    }));
    await typeRows(ID, book, { "dossiers-by-field": rows });
    const report = await reportFrom(ID, book);
    const table = report.tables.get("dossiers-by-field");
    expect(table?.rows).toHaveLength(40);
    expect(table?.rows.at(-1)?.cells.get("received-total")?.reading).toMatchObject({ value: 40 });
    expect(table?.total?.get("received-total")?.reading).toMatchObject({ value: 820 });
    expect(formNumber(report, "3/3.3.1")).toBe(780);
    expect(lines(check(report).findings).filter((line) => line.includes("dossiers"))).toEqual([]);
  });

  it("stand under their own headings where rows come in groups", async () => {
    const book = await bookWith(ID, ["task-progress"]);
    const tasks = Array.from({ length: 7 }, (_, i) => ({
      content: `Việc ${i}`,
      executor: "Văn phòng",
      completion: i < 3 ? 100 : 50,
    }));
    await typeRows(ID, book, {
      "task-progress": [
        { content: "CẢI CÁCH THỂ CHẾ" },
        ...tasks,
        { content: "CẢI CÁCH TÀI CHÍNH CÔNG" },
        ...tasks,
      ],
    });
    const report = await reportFrom(ID, book);
    const rows = report.tables.get("task-progress")?.rows ?? [];
    const labels = rows.map(({ kind, cells }) => {
      const reading = cells.get("content")?.reading;
      return kind === "group" && reading?.kind === "text" ? reading.text : "task";
    });
    const under = (heading: string) => {
      const rest = labels.slice(labels.indexOf(heading) + 1);
      return rest.findIndex((label) => label !== "task");
    };
    expect(under("CẢI CÁCH THỂ CHẾ")).toBe(7);
    expect(under("CẢI CÁCH TÀI CHÍNH CÔNG")).toBe(7);
    expect([formNumber(report, "1/2.1"), formNumber(report, "1/2.2")]).toEqual([14, 6]);
  });

  it("go to the row that already has their label, so that filling twice is filling once", async () => {
    const book = await bookWith(ID, ["dossiers-by-field", "documents"]);
    const tables = {
      "dossiers-by-field": [{ field: "Đất đai", "received-online": 5 }],
      documents: [{ type: "Kế hoạch", number: 1, date: "2023-07-01", subject: "Kế hoạch kiểm tra" }],
    };
    await typeRows(ID, book, tables);
    await typeRows(ID, book, tables);
    const report = await reportFrom(ID, book);
    expect(report.tables.get("dossiers-by-field")?.rows.map(({ row }) => row)).toEqual([5]);
    expect(report.tables.get("documents")?.rows).toHaveLength(1);
    expect(formNumber(report, "1/1")).toBe(1);
  });
});

describe("a table that is added to a workbook in use", () => {
  it("feeds the cells that are blank and leaves typed ones alone", async () => {
    const book = await bookWith(ID, []);
    await typeInForms(ID, book, { "3/3.3.1": 922 });
    const dossiers = { field: "Hộ tịch", "received-online": 279, "resolved-early": 279 };
    await typeRows(ID, book, { "dossiers-by-field": [dossiers] });
    const report = await reportFrom(ID, book);
    expect([formNumber(report, "3/3.3.1"), formNumber(report, "3/3.3.2")]).toEqual([922, 279]);
    expect(lines(check(report).findings).filter((line) => line.startsWith("cross."))).toEqual([
      "cross.mismatch 3/3.3.1 error",
    ]);
  });
});
