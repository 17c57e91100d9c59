import { a1, type CellAddress } from "../../values/address.js";
import type { HostFault } from "../port.js";

/** A cell on a sheet that is not there, or beyond the last row or column. */
export function missingCell(cell: CellAddress): HostFault {
  return {
    kind: "not-found",
    code: "xlsx.not-found",
    message: `Không tìm thấy ô ${a1(cell)} trên trang tính “${cell.sheet}”. Hãy kiểm tra trang tính có còn trong tệp không.`,
  };
}

/** A sheet whose entries lie too far apart to be read. */
export const TOO_WIDE: HostFault = {
  kind: "too-large",
  code: "xlsx.too-wide",
  message:
    "Tệp có trang tính với dữ liệu nằm rải rác quá xa nhau nên không đọc được. Hãy xóa các ô ngoài vùng biểu mẫu, lưu lại rồi thử lại.",
};

/** A file has no window in which a cell could be selected. */
export const NO_SELECTION: HostFault = {
  kind: "unsupported",
  code: "xlsx.select",
  message: "Tệp không mở trong Excel nên không chọn ô được. Hãy mở tệp bằng Excel để xem ô này.",
};

/** A cell that lies under a merged area: what is written there would never be seen. */
export function coveredCell(cell: CellAddress): HostFault {
  return {
    kind: "unsupported",
    code: "xlsx.covered",
    message: `Ô ${a1(cell)} của trang tính “${cell.sheet}” nằm trong một vùng gộp ô nên không ghi được. Hãy bỏ gộp ô (Unmerge Cells) ở đó, lưu lại rồi thử lại.`,
  };
}

/** A cell that shows a part of an array formula's result or of a data table. */
export function partOfArray(cell: CellAddress): HostFault {
  return {
    kind: "unsupported",
    code: "xlsx.array",
    message: `Ô ${a1(cell)} của trang tính “${cell.sheet}” thuộc một công thức mảng nên không ghi riêng được. Hãy xóa công thức mảng đó trong Excel, lưu lại rồi thử lại.`,
  };
}

/** A header cell of a table (Insert > Table): the table keeps its text elsewhere too. */
export function tableHeader(cell: CellAddress): HostFault {
  return {
    kind: "unsupported",
    code: "xlsx.table-header",
    message: `Ô ${a1(cell)} của trang tính “${cell.sheet}” là tiêu đề cột của một bảng Excel (Table) nên không ghi được. Hãy chuyển bảng đó về vùng ô thường (Convert to Range), lưu lại rồi thử lại.`,
  };
}

/** A sheet into which rows cannot be inserted without harm to something else on it. */
export function noRowsThere(sheet: string, cause: string): HostFault {
  return {
    kind: "unsupported",
    code: "xlsx.insert-rows",
    message: `Không chèn thêm dòng vào trang tính “${sheet}” được vì ${cause}. Hãy mở tệp bằng Excel, tự chèn thêm dòng trống vào phụ biểu, lưu lại rồi thử lại. Chưa có gì bị thay đổi.`,
  };
}
