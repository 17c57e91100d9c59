import type * as z from "zod/mini";

/**
 * The Vietnamese words for what the schema finds wrong at one place of a file. The schema's own
 * words are English; its regular expressions bring Vietnamese ones.
 */
export function schemaFault(issue: z.core.$ZodIssue, found: unknown): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `không có mục ${issue.keys.map((key) => `"${key}"`).join(", ")}; kiểm tra chính tả hoặc bỏ đi`;
    case "invalid_value":
      return `${isOrMissing(found)} chỉ nhận ${issue.values.map((value) => `"${String(value)}"`).join(", ")}`;
    case "invalid_union":
      return `${isOrMissing(found)} chỉ nhận ${optionsOf(issue)}`;
    case "invalid_type":
      return `${isOrMissing(found)} cần ${typeWords[issue.expected] ?? "giá trị khác"}`;
    case "too_small":
      return issue.origin === "number" ? `nhỏ hơn ${issue.minimum}` : tooShort(issue.origin, issue.minimum);
    case "too_big":
      return issue.origin === "number"
        ? `lớn hơn ${issue.maximum}`
        : `dài hơn ${issue.maximum} ký tự, rút gọn lại`;
    case "invalid_format":
      return `${JSON.stringify(found)} không đúng dạng; cần ${issue.message}`;
    default:
      return "sai dạng";
  }
}

/** What each kind of value is called in a sentence after "cần". */
const typeWords: Readonly<Record<string, string>> = {
  string: "chữ trong dấu nháy kép",
  number: "số",
  int: "số nguyên",
  boolean: "true hoặc false",
  array: "danh sách trong ngoặc vuông",
  object: "đối tượng trong ngoặc nhọn",
  record: "đối tượng trong ngoặc nhọn",
};

function isOrMissing(found: unknown): string {
  if (found === undefined) return "thiếu mục này;";
  return typeof found === "object" && found !== null ? "sai dạng;" : `đang ghi ${JSON.stringify(found)};`;
}

/** A union told apart by one key lists what that key may be. */
function optionsOf(issue: z.core.$ZodIssueInvalidUnion): string {
  const options: unknown = Reflect.get(issue, "options");
  return Array.isArray(options) && options.length > 0
    ? options.map((option) => `"${String(option)}"`).join(", ")
    : "các dạng nêu trong hướng dẫn";
}

function tooShort(origin: string, minimum: number | bigint): string {
  if (origin !== "array") return "không được để trống";
  return Number(minimum) > 1 ? `cần ít nhất ${minimum} mục` : "danh sách không được để trống";
}
