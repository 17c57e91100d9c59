import { beforeAll, describe, expect, it } from "@jest/globals";
import type { WorkbookHost } from "../../src/hosts/port.js";
import { recogniseForms } from "../../src/jobs/adopt.js";
import { type CheckedForms, check } from "../../src/jobs/check.js";
import { checkSheetWork } from "../../src/jobs/check-sheet.js";
import { confirmFinding } from "../../src/jobs/confirm.js";
import { fill, prepareFill } from "../../src/jobs/fill.js";
import { proposeInsertion } from "../../src/jobs/insert.js";
import { open } from "../../src/jobs/open.js";
import { perform, type Work } from "../../src/jobs/perform.js";
import { sinceOf } from "../../src/jobs/since.js";
import type { Report } from "../../src/report/report.js";
import type { Finding } from "../../src/rules/finding.js";
import thanhMien from "../fixtures/thanh-mien-2023-q3.json" with { type: "json" };
import { valueOfResult } from "../hosts/results.js";
import { edition } from "../support/report-data.js";

const DAY = { year: 2023, month: 9, day: 14 };
const LATER = { year: 2023, month: 9, day: 20 };
const SHEET = "Phiếu kiểm tra";

/**
 * The printed check and what later checks make of it, over one host.
 *
 * @param create a host over a workbook without any sheet of ours
 */
export function describeCheckSheet(name: string, create: () => Promise<WorkbookHost>): void {
  describe(`the printed sheet of findings: ${name}`, () => {
    let host: WorkbookHost;
    beforeAll(async () => {
      host = await create();
      const empty = valueOfResult(await open(host));
      const work = proposeInsertion(empty, {
        edition: edition("hai-duong-2022"),
        info: {
          organization: "UBND thị trấn Thanh Miện",
          superior: "UBND huyện Thanh Miện",
          period: "quarter-3",
          year: 2023,
        },
        tables: [],
      });
      if (work === null) throw new Error("nothing is proposed");
      await carryOut(work);
      const book = await checked();
      const data = prepareFill(book, thanhMien);
      if (!data.ok) throw new Error(JSON.stringify(data.fault));
      await fill(host, book, data.value);
    }, 120_000);

    const checked = async (): Promise<CheckedForms> => {
      const book = valueOfResult(await check(host));
      if (book.kind !== "forms") throw new Error(`the workbook is ${book.kind}`);
      return book;
    };
    const carryOut = async (work: Work) => {
      const performed = await perform(host, work);
      if (performed.kind !== "done") throw new Error(JSON.stringify(performed.fault));
    };
    const textsOf = async (sheet: string): Promise<readonly (readonly string[])[]> => {
      const snapshot = valueOfResult(await host.capture("whole"));
      const found = snapshot.sheets.find((one) => one.name === sheet);
      return (found?.values ?? []).map((line) => line.map((value) => String(value ?? "")));
    };
    const said = async (sheet: string) => (await textsOf(sheet)).map((line) => line.join("|"));
    const finding = ({ judgement }: CheckedForms, rule: string): Finding => {
      const found = judgement.findings.find((one) => one.rule === rule);
      if (found === undefined) throw new Error(`no ${rule}`);
      return found;
    };

    const cellOf = ({ values }: Report, key: "3/1.4" | "7/6.7" | "1/1") => {
      const cell = values.get(key)?.address;
      if (!cell) throw new Error(`no cell for ${key}`);
      return cell;
    };

    it("knows of no earlier check at first", async () => {
      const book = await checked();
      expect(book.report.lastCheck).toBeNull();
      expect(sinceOf(book.judgement)).toBeNull();
    });

    it("says who, what, when, every defect once, and has room for hands and names", async () => {
      const { work, sheet, beside } = checkSheetWork(await checked(), DAY);
      expect({ sheet, beside }).toEqual({ sheet: SHEET, beside: false });
      await carryOut(work);
      const lines = await said(SHEET);
      expect(lines[0]).toContain("UBND HUYỆN THANH MIỆN");
      expect(lines[1]).toContain("UBND THỊ TRẤN THANH MIỆN");
      expect(lines[2]).toContain("PHIẾU KIỂM TRA SỐ LIỆU");
      expect(lines[3]).toContain("quý III năm 2023");
      expect(lines[4]).toMatch(
        /^Kết quả kiểm tra ngày 14\/9\/2023: 1 lỗi, \d chỗ cần xem lại, 26 chỗ chưa điền, /,
      );
      expect(lines.filter((line) => line.includes("Tổng ghi 139"))).toEqual([
        "1|Lỗi|Biểu mẫu 3|D10|Dòng 1.4: Tổng ghi 139 nhưng dòng 1.4.3 ghi 157. Sửa tổng hoặc dòng thành phần. " +
          "Sửa theo một trong các cách sau làm khớp cả 2 quy tắc: dòng 1.4.3: 157 → 139; ô này: 139 → 157. " +
          "(Cùng nguyên nhân: Biểu mẫu 3, dòng 1.4.3, ô D11.)||",
      ]);
      expect(lines.some((line) => line.includes("NGƯỜI KIỂM TRA"))).toBe(true);
      expect(lines.some((line) => line.includes("ngày 14 tháng 9 năm 2023"))).toBe(true);
    });

    it("is the last check from then on: everything is still there, nothing new or fixed", async () => {
      const book = await checked();
      expect(book.report.lastCheck).toMatchObject({ day: "2023-09-14", sheet: SHEET });
      const since = sinceOf(book.judgement);
      expect(since).toMatchObject({ still: book.judgement.findings.length, fixed: [] });
      expect(since?.isNew.size).toBe(0);
    });

    it("tells what is new and what is fixed; another number of the same defect is neither", async () => {
      const { report } = await checked();
      await host.write([
        { cell: cellOf(report, "3/1.4"), value: 157 },
        { cell: cellOf(report, "7/6.7"), value: 97 },
        { cell: cellOf(report, "1/1"), value: "khoảng 25" },
      ]);
      const { judgement } = await checked();
      const since = sinceOf(judgement);
      expect([...(since?.isNew ?? [])].map(({ rule }) => rule)).toContain("value.type");
      expect(since?.fixed.map((one) => one.finding)).toEqual(
        expect.arrayContaining(["total.mismatch 3/1.4 < 3/1.4.3", "part.exceeds 3/1.4.3 < 3/1.4"]),
      );
      const ratio = judgement.findings.find(({ rule }) => rule === "ratio.mismatch");
      expect(ratio === undefined ? null : since?.isNew.has(ratio)).toBe(false);
    });

    it("tells confirmations with their reasons, and is made anew in its place", async () => {
      for (let turn = 0; turn < 2; turn++) {
        const book = await checked();
        const next = confirmFinding(book, finding(book, "ratio.mismatch"), "Số theo hệ thống của tỉnh");
        await carryOut(next.work);
        if (next.kind === "ready") break;
      }
      const { work, sheet, beside } = checkSheetWork(await checked(), LATER);
      expect({ sheet, beside }).toEqual({ sheet: SHEET, beside: false });
      await carryOut(work);
      const lines = await said(SHEET);
      expect(lines[4]).toContain("ngày 20/9/2023");
      expect(lines[5]).toMatch(
        /^So với phiếu kiểm tra ngày 14\/9\/2023: \d+ chỗ mới, \d+ chỗ còn, \d+ chỗ đã sửa\./,
      );
      const confirmed = lines.filter((line) => line.includes("Đã xác nhận"));
      expect(confirmed).toHaveLength(1);
      expect(confirmed[0]).toContain("Số theo hệ thống của tỉnh");
      expect(confirmed[0]).toMatch(/\|Dòng \d[\d.]*: /);
      expect(lines.filter((line) => line.includes("Tổng ghi 139"))).toEqual([]);
      expect(lines.filter((line) => line.includes("Tổng không khớp: dòng 1.4."))).toHaveLength(1);
      expect(lines.filter((line) => line.includes("NGƯỜI KIỂM TRA"))).toHaveLength(1);
    });

    it("stays where somebody has written on it: the next one stands beside it", async () => {
      const lines = await textsOf(SHEET);
      const first = lines.findIndex(([number]) => number === "1");
      await host.write([{ cell: { sheet: SHEET, row: first + 1, column: 7 }, value: "Đã sửa ngày 21/9" }]);
      const { work, sheet, beside } = checkSheetWork(await checked(), LATER);
      expect({ sheet, beside }).toEqual({ sheet: "Phiếu kiểm tra (2)", beside: true });
      await carryOut(work);
      expect((await said(SHEET)).join()).toContain("Đã sửa ngày 21/9");
      expect((await said(sheet))[4]).toContain("ngày 20/9/2023");
      // From then on the new one is the last check, and is made anew in its place.
      expect(checkSheetWork(await checked(), LATER)).toMatchObject({ sheet, beside: false });
    });

    it("is never taken for a form of hers", async () => {
      const snapshot = valueOfResult(await host.capture("whole"));
      const found = recogniseForms(snapshot, edition("hai-duong-2022"));
      expect(JSON.stringify(found)).not.toContain(SHEET);
    });
  });
}
