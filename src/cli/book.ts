import type { Edition } from "../forms/schema.js";
import type { XlsxWorkbook } from "../hosts/xlsx/open.js";
import type { Report } from "../report/report.js";
import { isReportWorkbook } from "../workbook/reading/identify.js";
import { readReport } from "../workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import { editionOfBook } from "./editions.js";
import { openBook } from "./files.js";
import { Unusable } from "./io.js";

/** A workbook of ours, open and read. */
export interface ReportBook {
  readonly path: string;
  readonly book: XlsxWorkbook;
  readonly edition: Edition;
  readonly snapshot: WorkbookSnapshot;
  readonly report: Report;
}

/** Opens and reads a report workbook. @throws Unusable when it is none */
export async function readBook(path: string): Promise<ReportBook> {
  const book = await openBook(path);
  const captured = await book.capture();
  if (!captured.ok) throw new Unusable(path, captured.fault.message);
  if (!isReportWorkbook(captured.value)) {
    throw new Unusable(
      path,
      'không tìm thấy biểu mẫu CCHC nào (sheet "Biểu mẫu 1" đến "Biểu mẫu 7"). Chọn đúng tệp, hoặc tạo tệp mới bằng lệnh cchc new.',
    );
  }
  const edition = editionOfBook(path, captured.value);
  return { path, book, edition, snapshot: captured.value, report: readReport(edition, captured.value) };
}
