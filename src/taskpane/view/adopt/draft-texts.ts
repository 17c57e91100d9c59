import type { DraftTexts } from "../../texts/texts.js";
import { useTexts } from "../../texts/use-texts.js";

/** A set of forms of her own, in Vietnamese: it comes with that part, which few need. */
const draftVi: DraftTexts = {
  open: "Tạo bộ biểu mẫu từ bảng này",
  title: "Bộ biểu mẫu từ bảng này",
  intro: (forms, rows, doubts) =>
    `Đọc được ${forms} biểu mẫu, ${rows} dòng${doubts > 0 ? `, ${doubts} dòng chưa chắc` : ""}. Xem từng biểu mẫu, sửa loại của dòng nếu chưa đúng.`,
  name: "Tên bộ biểu mẫu",
  defaultName: "Bộ biểu mẫu riêng",
  kind: "Loại",
  kinds: {
    heading: "Dòng nhóm, không ghi số",
    count: "Số đếm",
    money: "Số tiền",
    ratio: "Tỷ lệ %",
    choice: "Chọn một mức",
    text: "Chữ",
  },
  relation: "Tự kiểm tra",
  ratio: (numerator, denominator) => `Bằng dòng ${numerator} chia dòng ${denominator}`,
  reduction: (from, to) => `Mức giảm từ dòng ${from} xuống dòng ${to}`,
  sum: (codes) => `Bằng tổng các dòng ${codes}`,
  atLeast: (codes) => `Không nhỏ hơn tổng các dòng ${codes}`,
  within: (code) => `Không vượt dòng ${code}`,
  alone: "Không kiểm tra với dòng khác",
  doubtful: (reasons) => `Chưa chắc: ${reasons}.`,
  form: (number, title, doubts) =>
    `Biểu ${number}. ${title}${doubts > 0 ? ` (${doubts} dòng chưa chắc)` : ""}`,
  faults: (count) => `Còn ${count} chỗ phải sửa thì mới dùng được:`,
  use: "Dùng bộ biểu mẫu này",
  save: "Lưu thành tệp",
  saved: (file) =>
    `Đã lưu ${file} trong thư mục Tải xuống (Downloads). Máy khác mở tệp này ở mục Bộ biểu mẫu.`,
  proposal: "Đây là bộ biểu mẫu do đơn vị tự lập, chưa theo văn bản của cấp có thẩm quyền.",
  cancel: "Hủy",
};

/** The words about a set of forms of her own in the pane's language. */
export function useDraftTexts(): DraftTexts {
  return useTexts().draft ?? draftVi;
}
