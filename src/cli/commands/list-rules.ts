import { describeRules, labelOfRow } from "../../jobs/describe-rules.js";
import type { Language } from "../../jobs/wording.js";
import { wordingOf } from "../../jobs/wording.js";
import { requireEdition } from "../editions.js";
import { type ExitCode, exitCodes, type Io, printJson } from "../io.js";

const INDENT = " ".repeat(8);

/** `cchc rules`: every rule that follows from an edition and from the tables that it may use. */
export async function listRules(
  options: { readonly edition: string; readonly json: boolean; readonly lang: Language },
  io: Io,
): Promise<ExitCode> {
  const edition = await requireEdition(options.edition);
  const rules = describeRules(edition, await wordingOf(options.lang));
  if (options.json) {
    printJson(io, rules);
    return exitCodes.fine;
  }
  for (const rule of rules) {
    const place =
      rule.form === null
        ? `${rule.table}/${rule.column}`
        : `${rule.form}/${rule.code}  ${labelOfRow(edition, rule)}`;
    io.out(`${rule.severity.padEnd(7)} ${rule.id.padEnd(20)} ${place}\n${INDENT}${rule.help}\n`);
  }
  return exitCodes.fine;
}
