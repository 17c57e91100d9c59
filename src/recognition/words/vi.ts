import { a1, columnLetters } from "../../values/address.js";
import type { Signals } from "../evidence.js";
import type { Inference, Reason } from "../inference/draft-row.js";
import type { BlockDoubt } from "../inference/infer-edition.js";
import type { PlacedDoubt } from "../recognition.js";
import { percent, quotedColumns, type RecognitionWords, said, sheetOfTable } from "./wording.js";

const LABEL_WORDS: Readonly<Record<Signals["label"], (slips: number) => string>> = {
  same: () => "tên chỉ tiêu trùng khớp",
  slips: (slips) => `tên chỉ tiêu lệch ${slips} chữ cái`,
  "without-marks": () => "tên chỉ tiêu trùng khi bỏ dấu",
  "without-notes": () => "tên chỉ tiêu trùng khi bỏ phần trong ngoặc",
  similar: () => "tên chỉ tiêu gần giống",
  different: () => "tên chỉ tiêu khác",
};

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

export const vietnamese: RecognitionWords = {
  reasons,
  doubt: doubtSentence,
  table: ({ table, area }) =>
    `"${sheetOfTable(table)}" (trang tính ${area.sheet}, dòng ${area.top}-${area.bottom})`,
  tableDoubt: (doubt) => {
    const at = `Trang tính ${doubt.sheet}, dòng ${doubt.row}`;
    if (doubt.kind === "table-several") {
      const names = doubt.tables.map((id) => `"${sheetOfTable(id)}"`).join(" hoặc ");
      return `${at}: bảng này có thể là phụ biểu ${names}. Chưa ghi nhớ bảng này; ghi tên phụ biểu ngay trên bảng rồi nhận diện lại.`;
    }
    return `${at}: bảng giống phụ biểu "${sheetOfTable(doubt.table)}" nhưng không thấy cột ${quotedColumns(doubt.table, doubt.missing)}. Chưa ghi nhớ bảng này; ghi lại tiêu đề các cột rồi nhận diện lại.`;
  },
  inferred: (reason) => REASONS[reason],
  draftDoubt: draftSentence,
};

function reasons(signals: Signals): readonly string[] {
  return [
    LABEL_WORDS[signals.label](signals.slips),
    ...said(signals.code, "STT trùng", "STT khác"),
    ...said(signals.unit, "đơn vị tính trùng", "đơn vị tính khác"),
    ...said(signals.parent, "nằm dưới đúng nhóm", "không nằm dưới nhóm của chỉ tiêu"),
    ...(signals.rows > 1 ? [`tên trải trên ${signals.rows} dòng`] : []),
  ];
}

function doubtSentence(doubt: PlacedDoubt): string {
  switch (doubt.kind) {
    case "weak":
      return `${place(doubt)}: có lẽ là ô ${a1(doubt.address)} trang tính ${doubt.address.sheet} (chắc ${percent(doubt.confidence)}: ${reasons(doubt.signals).join("; ")}). Chưa ghi nhớ ô này; xem lại tên dòng rồi xác nhận.`;
    case "several": {
      const cells = doubt.candidates
        .map(({ address }) => `${a1(address)} trang tính ${address.sheet}`)
        .join(", ");
      return `${place(doubt)}: có thể là một trong các ô ${cells}. Chưa ghi nhớ ô nào; chọn một ô.`;
    }
    case "value-columns": {
      const columns = doubt.columns.map(columnLetters).join(", ");
      return `Trang tính ${doubt.sheet}, dòng ${doubt.row}: các cột ${columns} đều giống cột kết quả. Chưa ghi nhớ ô nào của bảng này; đặt lại tiêu đề để chỉ một cột là cột kết quả.`;
    }
    case "value-column-unheaded":
      return `Trang tính ${doubt.sheet}, dòng ${doubt.row}: cột ${columnLetters(doubt.column)} có lẽ là cột kết quả nhưng không có tiêu đề. Ghi tiêu đề "Số lượng/ Tỷ lệ" cho cột này rồi nhận diện lại.`;
    case "no-value-column":
      return `Trang tính ${doubt.sheet}, dòng ${doubt.row}: không thấy cột kết quả. Thêm tiêu đề "Số lượng/ Tỷ lệ" cho cột ghi số liệu.`;
    case "repeated-code":
      return `Trang tính ${doubt.sheet}: số thứ tự ${doubt.code} có ở các dòng ${doubt.rows.join(", ")}. Kiểm tra lại cột STT.`;
    case "number-for-label":
      return `Trang tính ${doubt.sheet}, dòng ${doubt.row}: cột tên chỉ tiêu lại là một con số. Kiểm tra xem các cột có bị lệch không.`;
    case "named-otherwise":
      return `${place(doubt)}: ô ${a1(doubt.address)} trang tính ${doubt.address.sheet} giống chỉ tiêu này, nhưng tệp đã ghi nhớ ô ${a1(doubt.named)} trang tính ${doubt.named.sheet}. Giữ nguyên ô đã ghi nhớ.`;
  }
}

function draftSentence(doubt: Inference | BlockDoubt): string {
  if (!("kind" in doubt)) {
    return `Biểu mẫu ${doubt.form}, dòng ${doubt.code}: ${PROPERTIES[doubt.property]} chưa chắc (${REASONS[doubt.reason]}). Kiểm tra lại trong tệp.`;
  }
  const where = `Trang tính ${doubt.sheet}`;
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

function place({ form, code }: { readonly form: number; readonly code: string }): string {
  return `Biểu mẫu ${form}, dòng ${code}`;
}
