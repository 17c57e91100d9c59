import { findTable } from "../forms/tables.js";
import type { Finding } from "../rules/finding.js";
import { vietnamese } from "../rules/messages/vi/wording.js";
import type { Wording } from "../rules/messages/wording.js";
import { rulesOf } from "../rules/tables/derive.js";
import type { Judgement } from "./check.js";

/**
 * What the rule asks for that a finding says is broken, made from its declaration, one sentence each where
 * several rules say the same of one cell. Empty for what no declaration asks: the information, the sheets.
 */
export function helpOfFinding(
  finding: Finding,
  { evaluation, report }: Pick<Judgement, "evaluation" | "report">,
  { helpOfFormRule, helpOfTableRule }: Wording = vietnamese,
): readonly string[] {
  const { place, rule: id } = finding;
  const named = finding.rule === "cross.mismatch" && finding.by.kind === "relation" ? finding.by.name : null;
  switch (place.kind) {
    case "indicator": {
      const rules = evaluation.set.rules.filter((rule, position) => {
        const here = rule.id === id && rule.form === place.form && rule.code === place.code;
        const fails = evaluation.outcomes[position]?.kind === "fails";
        const meant = named === null || (rule.check.kind === "relation" && rule.check.rule.name === named);
        return here && fails && meant;
      });
      return distinct(rules.map((rule) => helpOfFormRule(rule, report.edition)));
    }
    case "table": {
      const table = findTable(place.table);
      const rules = table === null ? [] : rulesOf(table).all;
      return distinct(
        rules.filter((rule) => rule.id === id && rule.column === place.column).map(helpOfTableRule),
      );
    }
    default:
      return [];
  }
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
