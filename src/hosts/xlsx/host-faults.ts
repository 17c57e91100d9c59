import { a1, type CellAddress } from "../../values/address.js";
import type { HostFault } from "../port.js";

/** A cell on a sheet that is not there, or beyond the last row or column. */
export function missingCell(cell: CellAddress): HostFault {
  return {
    kind: "not-found",
    code: "xlsx.not-found",
    message: `Không tìm thấy ô ${a1(cell)} trên sheet “${cell.sheet}”. Hãy kiểm tra sheet có còn trong tệp không.`,
  };
}

/** A sheet whose entries lie too far apart to be read. */
export const TOO_WIDE: HostFault = {
  kind: "too-large",
  code: "xlsx.too-wide",
  message:
    "Tệp có sheet với dữ liệu nằm rải rác quá xa nhau nên không đọc được. Hãy xóa các ô ngoài vùng biểu mẫu, lưu lại rồi thử lại.",
};

/** A file has no window in which a cell could be selected. */
export const NO_SELECTION: HostFault = {
  kind: "unsupported",
  code: "xlsx.select",
  message: "Tệp không mở trong Excel nên không chọn ô được. Hãy mở tệp bằng Excel để xem ô này.",
};
