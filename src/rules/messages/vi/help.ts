import { type IndicatorKey, refOf, rowKey, rowName } from "../../../forms/indicators.js";
import type { ExplicitRule, RuleOperator, RuleSide } from "../../../forms/rule-schema.js";
import type { Edition } from "../../../forms/schema.js";
import type { TableFeed } from "../../../forms/tables.js";
import type { RatioParts } from "../../kinds/amounts.js";
import { columnsOfKey } from "../../kinds/columns.js";
import { nameOfColumn, tableSheet } from "../../place-words.js";
import type { Check, FormRule, TableRule } from "../../rule.js";
import { show } from "../../show.js";

/** What a rule about a row of the forms asks for, in one Vietnamese sentence made from its declaration. */
export function helpOfFormRule({ check, form }: FormRule, edition: Edition): string {
  const name = (key: IndicatorKey) => rowText(key, form, edition);
  switch (check.kind) {
    case "fed":
      return `Bằng số lấy từ ${feedFrom(check.feed)}, khi tệp có phụ biểu đó.`;
    case "relation":
      return relationHelp(check.rule, form, edition);
    case "not-below-earlier":
      return check.counts === "since-new-year"
        ? "Số lũy kế không nhỏ hơn số đã báo cáo ở kỳ trước trong cùng năm."
        : "Không nhỏ hơn số đã báo cáo cho một kỳ nằm trong kỳ này.";
    case "in-line-with-earlier":
      return "Không gấp 10 lần trở lên, cũng không bằng một phần mười trở xuống, so với kỳ trước.";
    default:
      return checkHelp(check, name);
  }
}

/** What a rule about a column of a table asks for, in one Vietnamese sentence made from its declaration. */
export function helpOfTableRule({ check, table }: TableRule): string {
  const name = (key: string) =>
    columnsOfKey(key)
      .map((column) => `cột ${nameOfColumn(table, column)}`)
      .join(" cộng ");
  switch (check.kind) {
    case "column-total":
      return "Dòng tổng cộng bằng tổng các dòng ở trên.";
    case "agrees": {
      const others = check.with.columns
        .map((column) => nameOfColumn(check.with.table, column))
        .join(" cộng ");
      return `Tổng cộng bằng cột ${others} của trang tính "${tableSheet(check.with.table)}", khi tệp có trang tính đó.`;
    }
    case "one-issuer":
      return "Một văn bản (cùng loại, số, ký hiệu và ngày) thường chỉ có một cơ quan ban hành.";
    case "number-once":
      return "Trong một năm, hai văn bản cùng loại của một nơi ban hành không cùng số.";
    case "date-order":
      return "Trong một dãy số, văn bản số sau không có ngày sớm hơn văn bản số trước.";
    case "number-in-reach":
      return "Số không cách xa các văn bản khác cùng loại.";
    case "working-day":
      return "Ngày ban hành thường không phải thứ Bảy, Chủ nhật.";
    case "year-in-subject":
      return "Kế hoạch thường là của năm ban hành hoặc năm sau.";
    case "in-window":
      return "Ngày ban hành nằm trong kỳ số liệu.";
    default:
      return checkHelp(check, name);
  }
}

function checkHelp<K extends string>(check: Check<K>, name: (key: K) => string): string {
  switch (check.kind) {
    case "readable":
      return "Nội dung ô đọc được đúng loại số liệu của dòng hoặc cột.";
    case "one-reading":
      return "Số chỉ có một cách hiểu: không lẫn dấu chấm, dấu phẩy kiểu Việt Nam với kiểu Anh.";
    case "stored-as-number":
      return "Số được lưu dưới dạng số, không phải dạng chữ.";
    case "not-negative":
      return "Số không âm.";
    case "whole":
      return "Số nguyên, vì đây là số đếm.";
    case "percent-range":
      return "Tỷ lệ từ 0 đến 100.";
    case "not-fraction":
      return "Tỷ lệ ghi bằng số phần trăm (88), không ghi bằng số thập phân (0,88).";
    case "unit-size":
      return `Số tiền ghi theo đơn vị ${check.unit}, chưa đến 1.000 tỷ đồng.`;
    case "choice":
      return `Một trong các số ${check.values.map(show).join("; ")}.`;
    case "listed":
      return `Một trong danh sách: ${check.choices.join("; ")}.`;
    case "filled":
      return check.when === null
        ? "Phải điền."
        : `Phải điền khi ${name(check.when.cell)} ghi ${show(check.when.equals)}.`;
    case "computed":
      return "Ô có công thức không để trống khi các ô thành phần đã có số.";
    case "empty":
      return "Dòng nhóm không ghi số.";
    case "ratio":
      return `Bằng ${quotientHelp(check.of, name)}, làm tròn hoặc cắt đến số lẻ đã ghi.`;
    case "ratio-undefined":
      return `Không ghi tỷ lệ khác 0 khi ${name(check.of.denominator)} bằng 0 hoặc để trống.`;
    case "ratio-filled":
      return `Phải ghi tỷ lệ khi đã có ${name(check.of.numerator)} và ${name(check.of.denominator)}.`;
    case "sum":
      return `Bằng tổng của ${check.parts.map(name).join(", ")}.`;
    case "sum-within":
      return `Không nhỏ hơn tổng của ${check.parts.map(name).join(", ")}.`;
    case "difference":
      return `Bằng ${[check.from, ...check.minus].map(name).join(" trừ ")}.`;
    case "within":
      return `Không lớn hơn ${name(check.whole)}.`;
    case "said-beside":
      return `Khi ${name(check.beside)} ghi "${check.rule.when.begins.join('", "')}": ${check.rule.says}`;
  }
}

function quotientHelp<K extends string>(
  { kind, numerator, denominator }: RatioParts<K>,
  name: (key: K) => string,
): string {
  const [upper, lower] = [name(numerator), name(denominator)];
  return kind === "share" ? `100 x ${upper} / ${lower}` : `100 x (${lower} - ${upper}) / ${lower}`;
}

const OPERATORS: Readonly<Record<Extract<RuleOperator, "=" | "<=" | ">=">, string>> = {
  "=": "bằng",
  "<=": "không lớn hơn",
  ">=": "không nhỏ hơn",
};

function relationHelp({ left, operator, right, says }: ExplicitRule, form: number, edition: Edition): string {
  const [ours, theirs] = [sideText(left, form, edition), sideText(right, form, edition)];
  switch (operator) {
    case "implies":
      return `Khi ${ours}${stateText(left)} thì ${theirs}${stateText(right)}. ${says}`;
    case "both-or-neither":
      return `${ours}${stateText(left)} và ${theirs}${stateText(right)}: cùng có hoặc cùng không. ${says}`;
    case "never-both":
      return `Không vừa ${ours}${stateText(left)} vừa ${theirs}${stateText(right)}. ${says}`;
    default:
      return `${ours} ${OPERATORS[operator]} ${theirs}. ${says}`;
  }
}

function sideText({ sum }: RuleSide, form: number, edition: Edition): string {
  return sum
    .map((term) => {
      if (typeof term === "string") return rowText(rowKey(term), form, edition);
      if ("number" in term) return show(term.number);
      const columns = term.columns.map((column) => nameOfColumn(term.table, column)).join(" cộng ");
      return `cột ${columns} của trang tính "${tableSheet(term.table)}"`;
    })
    .join(" cộng ");
}

function stateText({ is }: RuleSide): string {
  if (is === "filled") return " có ghi";
  return is === "positive" ? " lớn hơn 0" : ` ghi ${show(is.equals)}`;
}

function rowText(key: IndicatorKey, form: number, edition: Edition): string {
  const ref = refOf(key);
  const name = `dòng ${rowName(edition, ref)}`;
  return ref.form === form ? name : `${name} của biểu mẫu ${ref.form}`;
}

/** Where a form's number comes from: `cột "Tổng số phiếu" của trang tính "Mức độ hài lòng"`. */
function feedFrom({ table, columns, from }: TableFeed): string {
  const named = columns.map((column) => nameOfColumn(table, column));
  const sheet = `của trang tính "${tableSheet(table)}"`;
  if (from === "ratio") return `100 x cột ${named.join(" / cột ")} ${sheet}`;
  if (from === "count") return `số dòng có ghi cột ${named.join()} ${sheet}`;
  if (typeof from === "object" && "countInWindow" in from) {
    return `số dòng có ghi cột ${named.join()} và có ngày trong kỳ số liệu ${sheet}`;
  }
  if (typeof from === "object" && "equals" in from) {
    return `số dòng có cột ${named.join()} bằng ${show(from.equals)} ${sheet}`;
  }
  return `cột ${named.join(" cộng ")} ${sheet}`;
}
