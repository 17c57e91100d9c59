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
  const alike = new Map<string, DescribedRule[]>();
  for (const rule of rules) {
    const key = [rule.id, rule.severity, rule.help].join("\n");
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [rule]);
    else known.push(rule);
  }
  const common = [...alike.values()].filter(({ length }) => length > MOST_TOLD_APART);
  const told = new Set(common.flat());
  const sentence = ({ id, severity, help }: DescribedRule) =>
    `  ${words.severities[severity]}  ${help}  [${id}]\n`;
  let place = "";
  const apart = rules.flatMap((rule) => {
    if (told.has(rule)) return [];
    const here = placeOfRule(edition, rule, wording);
    const heading = here === place ? [] : [`\n${here}\n`];
    place = here;
    return [...heading, sentence(rule)];
  });
  return [
    `${words.head(edition.id, rules.length)}\n`,
    ...apart,
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
