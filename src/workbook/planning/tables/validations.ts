import type { Column } from "../../../forms/table-schema.js";
import { columnName } from "../../../forms/tables.js";
import { LONGEST_PROMPT, LONGEST_TITLE } from "../../../values/sheet-limits.js";
import type { ValidationPlan } from "../../plan.js";

type Validation = Omit<ValidationPlan, "area">;

const ERROR_TITLE = "Xem lại số vừa nhập";
/** 01/01/2000 as a serial number: an earlier date is a slip. */
const EARLIEST = 36526;

/**
 * What Excel checks while the officer types into a column, with the prompt beside the cell. Nothing
 * is refused outright: documents have types that no list foresees, and `-` stands for none. Null for
 * texts.
 */
export function columnValidation(column: Column): Validation | null {
  switch (column.kind) {
    case "text":
      return null;
    case "count":
      return numbers(column, { kind: "whole", minimum: 0 }, countPrompt(column), {
        message: "Ô này ghi số nguyên từ 0 trở lên, không kèm chữ hay đơn vị tính. Không có thì ghi 0.",
      });
    case "money":
      return numbers(
        column,
        { kind: "decimal", minimum: 0, maximum: null },
        `Chỉ ghi số, đơn vị tính: ${column.unit}.`,
        { message: "Ô này ghi số tiền từ 0 trở lên, không kèm chữ hay đơn vị tính." },
      );
    case "percent":
      return numbers(
        column,
        { kind: "decimal", minimum: 0, maximum: column.unbounded ? null : 100 },
        column.formula === undefined
          ? "Ghi số từ 0 đến 100, không ghi dấu %."
          : "Ô này tự tính từ các cột bên cạnh. Có thể ghi đè.",
        {
          message:
            "Tỷ lệ ghi bằng số, không kèm dấu %. Nếu gõ 98,16 mà bị nhắc thì máy đang dùng dấu chấm cho số thập phân: gõ 98.16.",
        },
      );
    case "date":
      return {
        allow: { kind: "decimal", minimum: EARLIEST, maximum: null },
        prompt: {
          title: titleOf(column),
          message: "Gõ ngày/tháng/năm rồi xem lại ngày hiện ra: máy cài kiểu Mỹ có thể đảo ngày với tháng.",
        },
        error: {
          title: "Xem lại ngày",
          message: "Ô này ghi một ngày, dạng ngày/tháng/năm, ví dụ 14/6/2023.",
          style: "warning",
        },
      };
    case "choice":
      return {
        allow: { kind: "list", items: column.choices },
        prompt: { title: titleOf(column), message: column.hint ?? "Chọn trong danh sách." },
        error: {
          title: "Không có trong danh sách",
          message: "Nội dung vừa ghi không có trong danh sách. Kiểm tra lại chính tả trước khi giữ nguyên.",
          style: "warning",
        },
      };
  }
}

/** What shows beside the thin row that closes a table. */
export const closingValidation: Validation = {
  allow: { kind: "whole", minimum: 0 },
  prompt: {
    title: "Hết bảng",
    message: "Cần thêm dòng thì chèn ở phía trên dòng mỏng này rồi sao chép công thức từ dòng trên xuống.",
  },
  error: {
    title: "Không ghi ở dòng này",
    message: "Dòng mỏng này chỉ để đánh dấu cuối bảng. Chèn thêm dòng ở phía trên rồi ghi số liệu vào đó.",
    style: "warning",
  },
};

function numbers(
  column: Column,
  allow: ValidationPlan["allow"],
  message: string,
  error: { readonly message: string },
): Validation {
  const prompt = column.hint === undefined ? message : `${column.hint} ${message}`;
  return {
    allow,
    prompt: { title: titleOf(column), message: prompt.slice(0, LONGEST_PROMPT) },
    error: { title: ERROR_TITLE, message: error.message, style: "warning" },
  };
}

function countPrompt(column: Extract<Column, { kind: "count" }>): string {
  return column.formula === undefined
    ? `Ghi số nguyên (${column.unit}). Không có thì ghi 0.`
    : "Ô này tự tính từ các cột bên cạnh. Có thể ghi đè.";
}

/** The column's name, cut at a word where it is longer than Excel shows. */
function titleOf(column: Column): string {
  const name = column.path.at(-1) ?? columnName(column);
  if (name.length <= LONGEST_TITLE) return name;
  return `${name.slice(0, LONGEST_TITLE - 3).replace(/\s+\S*$/, "")}...`;
}
