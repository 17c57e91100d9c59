import { emptyWorkbook, type XlsxWorkbook } from "../../src/hosts/xlsx/open.js";
import { infoFromJson } from "../../src/workbook/filling/info-entries.js";
import { planReportWorkbook } from "../../src/workbook/planning/plan-workbook.js";
import { readReport } from "../../src/workbook/reading/read-report.js";
import { valueOfResult } from "../hosts/results.js";
import { edition, type ReportData, thanhMienData } from "../support/report-data.js";

/** Workbooks in memory, as a host holds them, for the tests of the jobs. */

/** A new workbook of an edition, with the information of the data and none of its numbers. */
export async function newBook(
  id = "hai-duong-2022",
  data: ReportData = thanhMienData,
): Promise<XlsxWorkbook> {
  const info = infoFromJson(edition(id), data.info);
  if (!info.ok) throw new Error("the information of the data is unsound");
  const book = emptyWorkbook();
  valueOfResult(await book.apply(planReportWorkbook(edition(id), info.value.entries)));
  return book;
}

/** The same with its numbers typed. */
export async function filledBook(
  id = "hai-duong-2022",
  data: ReportData = thanhMienData,
): Promise<XlsxWorkbook> {
  const book = await newBook(id, data);
  const { values } = readReport(edition(id), valueOfResult(await book.capture()));
  const edits = Object.entries(data.forms).flatMap(([form, rows]) =>
    Object.entries(rows).map(([code, value]) => {
      const cell = values.get(`${Number(form)}/${code}`)?.address;
      if (!cell) throw new Error(`no cell for ${form}/${code}`);
      return { cell, value };
    }),
  );
  valueOfResult(await book.write(edits));
  return book;
}
