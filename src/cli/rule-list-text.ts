import type { Edition } from "../forms/schema.js";
import { type DescribedRule, describeRules, placeOfRule, rowOfRule } from "../jobs/describe-rules.js";
import type { Language, Wording } from "../jobs/wording.js";

/** A sentence that is said of more places than this stands once, with the places; else with each of them. */
const MOST_TOLD_APART = 10;

interface ListWords {
  readonly severities: Readonly<Record<DescribedRule["severity"], string>>;
  readonly head: (edition: string, rules: number) => string;
  readonly common: (sentences: number) => string;
  readonly places: (rows: number, columns: number) => string;
}

const LIST_WORDS: Readonly<Record<Language, ListWords>> = {
  vi: {
    severities: { error: "LỖI", warning: "Cần xem lại", info: "Lưu ý" },
    head: (edition, rules) =>
      `${edition}: ${rules} quy tắc. Riêng từng dòng, từng cột trước; chung cho nhiều dòng, cột ở cuối.`,
    common: (sentences) => `Chung cho nhiều dòng, cột: ${sentences} quy tắc`,
    places: (rows, columns) =>
      [rows > 0 ? `${rows} dòng` : "", columns > 0 ? `${columns} cột của các phụ biểu` : ""]
        .filter((part) => part !== "")
        .join(", "),
  },
  en: {
    severities: { error: "ERROR", warning: "To review", info: "Note" },
    head: (edition, rules) =>
      `${edition}: ${rules} rules. First those of single rows and columns; those of many at the end.`,
    common: (sentences) => `Of many rows and columns: ${sentences} rules`,
    places: (rows, columns) =>
      [rows > 0 ? `rows: ${rows}` : "", columns > 0 ? `columns of tables: ${columns}` : ""]
        .filter((part) => part !== "")
        .join(", "),
  },
};

/**
 * The rules of an edition for a person: by row and column in printed order, each sentence with its weight and
 * the rule's id; what is said of many places alike (types, ranges, blanks) once, at the end, with the rows.
 */
export function ruleListText(edition: Edition, wording: Wording): string {
  const rules = describeRules(edition, wording);
  const words = LIST_WORDS[wording.language];
  const alike = grouped(rules, ({ id, severity, help }) => [id, severity, help].join("\n"));
  const common = [...alike.values()].filter(({ length }) => length > MOST_TOLD_APART);
  const told = new Set(common.flat());
  const sentence = ({ id, severity, help }: DescribedRule) =>
    `  ${words.severities[severity]}  ${help}  [${id}]\n`;
  const apart = grouped(
    rules.filter((rule) => !told.has(rule)),
    (rule) => placeOfRule(edition, rule, wording),
  );
  return [
    `${words.head(edition.id, rules.length)}\n`,
    ...[...apart].flatMap(([place, here]) => [`\n${place}\n`, ...here.map(sentence)]),
    `\n${words.common(common.length)}\n`,
    ...common.flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const rows = same.flatMap((rule) => rowOfRule(rule) ?? []);
      const listed = rows.length === 0 ? "" : `    ${rows.join("; ")}\n`;
      const counted = `    (${words.places(rows.length, same.length - rows.length)})\n`;
      return [sentence(first), counted, listed];
    }),
  ].join("");
}

/** Rules by what is the same of them, in the order in which each first comes. */
function grouped(
  rules: readonly DescribedRule[],
  keyOf: (rule: DescribedRule) => string,
): ReadonlyMap<string, readonly DescribedRule[]> {
  const groups = new Map<string, DescribedRule[]>();
  for (const rule of rules) {
    const group = groups.get(keyOf(rule));
    if (group === undefined) groups.set(keyOf(rule), [rule]);
    else group.push(rule);
  }
  return groups;
}
