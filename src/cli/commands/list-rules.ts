import { findIndicator, labelOf } from "../../forms/indicators.js";
import { allTables } from "../../forms/tables.js";
import { deriveRules } from "../../rules/derive.js";
import { deriveTableRules } from "../../rules/tables/derive.js";
import { requireEdition } from "../editions.js";
import { type ExitCode, exitCodes, type Io, printJson } from "../io.js";
import { ruleJson } from "../json/edition-json.js";
import { tableRuleJson } from "../json/table-json.js";

/** `cchc rules`: every rule that follows from an edition and from the tables that it may use. */
export async function listRules(
  options: { readonly edition: string; readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const edition = await requireEdition(options.edition);
  const rules = deriveRules(edition);
  const tableRules = allTables().flatMap(deriveTableRules);
  if (options.json) {
    printJson(io, [...rules.map(ruleJson), ...tableRules.map(tableRuleJson)]);
    return exitCodes.fine;
  }
  for (const rule of rules) {
    const indicator = findIndicator(edition, rule);
    const label = indicator === null ? "" : labelOf(indicator, edition.superior);
    io.out(`${rule.severity.padEnd(7)} ${rule.id.padEnd(20)} ${rule.form}/${rule.code}  ${label}\n`);
  }
  for (const { id, severity, table, column } of tableRules) {
    io.out(`${severity.padEnd(7)} ${id.padEnd(20)} ${table}/${column}\n`);
  }
  return exitCodes.fine;
}
