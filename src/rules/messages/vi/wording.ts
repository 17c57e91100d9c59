import { show } from "../../show.js";
import type { Wording } from "../wording.js";
import { helpOfFormRule, helpOfTableRule } from "./help.js";
import { names } from "./names.js";
import { sentences } from "./sentences.js";

/** Findings and rules in Vietnamese, the first language. */
export const vietnamese: Wording = {
  language: "vi",
  show,
  places: {
    row: (name, form) => (form === null ? `dòng ${name}` : `dòng ${name} của biểu mẫu ${form}`),
    tableRow: (row) => (row === null ? "dòng tổng cộng" : `dòng ${row}`),
    column: (name) => `cột ${name}`,
    form: (form) => `biểu mẫu ${form}`,
    sheet: (name) => `trang tính "${name}"`,
    ofSheet: (place, sheet) => `${place} của trang tính "${sheet}"`,
    cell: (cell) => `ô ${cell}`,
  },
  sentences,
  names,
  suggestions: {
    and: " và ",
    thisCell: "ô này",
    fits: (rules) => (rules === 1 ? "thì khớp" : `làm khớp cả ${rules} quy tắc`),
    one: (change, fits) => `Có thể ${change} ${fits}.`,
    several: (changes, fits) => `Một trong các khả năng ${fits}: ${changes.join("; ")}.`,
  },
  lists: {
    group: (name, count) => `${name}: ${count} chỗ`,
    cells: (first, others) => (others === 0 ? first.join(", ") : `${first.join(", ")} và ${others} ô khác`),
    example: (cell, sentence) => `Ví dụ ô ${cell}: ${sentence}`,
    sameCause: (places) => `(Cùng nguyên nhân: ${places}.)`,
  },
  helpOfFormRule,
  helpOfTableRule,
};
