import { findColumn, findTable } from "../forms/tables.js";
import { a1, columnLetters } from "../values/address.js";
import type { Signals } from "./evidence.js";
import type { TableBinding, TableDoubt } from "./recognise-tables.js";
import type { PlacedDoubt } from "./recognition.js";

/** Why a cell was taken for an indicator's, in Vietnamese: "tên chỉ tiêu trùng khớp; STT trùng". */
export function reasonsInWords(signals: Signals): readonly string[] {
  return [
    LABEL_WORDS[signals.label](signals.slips),
    ...said(signals.code, "STT trùng", "STT khác"),
    ...said(signals.unit, "đơn vị tính trùng", "đơn vị tính khác"),
    ...said(signals.parent, "nằm dưới đúng nhóm", "không nằm dưới nhóm của chỉ tiêu"),
    ...(signals.rows > 1 ? [`tên trải trên ${signals.rows} dòng`] : []),
  ];
}

const LABEL_WORDS: Readonly<Record<Signals["label"], (slips: number) => string>> = {
  same: () => "tên chỉ tiêu trùng khớp",
  slips: (slips) => `tên chỉ tiêu lệch ${slips} chữ cái`,
  "without-marks": () => "tên chỉ tiêu trùng khi bỏ dấu",
  "without-notes": () => "tên chỉ tiêu trùng khi bỏ phần trong ngoặc",
  similar: () => "tên chỉ tiêu gần giống",
  different: () => "tên chỉ tiêu khác",
};

function said(signal: boolean | null, agrees: string, differs: string): readonly string[] {
  return signal === null ? [] : [signal ? agrees : differs];
}

/** A doubt as one sentence: what, where, what to do. */
export function placedDoubtInWords(doubt: PlacedDoubt): string {
  switch (doubt.kind) {
    case "weak":
      return `${place(doubt)}: có lẽ là ô ${a1(doubt.address)} trang tính ${doubt.address.sheet} (chắc ${percent(doubt.confidence)}: ${reasonsInWords(doubt.signals).join("; ")}). Chưa gắn; xem lại tên dòng rồi xác nhận.`;
    case "several": {
      const cells = doubt.candidates
        .map(({ address }) => `${a1(address)} trang tính ${address.sheet}`)
        .join(", ");
      return `${place(doubt)}: có thể là một trong các ô ${cells}. Chưa gắn; chọn một ô.`;
    }
    case "value-columns": {
      const columns = doubt.columns.map(columnLetters).join(", ");
      return `Trang tính ${doubt.sheet}, dòng ${doubt.row}: các cột ${columns} đều giống cột kết quả. Chưa gắn ô nào của bảng này; đặt lại tiêu đề để chỉ một cột là cột kết quả.`;
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
      return `${place(doubt)}: ô ${a1(doubt.address)} trang tính ${doubt.address.sheet} giống chỉ tiêu này, nhưng tệp đã gắn ô ${a1(doubt.named)} trang tính ${doubt.named.sheet}. Giữ nguyên ô đã gắn.`;
  }
}

/** A table that is bound, in words: its name and where its rows stand. */
export function tableInWords({ table, area }: TableBinding): string {
  return `"${sheetOfTable(table)}" (trang tính ${area.sheet}, dòng ${area.top}-${area.bottom})`;
}

/** A doubt about a supplementary table as one sentence: what, where, what to do. */
export function tableDoubtInWords(doubt: TableDoubt): string {
  const place = `Trang tính ${doubt.sheet}, dòng ${doubt.row}`;
  if (doubt.kind === "table-several") {
    const names = doubt.tables.map((id) => `"${sheetOfTable(id)}"`).join(" hoặc ");
    return `${place}: bảng này có thể là phụ biểu ${names}. Chưa gắn; ghi tên phụ biểu ngay trên bảng rồi nhận diện lại.`;
  }
  const table = findTable(doubt.table);
  const columns = doubt.missing.map((id) => {
    const column = table === null ? null : findColumn(table, id);
    return `"${column?.path.join(" - ") ?? id}"`;
  });
  return `${place}: bảng giống phụ biểu "${sheetOfTable(doubt.table)}" nhưng không thấy cột ${columns.join(", ")}. Chưa gắn; ghi lại tiêu đề các cột rồi nhận diện lại.`;
}

function sheetOfTable(id: string): string {
  return findTable(id)?.sheet ?? id;
}

/** `98 %`, never a rounded-up 100. */
export function percent(confidence: number): string {
  return `${Math.min(Math.floor(confidence * 100 + 1e-6), 100)} %`;
}

function place({ form, code }: { readonly form: number; readonly code: string }): string {
  return `Biểu mẫu ${form}, dòng ${code}`;
}
