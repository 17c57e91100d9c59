import { findIndicator, labelOf } from "../../forms/indicators.js";
import { allTables } from "../../forms/tables.js";
import { deriveRules } from "../../rules/derive.js";
import { helpOfFormRule, helpOfTableRule } from "../../rules/help.js";
import { deriveTableRules } from "../../rules/tables/derive.js";
import { requireEdition } from "../editions.js";
import { type ExitCode, exitCodes, type Io, printJson } from "../io.js";
import { ruleJson } from "../json/edition-json.js";
import { tableRuleJson } from "../json/table-json.js";

const INDENT = " ".repeat(8);

/** `cchc rules`: every rule that follows from an edition and from the tables that it may use. */
export async function listRules(
  options: { readonly edition: string; readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const edition = await requireEdition(options.edition);
  const rules = deriveRules(edition);
  const tableRules = allTables().flatMap(deriveTableRules);
  if (options.json) {
    printJson(io, [...rules.map((rule) => ruleJson(rule, edition)), ...tableRules.map(tableRuleJson)]);
    return exitCodes.fine;
  }
  for (const rule of rules) {
    const indicator = findIndicator(edition, rule);
    const label = indicator === null ? "" : labelOf(indicator, edition.superior);
    io.out(`${rule.severity.padEnd(7)} ${rule.id.padEnd(20)} ${rule.form}/${rule.code}  ${label}\n`);
    io.out(`${INDENT}${helpOfFormRule(rule, edition)}\n`);
  }
  for (const rule of tableRules) {
    io.out(`${rule.severity.padEnd(7)} ${rule.id.padEnd(20)} ${rule.table}/${rule.column}\n`);
    io.out(`${INDENT}${helpOfTableRule(rule)}\n`);
  }
  return exitCodes.fine;
}
