import type { FileFault } from "./faults.js";
import { repeated } from "./faults.js";
import { eachIndicator, findIndicator, indicatorKey, isAmount, refOf, rowKey } from "./indicators.js";
import { contradiction, type LinearRelation } from "./linear.js";
import { closedRows } from "./logic.js";
import type { ExplicitRule, RuleSide } from "./rule-schema.js";
import type { Edition, Indicator } from "./schema.js";
import { findColumn, findTable, isNumberColumn, printedLabels } from "./tables.js";

/**
 * Faults in an edition's explicit rules: names unique, every cell there and a number, a row of a form
 * first on the left (it carries the finding), and no rules that contradict one another or the
 * declarations.
 */
export function ruleFaults(edition: Edition): readonly FileFault[] {
  const faults: FileFault[] = [];
  const rules = edition.rules ?? [];
  for (const name of repeated(rules.map((rule) => rule.name))) {
    faults.push({ path: `rules.${name}`, message: "hai quy tắc cùng tên" });
  }
  for (const rule of rules) {
    for (const message of faultsOf(rule, edition)) faults.push({ path: `rules.${rule.name}`, message });
  }
  return faults.length > 0 ? faults : [...contraryFaults(edition)];
}

function faultsOf(rule: ExplicitRule, edition: Edition): readonly string[] {
  const faults: string[] = [];
  if (typeof rule.left.sum[0] !== "string") faults.push("vế trái phải bắt đầu bằng một dòng của biểu mẫu");
  for (const side of [rule.left, rule.right]) {
    for (const term of side.sum) {
      if (typeof term === "string") {
        const indicator = findIndicator(edition, refOf(rowKey(term)));
        if (indicator === null) faults.push(`không có dòng ${term}`);
        else if (indicator.kind === "heading" || indicator.kind === "text") {
          faults.push(`dòng ${term} không phải là dòng số`);
        }
      } else if ("table" in term) {
        const table = findTable(term.table);
        if (table === null) {
          faults.push(`không có bảng ${term.table}`);
          continue;
        }
        for (const id of term.columns) {
          const column = findColumn(table, id);
          if (column === null || !isNumberColumn(column)) {
            faults.push(`bảng ${term.table} không có cột số ${id}`);
          }
        }
        const printed = printedLabels(table);
        for (const row of term.rows ?? []) {
          if (!printed.includes(row)) faults.push(`bảng ${term.table} không ghi sẵn dòng "${row}"`);
        }
      }
    }
  }
  return faults;
}

function contraryFaults(edition: Edition): readonly FileFault[] {
  const together = contradiction(linearRelations(edition));
  const named = together.map(({ name }) => name).join(", ");
  const numbers =
    together.length === 0
      ? []
      : [{ path: "rules", message: `các quy tắc mâu thuẫn nhau, không số liệu nào thỏa mãn: ${named}` }];
  const pairs = contraryPairs(edition.rules ?? []);
  return [...numbers, ...(pairs.length > 0 ? pairs : closedFaults(edition))];
}

/** Rows in which the logical rules let nothing stand. */
function closedFaults(edition: Edition): readonly FileFault[] {
  const choicesOf = (row: string) => {
    const indicator = findIndicator(edition, refOf(rowKey(row)));
    return indicator?.kind === "choice" ? indicator.choices.map(({ value }) => value) : null;
  };
  return closedRows(edition.rules ?? [], choicesOf).map(({ rows, rules }) => {
    const [row, ...others] = rows;
    const closed =
      others.length === 0 ? `dòng ${row} không thể ghi số nào` : `không thể cùng ghi dòng ${rows.join(", ")}`;
    const names = rules.map(({ name }) => name).join(", ");
    return { path: "rules", message: `các quy tắc mâu thuẫn nhau, ${closed}: ${names}` };
  });
}

/** Two sides that must stand together and must not. */
function contraryPairs(rules: readonly ExplicitRule[]): readonly FileFault[] {
  const pair = ({ left, right }: ExplicitRule) => [left, right].map(sideKey).sort().join("|");
  const never = new Map(
    rules.filter(({ operator }) => operator === "never-both").map((rule) => [pair(rule), rule.name]),
  );
  return rules.flatMap((rule) => {
    const other = rule.operator === "both-or-neither" ? never.get(pair(rule)) : undefined;
    const message = `mâu thuẫn với quy tắc ${other}: một quy tắc buộc hai vế cùng có, quy tắc kia cấm`;
    return other === undefined ? [] : [{ path: `rules.${rule.name}`, message }];
  });
}

function sideKey({ sum, is }: RuleSide): string {
  return JSON.stringify([sum, is]);
}

/** The most that a row may hold; null where there is no most, or none but 0. */
function mostOf(indicator: Indicator): number | null {
  if (indicator.kind === "ratio") return 100;
  const most = indicator.kind === "choice" ? Math.max(...indicator.choices.map(({ value }) => value)) : 0;
  return most > 0 ? most : null;
}

/** Everything linear that an edition says of its rows; what tables say is not known beforehand. */
function linearRelations(edition: Edition): readonly LinearRelation[] {
  const relations: LinearRelation[] = [];
  const add = (
    name: string,
    operator: "=" | "<=",
    terms: readonly (readonly [key: string, factor: number])[],
    bound = 0,
  ) => {
    const coefficients = new Map<string, number>();
    for (const [key, factor] of terms) coefficients.set(key, (coefficients.get(key) ?? 0) + factor);
    relations.push({ name, coefficients, operator, bound });
  };
  const named = new Set<string>(
    (edition.rules ?? []).flatMap(({ left, right }) =>
      [...left.sum, ...right.sum].filter((term) => typeof term === "string"),
    ),
  );
  for (const { form, indicator } of eachIndicator(edition)) {
    const key = (code: string) => indicatorKey(form.number, code);
    const own = key(indicator.code);
    if (isAmount(indicator)) {
      const { parts, atMost } = indicator;
      if (parts !== undefined) {
        const terms = parts.codes.map((code) => [key(code), 1] as const);
        add(`thành phần của dòng ${own}`, parts.relation === "equal" ? "=" : "<=", [...terms, [own, -1]]);
      }
      if (atMost !== undefined) {
        add(`tổng của dòng ${own}`, "<=", [
          [own, 1],
          [key(atMost), -1],
        ]);
      }
    }
    const most = mostOf(indicator);
    if (most !== null && named.has(own)) add(`giới hạn ${most} của dòng ${own}`, "<=", [[own, 1]], most);
    if (indicator.kind === "ratio" && indicator.ratio !== undefined) {
      const { numerator, denominator } = indicator.ratio;
      add(`tỷ lệ ở dòng ${own}`, "<=", [
        [key(numerator), 1],
        [key(denominator), -1],
      ]);
    }
  }
  for (const rule of edition.rules ?? []) {
    const { name, operator, left, right } = rule;
    if (operator !== "=" && operator !== "<=" && operator !== ">=") continue;
    if ([...left.sum, ...right.sum].some((term) => typeof term === "object" && "table" in term)) continue;
    const turned = operator === ">=" ? -1 : 1;
    const cells = (side: RuleSide, factor: number) =>
      side.sum.flatMap((term) => (typeof term === "string" ? [[term, factor * turned] as const] : []));
    const constant = (side: RuleSide) =>
      side.sum.reduce(
        (sum, term) => sum + (typeof term === "object" && "number" in term ? term.number : 0),
        0,
      );
    add(
      name,
      operator === "=" ? "=" : "<=",
      [...cells(left, 1), ...cells(right, -1)],
      turned * (constant(right) - constant(left)),
    );
  }
  return relations;
}
