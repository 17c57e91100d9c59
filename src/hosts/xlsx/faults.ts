import type { Result } from "../../forms/result.js";

/** Why bytes cannot be used as a workbook. */
export type BookFaultKind =
  | "empty"
  | "not-xlsx"
  | "legacy-xls"
  | "encrypted"
  | "truncated"
  | "not-workbook"
  | "too-large"
  | "too-many-cells"
  | "damaged"
  | "broken";

/** Why a file cannot be read or written. */
export type FileFaultKind =
  | "missing"
  | "directory"
  | "unreadable"
  | "unwritable"
  | "is-input"
  /** A device, a pipe or a socket. */
  | "no-file"
  /** A link to nothing, or in a circle. */
  | "broken-link";

/** A fault with a Vietnamese sentence: the cause and what to do. The caller names the file. */
interface Fault<Kind> {
  readonly kind: Kind;
  readonly message: string;
  /** What was thrown underneath, for the log. */
  readonly cause?: unknown;
}

export type BookFault = Fault<BookFaultKind>;

/** The value, or why there is none. */
export type Outcome<Value, Kind = BookFaultKind> = Result<Value, Fault<Kind>>;

const BOOK_MESSAGES: Readonly<Record<BookFaultKind, string>> = {
  empty: "Tệp rỗng (0 byte), có thể do sao chép hoặc tải về chưa xong. Hãy chép lại tệp từ nơi gốc.",
  "not-xlsx":
    "Tệp không phải tệp Excel định dạng .xlsx. Hãy mở tệp bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx) rồi thử lại.",
  "legacy-xls":
    "Tệp ở định dạng Excel cũ (.xls, Excel 97-2003). Hãy mở tệp bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx) rồi thử lại.",
  encrypted:
    "Tệp được đặt mật khẩu mở nên không đọc được. Hãy mở tệp bằng Excel, vào Tệp > Thông tin > Bảo vệ sổ làm việc (Protect Workbook), bỏ mật khẩu, lưu lại rồi thử lại.",
  truncated:
    "Tệp bị cụt, thiếu phần cuối, có thể do sao chép hoặc tải về chưa xong. Hãy chép lại tệp từ nơi gốc.",
  "not-workbook": "Tệp không chứa bảng tính Excel. Hãy chọn đúng tệp .xlsx đã điền biểu mẫu.",
  "too-large":
    "Tệp lớn bất thường so với một tệp biểu mẫu nên không được mở. Hãy xóa hình ảnh, trang tính và vùng định dạng không dùng, lưu lại rồi thử lại.",
  "too-many-cells":
    "Tệp có quá nhiều ô, dòng hoặc vùng gộp ô so với một tệp biểu mẫu nên không được mở. Hãy xóa các dòng và ô trống đã định dạng ở ngoài vùng biểu mẫu, lưu lại rồi thử lại.",
  damaged:
    "Tệp bị hỏng trên đường sao chép hoặc lưu trữ: có chỗ không còn đúng như khi được lưu. Hãy chép lại tệp từ nơi gốc hoặc dùng bản sao lưu.",
  broken:
    "Nội dung tệp bị hỏng nên không đọc được. Hãy mở tệp bằng Excel để Excel sửa, lưu lại rồi thử lại; nếu Excel cũng không mở được, hãy dùng bản sao lưu.",
};

/** A fault of the bytes; `message` replaces the usual sentence where more is known. */
export function bookFault(
  kind: BookFaultKind,
  message = BOOK_MESSAGES[kind],
): { readonly ok: false; readonly fault: BookFault } {
  return { ok: false, fault: { kind, message } };
}
