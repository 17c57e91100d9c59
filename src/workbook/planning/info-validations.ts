import type { Edition } from "../../forms/schema.js";
import type { InfoField } from "../../report/info-fields.js";
import { LONGEST_ERROR } from "../../values/sheet-limits.js";
import type { ValidationPlan } from "../plan.js";

/** 01/01/2000 as a serial number: an earlier date is a slip. */
const EARLIEST = 36526;

/**
 * What Excel checks in an information cell, or null for those that take any text. Period and year
 * are refused when wrong, since the data window follows them; a day typed as text is only asked about.
 */
export function infoValidation(field: InfoField, edition: Edition): Omit<ValidationPlan, "area"> | null {
  switch (field.kind) {
    case "period":
      return {
        allow: { kind: "list", items: edition.periods.map((period) => period.name) },
        prompt: { title: "Kỳ báo cáo", message: "Chọn trong danh sách; ngày số liệu tự tính theo kỳ." },
        error: {
          title: "Chọn kỳ trong danh sách",
          message: periodMessage(edition.periods.map((period) => period.name)),
          style: "stop",
        },
      };
    case "year":
      return {
        allow: { kind: "whole", minimum: 2000 },
        prompt: { title: "Năm báo cáo", message: "Ghi đủ bốn chữ số, ví dụ 2023." },
        error: { title: "Xem lại năm", message: "Năm báo cáo ghi đủ bốn chữ số, ví dụ 2023.", style: "stop" },
      };
    case "date":
      return {
        allow: { kind: "decimal", minimum: EARLIEST, maximum: null },
        prompt: {
          title: field.label,
          message: "Gõ ngày/tháng/năm rồi xem lại ngày hiện ra: máy cài kiểu Mỹ có thể đảo ngày với tháng.",
        },
        error: {
          title: "Xem lại ngày",
          message: "Ô này ghi một ngày, dạng ngày/tháng/năm, ví dụ 14/6/2023.",
          style: "warning",
        },
      };
    default:
      return null;
  }
}

/** Names the periods where Excel has room for all of them. */
function periodMessage(names: readonly string[]): string {
  const message = `Kỳ báo cáo là một trong: ${names.join("; ")}.`;
  return message.length <= LONGEST_ERROR ? message : "Chọn một kỳ báo cáo trong danh sách.";
}
