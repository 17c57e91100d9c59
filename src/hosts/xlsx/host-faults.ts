import { a1, type CellAddress } from "../../values/address.js";
import type { HostFault } from "../port.js";

/** A cell on a sheet that is not there, or beyond the last row or column. */
export function missingCell(cell: CellAddress): HostFault {
  return {
    kind: "not-found",
    code: "xlsx.not-found",
    message: `Không tìm thấy ô ${a1(cell)} trên trang tính “${cell.sheet}”. Hãy kiểm tra trang tính có còn trong sổ không.`,
  };
}

/** A sheet whose entries lie too far apart to be read. */
export const TOO_WIDE: HostFault = {
  kind: "too-large",
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
