import { describe, expect, it } from "@jest/globals";
import thanhMienTables from "../fixtures/thanh-mien-2023-q3.tables.json" with { type: "json" };
import { check, lines } from "../support/check.js";
import { phuongKyData, type ReportData, thanhMienData } from "../support/report-data.js";
import { reportWithTables } from "../support/table-books.js";

/**
 * The contradictions that readers found in three printed reports, one line each, where the numbers
 * have cells in a form or a table; and the computations that they found right, on which nothing is said.
 */

const rowsOf = (data: ReportData) =>
  Object.fromEntries(
    Object.entries(data.forms).flatMap(([form, rows]) =>
      Object.entries(rows).map(([code, value]) => [`${form}/${code}`, value] as const),
    ),
  );

async function thanhMien(): Promise<readonly string[]> {
  const report = await reportWithTables(
    "hai-duong-2022",
    thanhMienTables,
    rowsOf(thanhMienData),
    thanhMienData.info,
  );
  return lines(check(report).findings);
}

describe("quarter III 2023 of thị trấn Thanh Miện", () => {
  it.each([
    ["form 3, 1.4 says 139, its part 157", "total.mismatch 3/1.4 error"],
    ["form 3, 1.4.3 above 1.4", "part.exceeds 3/1.4.3 error"],
    ["form 7, 6.7 says 98.17, 905/922 is 98,16", "ratio.mismatch 7/6.7 warning"],
    ["form 2, 2.2 says 0 without its parts", "value.missing 2/2.2.1 warning"],
    ["form 2, 3.2 says 0 without its parts", "value.missing 2/3.2.1 warning"],
    ["form 7, row 4 is blank", "value.missing 7/4 warning"],
    ["a number on the group row 1/3", "value.heading 1/3 info"],
    ["a number on the group row 5/1", "value.heading 5/1 info"],
    ["a number on the group row 5/2", "value.heading 5/2 info"],
    ["a number on the group row 6/2", "value.heading 6/2 info"],
    ["339 on the group row 7/5.1", "value.heading 7/5.1 info"],
    ["944 received by field are 937", "total.mismatch dossiers-by-field/total/received-total error"],
    ["22 received directly are 15", "total.mismatch dossiers-by-field/total/received-direct error"],
    ["816/922 satisfied is 88,50", "ratio.mismatch satisfaction/1/satisfied-ratio warning"],
    ["905 dossiers online in the form, 922 by field", "cross.mismatch 7/6.7.2 warning"],
    ["922 dossiers received in the form, 944 by field", "cross.mismatch 7/6.7.1 info"],
    ["59/QĐ-UBND of 3 and 28 August", "value.duplicate documents/18/number error"],
    ["376/UBND-VP of 19 July", "value.order documents/14/date warning"],
    ["401/UBND-VP without a date", "value.missing documents/16/date warning"],
  ])("finds: %s", async (_where, line) => {
    expect(await thanhMien()).toContain(line);
  });

  it("says nothing of a ratio or sum that is right", async () => {
    const said = await thanhMien();
    for (const right of ["3/3.3", "1/2", "7/6.4", "7/6.5", "7/6.6", "7/6.8", "4/2.2", "7/6.6.1", "6/1"]) {
      expect(said.filter((line) => new RegExp(`^(ratio|total|part|cross)\\S* ${right} `).test(line))).toEqual(
        [],
      );
    }
    expect(said.filter((line) => /^(ratio|total|part)\S* satisfaction/.test(line))).toHaveLength(1);
  });
});

describe("the first six months of 2023 of xã Phượng Kỳ", () => {
  const told = async (tables: Parameters<typeof reportWithTables>[1]) =>
    lines(
      check(await reportWithTables("tu-ky-2023", tables, rowsOf(phuongKyData), phuongKyData.info)).findings,
    );
  const document = (type: string, number: number, date: string, subject: string) => ({
    type,
    number,
    date,
    subject,
  });

  it("finds: 13 part-time workers are there, 6 were given", async () => {
    const group = "Người hoạt động không chuyên trách cấp xã";
    const said = await told({ staff: [{ group, assigned: 6, present: 13 }] });
    expect(said).toContain("part.exceeds staff/3/present error");
    expect(said).toContain("cross.mismatch 4/3.2 error");
  });

  it("finds: 167 procedures, of which the three offices have 163", async () => {
    const by = (body: string, procedures: number) => ({ body, procedures });
    const offices = [by("UBND", 139), by("Công an", 12), by("Quân sự", 12)];
    const table = "procedures-by-body";
    expect((await told({ [table]: offices })).filter((line) => line.includes(table))).toEqual([]);
    expect(await told({ [table]: [...offices, by("Tổng cộng", 167)] })).toContain(
      "total.mismatch procedures-by-body/total/procedures error",
    );
  });

  it("finds: 167 procedures, of which the three levels of service have 137", async () => {
    const levels = { "full-online": 56, "part-online": 62 };
    const list = (information: number) =>
      told({ "procedures-by-body": [{ body: "UBND", procedures: 167, ...levels, information }] });
    const line = "total.mismatch procedures-by-body/1/procedures warning";
    expect(await list(19)).toContain(line);
    expect((await list(49)).filter((said) => said.includes("procedures-by-body"))).toEqual([]);
  });

  it("finds: 59 tasks of 62 were told as on time, where the form says 62 of them", async () => {
    const tasks = { "1/4.1": 62, "1/4.2": 62, "1/4.3": 3, "1/4.4": 0 };
    expect(lines(check(await reportWithTables("tu-ky-2023", {}, tasks)).findings)).toContain(
      "part.exceeds 1/4.1 error",
    );
    const right = { ...tasks, "1/4.2": 59 };
    expect(
      lines(check(await reportWithTables("tu-ky-2023", {}, right)).findings).filter((line) =>
        line.includes("1/4"),
      ),
    ).toEqual([]);
  });

  it("finds: a plan of February 2023 for the year 2022", async () => {
    const plan = document("Kế hoạch", 10, "2023-02-14", "Kiểm soát TTHC năm 2022");
    expect(await told({ documents: [plan] })).toContain("value.year documents/1/date info");
    const right = document("Kế hoạch", 10, "2023-02-14", "Kiểm soát TTHC năm 2023");
    expect((await told({ documents: [right] })).filter((line) => line.startsWith("value.year"))).toEqual([]);
  });

  it("finds: decision 779 among numbers below 60", async () => {
    const decisions = [11, 23, 35, 48, 59].map((number, i) =>
      document("Quyết định", number, `2023-0${i + 1}-16`, `Về việc ${number}`),
    );
    const far = document("Quyết định", 779, "2023-05-17", "Quy chế hoạt động");
    expect(await told({ documents: [...decisions, far] })).toContain("value.far documents/6/number info");
    expect((await told({ documents: decisions })).filter((line) => line.startsWith("value.far"))).toEqual([]);
  });
});

describe("the inspection report of xã Phượng Kỳ", () => {
  it("finds: plan 21a of 14 and of 15 February, decision 15 before decision 8", async () => {
    const rows = [
      { type: "Kế hoạch", number: "21a", symbol: "KH-UBND", date: "2023-02-14", subject: "Một" },
      { type: "Kế hoạch", number: "21a", symbol: "KH-UBND", date: "2023-02-15", subject: "Hai" },
      { type: "Quyết định", number: 15, symbol: "QĐ-UBND", date: "2023-02-23", subject: "Ba" },
      { type: "Quyết định", number: 8, symbol: "QĐ-UBND", date: "2023-03-03", subject: "Bốn" },
    ];
    const said = lines(check(await reportWithTables("tu-ky-2023", { documents: rows })).findings);
    expect(said).toContain("value.duplicate documents/2/number error");
    expect(said.filter((line) => line.startsWith("value.order"))).toHaveLength(1);
  });
});
