import { a1, type CellAddress } from "../../values/address.js";
import type { HostFault } from "../port.js";

/** A fault at a cell, with its Vietnamese sentence: what happened and what to do. */
export function hostFault(kind: "not-found" | "unsupported" | "protected", cell: CellAddress): HostFault {
  return { kind, code: `xlsx.${kind}`, message: MESSAGES[kind](cell) };
}

const MESSAGES = {
  "not-found": ({ sheet, row, column }: CellAddress) =>
    `Không tìm thấy ô ${a1({ row, column })} trên trang tính “${sheet}”. Hãy kiểm tra trang tính có còn trong sổ không.`,
  unsupported: ({ sheet, row, column }: CellAddress) =>
    `Giá trị cho ô ${a1({ row, column })} của trang tính “${sheet}” không ghi được: văn bản dài quá 32.767 ký tự hoặc số không hợp lệ. Hãy sửa giá trị đó.`,
  protected: ({ sheet }: CellAddress) =>
    `Trang tính “${sheet}” đang được bảo vệ. Hãy bỏ bảo vệ (Xem lại > Bỏ bảo vệ trang tính) rồi thử lại.`,
} as const;

/** A sheet whose entries lie too far apart to be read. */
export const TOO_WIDE: HostFault = {
  kind: "unsupported",
  code: "xlsx.too-wide",
  message:
    "Sổ có trang tính với dữ liệu nằm rải rác quá xa nhau nên không đọc được. Hãy xóa các ô ngoài vùng biểu mẫu, lưu lại rồi thử lại.",
};

/** A file has no window in which a cell could be selected. */
export const NO_SELECTION: HostFault = {
  kind: "unsupported",
  code: "xlsx.select",
  message: "Sổ đang được xử lý dưới dạng tệp nên không chọn ô được. Hãy mở tệp bằng Excel để xem ô này.",
};
