import { columnLetters } from "../../values/address.js";
import type { Inference, Reason } from "./draft-row.js";
import type { BlockDoubt } from "./infer-edition.js";

const PROPERTIES: Readonly<Record<Inference["property"], string>> = {
  code: "số thứ tự",
  kind: "loại chỉ tiêu",
  choices: "các lựa chọn",
  ratio: "tử số và mẫu số",
  reduction: "số trước và sau khi giảm",
  parts: "các thành phần của tổng",
  atMost: "dòng mà dòng này không được vượt",
  span: "phạm vi số liệu",
};

const REASONS: Readonly<Record<Reason, string>> = {
  "unit-percent": "đơn vị tính là %",
  "unit-money": "đơn vị tính là tiền",
  "unit-counted": "đơn vị tính là thứ được đếm",
  "unit-choices": "cột đơn vị tính in các lựa chọn",
  "unit-unknown": "đơn vị tính không cho biết loại",
  "label-ratio": "tên dòng là tỷ lệ nhưng đơn vị tính không phải %",
  "label-count": "tên dòng bắt đầu bằng Số",
  "label-total": "tên dòng bắt đầu bằng Tổng số, không in đơn vị tính",
  "no-unit-with-rows-below": "không có đơn vị tính, có các dòng con",
  "no-unit-count-or-heading": "không có đơn vị tính, có dòng con; có thể là dòng nhóm hoặc dòng số",
  "no-unit-beside-money": "không có đơn vị tính, dòng bên cạnh là tiền",
  "no-unit-no-rows": "không có đơn vị tính, không có dòng con",
  "choices-one": "chỉ đọc được một lựa chọn, hoặc các lựa chọn trùng nhau",
  "parts-below": "hai dòng ngay dưới là tổng và phần đã làm được",
  "parts-below-order": "có hai dòng ngay dưới nhưng chưa rõ dòng nào là mẫu số",
  "no-parts": "biểu không có hai dòng thành phần",
  "parts-unclear": "chưa rõ các dòng thành phần",
  "reduction-words": "tên dòng nói mức giảm so với trước, hai dòng dưới là số trước và số hiện nay",
  "total-of-rows-below": "tổng số của các dòng con",
  "count-of-rows-below": "có các dòng con cùng loại; có thể bằng hoặc không vượt tổng",
  "group-with-figures": "dòng nhóm có đơn vị tính; chưa rõ có là tổng của các dòng con không",
  "total-of-classes-beside": "các dòng sau chia cùng một thứ thành các loại",
  "total-of-outcomes-beside": "các dòng sau là kết quả của cùng một thứ; có thể chưa đủ mọi trường hợp",
  "total-of-named": "tên dòng gọi đúng hai dòng khác của biểu",
  "opposites-beside": "hai dòng sau là hai trường hợp trái nhau của cùng một thứ",
  "subset-of-row-above": "tên dòng là tên dòng trên kèm điều kiện",
  "present-within-assigned": "số có mặt trong số được giao",
  "code-repeated": "số thứ tự có ở hai dòng",
  "code-derived": "dòng không in số thứ tự, lấy số của dòng trên kèm chữ cái",
};

/** Why a property was inferred, in Vietnamese. */
export function reasonInWords(reason: Reason): string {
  return REASONS[reason];
}

/** A doubt of a draft as one sentence: where, what, what to do. */
export function draftDoubtInWords(doubt: Inference | BlockDoubt): string {
  if (!("kind" in doubt)) {
    return `Biểu mẫu ${doubt.form}, dòng ${doubt.code}: ${PROPERTIES[doubt.property]} chưa chắc (${REASONS[doubt.reason]}). Kiểm tra lại trong tệp.`;
  }
  const where = `Sheet ${doubt.sheet}`;
  switch (doubt.kind) {
    case "value-columns":
      return `${where}, dòng ${doubt.row}: các cột ${doubt.columns.map(columnLetters).join(", ")} đều giống cột kết quả. Đặt lại tiêu đề để chỉ còn một cột.`;
    case "no-value-column":
      return `${where}, dòng ${doubt.row}: không thấy cột kết quả. Thêm tiêu đề cho cột ghi số liệu.`;
    case "repeated-code":
      return `${where}: số thứ tự ${doubt.code} có ở các dòng ${doubt.rows.join(", ")}. Sửa cột STT rồi chạy lại.`;
    case "number-for-label":
      return `${where}, dòng ${doubt.row}: cột tên chỉ tiêu lại là một con số, dòng này bị bỏ qua. Kiểm tra các cột.`;
  }
}
