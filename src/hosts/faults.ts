import { a1, type CellAddress } from "../values/address.js";
import type { HostFault } from "./port.js";

/** Faults that every host can meet, so that all of them say them alike. */

/** Sheets that merely have a name of ours: their content is somebody's, so nothing is written at all. */
export function foreignSheets(sheets: readonly string[]): HostFault {
  return {
    kind: "name-taken",
    code: "ForeignSheet",
    message: `Trong tệp đã có trang tính ${listed(sheets)} với nội dung khác, không phải biểu mẫu này. Đổi tên trang tính đó (bấm đúp vào tên ở cuối màn hình) rồi chèn lại. Chưa có gì bị thay đổi.`,
  };
}

/** Sheets of ours that would have to be written on and are protected. */
export function protectedSheets(sheets: readonly string[]): HostFault {
  return {
    kind: "protected",
    code: "ProtectedSheet",
    message: `Trang tính ${listed(sheets)} đang được bảo vệ. Vào thẻ Xem lại (Review), bấm Bỏ bảo vệ trang tính (Unprotect Sheet) rồi thử lại. Chưa có gì bị thay đổi.`,
  };
}

/** A value that no cell takes. */
export function unwritable(cell: CellAddress): HostFault {
  return {
    kind: "unsupported",
    code: "UnwritableValue",
    message: `Giá trị cho ô ${a1(cell)} của trang tính “${cell.sheet}” không ghi được: văn bản dài quá 8.000 ký tự hoặc số không hợp lệ. Hãy sửa giá trị đó.`,
  };
}

function listed(sheets: readonly string[]): string {
  return sheets.map((sheet) => `“${sheet}”`).join(", ");
}
