import { editionIds } from "../forms/catalogue.js";
import type { XlsxWorkbook } from "../hosts/xlsx/open.js";
import { type Book, type FormsBook, open } from "../jobs/open.js";
import { fileFaultsInWords } from "./file-fault-words.js";
import { openBook } from "./files.js";
import { Unusable } from "./io.js";
import { jobFaultInWords } from "./job-fault-words.js";

/** A workbook of ours, open and read. */
interface ReportBook extends FormsBook {
  readonly workbook: XlsxWorkbook;
}

/** Opens and reads a report workbook. @throws Unusable when it is none */
export async function readBook(path: string): Promise<ReportBook> {
  const workbook = await openBook(path);
  const opened = await open(workbook);
  if (!opened.ok) throw new Unusable(path, jobFaultInWords(opened.fault));
  return { workbook, ...requireForms(path, opened.value) };
}

/** The forms that a workbook holds. @throws Unusable when it holds none, or none that can be used */
export function requireForms<Forms extends { readonly kind: "forms" }>(
  path: string,
  book: Exclude<Book, FormsBook> | (Forms & Pick<Book, "standing">),
): Forms {
  if (!book.standing) {
    throw new Unusable(
      path,
      'không tìm thấy biểu mẫu CCHC nào (trang tính "Biểu mẫu 1" đến "Biểu mẫu 7"). Chọn đúng tệp, hoặc tạo tệp mới bằng lệnh cchc new.',
    );
  }
  switch (book.kind) {
    case "forms":
      return book;
    case "foreign":
      throw new Unusable(
        path,
        book.faults === null
          ? `không có bộ biểu mẫu ${book.edition}. Các bộ hiện có: ${editionIds().join(", ")}.`
          : fileFaultsInWords("bộ biểu mẫu", book.faults),
      );
    case "empty":
      throw new Unusable(
        path,
        'không nhận ra bộ biểu mẫu: ô "Bộ biểu mẫu" ở trang tính Thông tin chung trống hoặc đã bị sửa. Ghi lại mã bộ biểu mẫu, ví dụ tu-ky-2023.',
      );
  }
}
