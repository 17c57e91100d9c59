import { describe, expect, test } from "@jest/globals";
import { citationOf, sameDocuments } from "../../src/narrative/citation.js";
import type { TableReport } from "../../src/report/table-report.js";
import { reportWithTables } from "../support/table-books.js";

async function register(
  table: string,
  rows: readonly Readonly<Record<string, string | number>>[],
): Promise<TableReport> {
  const report = await reportWithTables("tu-ky-2023", { [table]: rows });
  const found = report.tables.get(table);
  if (found === undefined) throw new Error(`no table ${table}`);
  return found;
}

async function cited(
  row: Readonly<Record<string, string | number>>,
  table = "documents",
): Promise<string | undefined> {
  const filled = await register(table, [row]);
  return citationOf(filled.table, filled.rows)?.text;
}

describe("a document is cited", () => {
  const plan = { type: "Kế hoạch", number: 13, symbol: "KH-UBND", date: "2023-02-14" };

  test.each([
    [
      "with number, day and subject",
      { ...plan, subject: "Công tác tuyên truyền" },
      "Kế hoạch số 13/KH-UBND ngày 14/02/2023 về công tác tuyên truyền",
    ],
    [
      "of a Party body with a dash before its symbol",
      { type: "Quy chế", number: "03", symbol: "QC/TU", date: "2021-03-18", issuer: "Tỉnh ủy" },
      "Quy chế số 03-QC/TU ngày 18/3/2021 của Tỉnh ủy",
    ],
    [
      "without its type twice",
      { type: "Quy chế", date: "2023-01-10", subject: "Quy chế chi tiêu nội bộ" },
      "Quy chế ngày 10/01/2023 về chi tiêu nội bộ",
    ],
    [
      "with what was done after về việc",
      { ...plan, subject: "Triển khai Đề án 06" },
      "Kế hoạch số 13/KH-UBND ngày 14/02/2023 về việc triển khai Đề án 06",
    ],
    [
      "with the subject's own về",
      { ...plan, subject: "Về việc kiểm tra." },
      "Kế hoạch số 13/KH-UBND ngày 14/02/2023 về việc kiểm tra",
    ],
    [
      "with V/v written out",
      { ...plan, subject: "V/v kiểm tra" },
      "Kế hoạch số 13/KH-UBND ngày 14/02/2023 về việc kiểm tra",
    ],
    [
      "with an abbreviation left in capitals",
      { ...plan, number: 5, subject: "CCHC năm 2023" },
      "Kế hoạch số 05/KH-UBND ngày 14/02/2023 về CCHC năm 2023",
    ],
    [
      "with its issuer where another body issued it",
      { ...plan, type: "Quyết định", symbol: "QĐ-UBND", issuer: "UBND tỉnh", subject: "Quy chế làm việc" },
      "Quyết định số 13/QĐ-UBND ngày 14/02/2023 của UBND tỉnh về quy chế làm việc",
    ],
    ["without what its row lacks", { type: "Công văn", number: 401, subject: "" }, "Công văn số 401"],
  ])("%s", async (_, row, text) => expect(await cited(row)).toBe(text));

  test("a law by its name alone", async () => {
    expect(
      await cited({ type: "Luật", issuer: "Quốc hội", subject: "Ngân sách nhà nước" }, "standing-documents"),
    ).toBe("Luật Ngân sách nhà nước");
  });

  test("a Party's document with its dash", async () => {
    const row = { type: "Hướng dẫn", number: "22", symbol: "-HD/BTCTU", subject: "" };
    expect(await cited(row, "standing-documents")).toBe("Hướng dẫn số 22-HD/BTCTU");
  });

  test("once with its numbers where only those differ", async () => {
    const filled = await register("documents", [
      { ...plan, subject: "Niêm yết TTHC" },
      { ...plan, number: 14, subject: "Niêm yết TTHC" },
      { ...plan, number: 15, subject: "Việc khác" },
    ]);
    const groups = sameDocuments(filled.table, filled.rows);
    expect(groups.map((group) => citationOf(filled.table, group)?.text)).toEqual([
      "Kế hoạch số 13, 14/KH-UBND ngày 14/02/2023 về việc niêm yết TTHC",
      "Kế hoạch số 15/KH-UBND ngày 14/02/2023 về việc khác",
    ]);
  });
});
