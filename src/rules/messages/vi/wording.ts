import { nameOfColumn } from "../../place-words.js";
import { show } from "../../show.js";
import { type HelpWords, helpIn } from "../help.js";
import type { Wording } from "../wording.js";
import { amountHelp, amountNames, amountSentences } from "./amounts.js";
import { rowText } from "./cells.js";
import { agreementHelp, besideHelp, crossingHelp, crossingNames, crossingSentences } from "./crossings.js";
import { periodHelp, periodNames, periodSentences } from "./periods.js";
import { registerHelp, registerNames, registerSentences } from "./register.js";
import { rowNames, rowSentences, rowsHelp } from "./rows.js";
import { surroundingNames, surroundingSentences } from "./surroundings.js";
import { valueHelp, valueNames, valueSentences } from "./values.js";

const HELP: HelpWords = {
  value: valueHelp,
  amount: amountHelp,
  beside: besideHelp,
  crossing: crossingHelp,
  agreement: agreementHelp,
  period: periodHelp,
  register: registerHelp,
  rows: rowsHelp,
  row: rowText,
  columns: (table, columns) => {
    const named = columns.map((column) => `cột ${nameOfColumn(table, column)}`).join(" + ");
    return columns.length === 1 ? named : `(${named})`;
  },
};

const WAYS = {
  up: "lên một dòng",
  down: "xuống một dòng",
  left: "sang trái một cột",
  right: "sang phải một cột",
} as const;

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
  sentences: {
    ...valueSentences,
    ...amountSentences,
    ...crossingSentences,
    ...periodSentences,
    ...registerSentences,
    ...rowSentences,
    ...surroundingSentences,
  },
  names: {
    ...valueNames,
    ...amountNames,
    ...crossingNames,
    ...periodNames,
    ...registerNames,
    ...rowNames,
    ...surroundingNames,
  },
  suggestions: {
    and: " và ",
    thisCell: "ô này",
    fits: (rules) => (rules === 1 ? "thì khớp" : `làm khớp cả ${rules} quy tắc`),
    one: (change, fits) => `Có thể ${change} ${fits}.`,
    retyped: (value) => `"${value}" đang là chữ → số ${value}`,
    swap: (first, second) => `${first.value} ở ${first.place} ⇄ ${second.value} ở ${second.place}`,
    swapped: (swap, fits) => `Có thể hai ô bị đổi chỗ: ${swap} ${fits}.`,
    orSwapped: (swap) => `đổi chỗ ${swap}`,
    fills: "thì ô trống có số",
    move: (value, from, to) => `${value} từ ${from} về ${to}`,
    run: (count, from, to, way, line) =>
      `${count} số${line === null ? "" : ` ở ${line}`} từ ${from} đến ${to} ${WAYS[way]}`,
    refilled: (value, place) => ` và ghi ${value} vào ${place}`,
    exchange: (first, second) => `${first} ⇄ ${second}`,
    group: (name, form) => `nhóm ${name}${form === null ? "" : ` của biểu mẫu ${form}`}`,
    moved: {
      one: (move, fits) => `Có thể gõ nhầm sang ô bên: chuyển ${move} ${fits}.`,
      run: (move, fits) => `Có thể các số bị lệch: chuyển ${move} ${fits}.`,
      columns: (move, fits) => `Có thể hai cột bị đổi chỗ: ${move} ${fits}.`,
      groups: (move, fits) => `Có thể hai nhóm dòng bị đổi chỗ: ${move} ${fits}.`,
    },
    orMoved: (move) => `chuyển ${move}`,
    several: (changes, fits) => `Sửa theo một trong các cách sau ${fits}: ${changes.join("; ")}.`,
  },
  lists: {
    group: (name, count, sentence) => `${name}: ${count} chỗ. ${sentence}`,
    equal: (count, sentence) => `${count} chỗ: ${sentence}`,
    cells: (first, others) => (others === 0 ? first.join(", ") : `${first.join(", ")} và ${others} ô khác`),
    example: (where, sentence) => `Ví dụ ${where}: ${sentence}`,
    sameCause: (places) => `Cùng nguyên nhân: ${places}`,
    places: (first, others) => `${first.join("; ")}${others === 0 ? "" : ` và ${others} chỗ khác`}`,
  },
  ...helpIn(HELP),
};
