import { findIndicator, type IndicatorRef, labelOf, refOf } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import { allTables } from "../forms/tables.js";
import { deriveRules } from "../rules/derive.js";
import type { Severity } from "../rules/facts.js";
import type { RuleId } from "../rules/finding.js";
import { vietnamese } from "../rules/messages/vi/wording.js";
import type { Wording } from "../rules/messages/wording.js";
import { nameOfColumn, tableSheet } from "../rules/place-words.js";
import { deriveTableRules } from "../rules/tables/derive.js";
import { capital } from "../values/words.js";

/** A rule as data for a reader outside: one of the forms, or one of a table (`form` and `code` null). */
export type DescribedRule = FormRuleDescription | TableRuleDescription;

interface FormRuleDescription {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly form: number;
  readonly code: string;
  /** The rows that it looks at. */
  readonly inputs: readonly IndicatorRef[];
  readonly check: string;
  /** The name of a rule that the edition or the table writes out; null for one that follows from a declaration. */
  readonly name: string | null;
  /** One sentence: what has to hold, and why. */
  readonly help: string;
}

interface TableRuleDescription {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly form: null;
  readonly code: null;
  readonly table: string;
  readonly column: string;
  readonly check: string;
  /** The name of a rule that the edition or the table writes out; null for one that follows from a declaration. */
  readonly name: string | null;
  /** One sentence: what has to hold, and why. */
  readonly help: string;
}

/** Every rule that follows from an edition and from the tables that it may use: the forms first, in printed order. */
export function describeRules(
  edition: Edition,
  { helpOfFormRule, helpOfTableRule }: Wording = vietnamese,
): readonly DescribedRule[] {
  return [
    ...deriveRules(edition).map((rule): FormRuleDescription => {
      const { id, severity, form, code, check } = rule;
      const name = check.kind === "relation" ? check.rule.name : null;
      const inputs = rule.inputs.map(refOf);
      return {
        id,
        severity,
        form,
        code,
        inputs,
        check: check.kind,
        name,
        help: helpOfFormRule(rule, edition),
      };
    }),
    ...allTables()
      .flatMap(deriveTableRules)
      .map((rule): TableRuleDescription => {
        const { id, severity, table, column, check } = rule;
        const name = check.kind === "said-beside" ? check.rule.name : null;
        const help = helpOfTableRule(rule);
        return { id, severity, form: null, code: null, table, column, check: check.kind, name, help };
      }),
  ];
}

/** Where a rule looks, for a person: the row with its label, or the column of a table's sheet. */
export function placeOfRule(
  edition: Edition,
  rule: DescribedRule,
  { places }: Pick<Wording, "places"> = vietnamese,
): string {
  if (rule.form === null) {
    const column = places.column(nameOfColumn(rule.table, rule.column));
    return capital(places.ofSheet(column, tableSheet(rule.table)));
  }
  const indicator = findIndicator(edition, rule);
  const label = indicator === null ? "" : labelOf(indicator, edition.superior);
  return `${rule.form}/${rule.code}  ${label}`;
}

/** `3/1.4` for a rule of a form; null for one of a table. */
export function rowOfRule(rule: DescribedRule): string | null {
  return rule.form === null ? null : `${rule.form}/${rule.code}`;
}
