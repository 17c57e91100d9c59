import { rowKey } from "../../../forms/indicators.js";
import type { ExplicitRule, RuleOperator, RuleSide } from "../../../forms/rule-schema.js";
import type { Edition } from "../../../forms/schema.js";
import { capital } from "../../../values/words.js";
import type { Term } from "../../facts.js";
import type { Finding, FindingPlace } from "../../finding.js";
import type {
  AgreesCheck,
  BesideCheck,
  CrossingFacts,
  FormCrossing,
  TableGives,
} from "../../kinds/crossings.js";
import { nameOfColumn, ownColumn, tableSheet } from "../../place-words.js";
import { show } from "../../show.js";
import type { NamesOf, SentencesOf } from "../wording.js";
import { cellText, columnsText, listed, rowText } from "./cells.js";

/** What the rules between forms and tables say, in Vietnamese. */
export const crossingSentences: SentencesOf<CrossingFacts> = {
  "cross.mismatch": (finding, edition) => crossText(finding, edition),
};

/** What they find, in short. */
export const crossingNames: NamesOf<CrossingFacts> = {
  "cross.mismatch": "Số không khớp với chỗ khác",
};

/** What a rule between a form and tables or other forms asks for. */
export function crossingHelp(check: FormCrossing, form: number, edition: Edition): string {
  switch (check.kind) {
    case "fed":
      return `Bằng ${feedFrom(check.feed)}, khi tệp có phụ biểu đó.`;
    case "relation":
      return capital(relationHelp(check.rule, form, edition));
  }
}

/** What a rule between two tables asks for. */
export function agreementHelp(check: AgreesCheck): string {
  return `Tổng cộng bằng tổng ${columnsText(check.with)}, khi tệp có trang tính đó.`;
}

/** What a rule about words beside a cell asks for. */
export function besideHelp<K extends string>(check: BesideCheck<K>, name: (key: K) => string): string {
  const { when, says } = check.rule;
  const begins = listed(
    when.begins.map((words) => `"${words}"`),
    "hoặc",
  );
  return `Áp dụng khi ${name(check.beside)} ghi ${begins}. ${says}`;
}

function crossText({ actual, expected, by, place }: Finding<"cross.mismatch">, edition: Edition): string {
  switch (by.kind) {
    case "table": {
      const there = `${feedFrom(by)} là ${show(expected)}`;
      return place.kind === "table"
        ? `Cột ${ownColumn(place)} cộng lại được ${show(actual)} nhưng ${there}. ` +
            "Hai phụ biểu phải khớp nhau. Kiểm tra lại."
        : `Ô ghi ${show(actual)} nhưng ${there}. Hai chỗ phải khớp nhau: sửa biểu mẫu hoặc sửa phụ biểu.`;
    }
    case "words": {
      return `Cột ${ownColumn(place)} ${standsText(actual)}. ${by.says} Kiểm tra lại dòng này.`;
    }
    case "relation": {
      const own = sideText(by.left, actual, place, edition, true);
      const [only] = by.right;
      const isState = by.operator === "implies" || by.operator === "both-or-neither";
      const other =
        isState && by.right.length === 1 && only !== undefined
          ? `${cellText(only.cell, place, edition)} ${standsText(only.value)}`
          : sideText(by.right, expected, place, edition, false);
      return `${own}, ${RELATIONS[by.operator]} ${other}. ${by.says} Kiểm tra lại các ô này.`;
    }
  }
}

function standsText(value: number | string | null): string {
  return value === null ? "để trống" : `ghi ${show(value)}`;
}

const RELATIONS: Readonly<Record<RuleOperator, string>> = {
  "=": "khác",
  "<=": "lớn hơn",
  ">=": "nhỏ hơn",
  implies: "nhưng",
  "both-or-neither": "nhưng",
  "never-both": "trong khi có",
};

/** `Ô ghi 28`; `20 ở dòng 1.4 của biểu mẫu 3`; `cộng dòng 6.4.1 và dòng 6.5.1: 68 + 44 = 112`. */
function sideText(
  terms: readonly Term[],
  sum: number | string | null,
  place: FindingPlace,
  edition: Edition,
  carries: boolean,
): string {
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) {
    if (carries) return `Ô ${standsText(only.value)}`;
    return only.cell.kind === "number"
      ? show(only.value)
      : `${show(only.value)} ở ${cellText(only.cell, place, edition)}`;
  }
  const cells = terms.filter(({ cell }) => cell.kind !== "number");
  const names = listed(cells.map(({ cell }) => cellText(cell, place, edition)));
  const values = terms.map(({ value }) => show(value ?? 0)).join(" + ");
  return `${carries ? "Cộng" : "cộng"} ${names}: ${values} = ${show(sum)}`;
}

const OPERATORS: Readonly<Record<Extract<RuleOperator, "=" | "<=" | ">=">, string>> = {
  "=": "bằng",
  "<=": "không lớn hơn",
  ">=": "không nhỏ hơn",
};

function relationHelp({ left, operator, right, says }: ExplicitRule, form: number, edition: Edition): string {
  const [ours, theirs] = [declaredSide(left, form, edition), declaredSide(right, form, edition)];
  switch (operator) {
    case "implies":
      return `Khi ${ours}${stateText(left)} thì ${theirs}${stateText(right)}. ${says}`;
    case "both-or-neither":
      return `${ours}${stateText(left)} và ${theirs}${stateText(right)}: cùng có hoặc cùng không. ${says}`;
    case "never-both":
      return `Không vừa có ${ours}${stateText(left)}, vừa có ${theirs}${stateText(right)}. ${says}`;
    default:
      return `${ours} ${OPERATORS[operator]} ${theirs}. ${says}`;
  }
}

function stateText({ is }: RuleSide): string {
  if (is === "filled") return " có ghi";
  return is === "positive" ? " lớn hơn 0" : ` ghi ${show(is.equals)}`;
}

/** What a form's number equals: `tổng cột "Tổng số phiếu" của trang tính "Mức độ hài lòng"`. */
function feedFrom({ table, columns, from }: TableGives): string {
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
  return `tổng ${columnsText({ table, columns, ...(typeof from === "object" ? { rows: from.rows } : {}) })}`;
}

function declaredSide({ sum }: RuleSide, form: number, edition: Edition): string {
  return sum
    .map((term) => {
      if (typeof term === "string") return rowText(rowKey(term), form, edition);
      if ("number" in term) return show(term.number);
      return columnsText(term);
    })
    .join(" cộng ");
}
