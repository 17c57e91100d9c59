import { findIndicator, labelOf } from "../../forms/indicators.js";
import { deriveRules } from "../../rules/derive.js";
import { requireEdition } from "../editions.js";
import { type ExitCode, exitCodes, type Io, printJson } from "../io.js";
import { ruleJson } from "../json/edition-json.js";

/** `cchc rules`: every rule that follows from an edition. */
export async function listRules(
  options: { readonly edition: string; readonly json: boolean },
  io: Io,
): Promise<ExitCode> {
  const edition = await requireEdition(options.edition);
  const rules = deriveRules(edition);
  if (options.json) {
    printJson(io, rules.map(ruleJson));
    return exitCodes.fine;
  }
  for (const rule of rules) {
    const indicator = findIndicator(edition, rule);
    const label = indicator === null ? "" : labelOf(indicator, edition.superior);
    io.out(`${rule.severity.padEnd(7)} ${rule.id.padEnd(20)} ${rule.form}/${rule.code}  ${label}\n`);
  }
  return exitCodes.fine;
}
