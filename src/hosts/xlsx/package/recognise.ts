import { bookFault, type Outcome } from "../faults.js";

/** Other packages in a zip file that an officer may pick by mistake, with what to tell her. */
const OTHERS: readonly (readonly [part: string, message: string])[] = [
  [
    "xl/workbook.bin",
    "Tệp ở định dạng Excel nhị phân (.xlsb). Hãy mở tệp bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx) rồi thử lại.",
  ],
  [
    "word/document.xml",
    "Đây là tệp Word (.docx), không phải tệp Excel. Hãy chọn tệp .xlsx đã điền biểu mẫu.",
  ],
  [
    "ppt/presentation.xml",
    "Đây là tệp PowerPoint (.pptx), không phải tệp Excel. Hãy chọn tệp .xlsx đã điền biểu mẫu.",
  ],
  [
    "content.xml",
    "Tệp ở định dạng OpenDocument (.ods). Hãy mở tệp bằng LibreOffice, chọn Lưu thành kiểu Excel 2007-365 (.xlsx) rồi thử lại.",
  ],
];

/** Says what a package is when it is one of these; otherwise it may be a workbook. */
export function recogniseOther(paths: readonly string[]): Outcome<null> {
  const other = OTHERS.find(([part]) => paths.includes(part));
  return other ? bookFault("not-workbook", other[1]) : { ok: true, value: null };
}
