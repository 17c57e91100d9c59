import { describeRules } from "../../jobs/describe-rules.js";
import type { Language } from "../../jobs/wording.js";
import { wordingOf } from "../../jobs/wording.js";
import { requireEdition } from "../editions.js";
import { type ExitCode, exitCodes, type Io, printJson } from "../io.js";
import { ruleListText } from "../rule-list-text.js";

/** `cchc rules`: every rule that follows from an edition and from the tables that it may use. */
export async function listRules(
  options: { readonly edition: string; readonly json: boolean; readonly lang: Language },
  io: Io,
): Promise<ExitCode> {
  const edition = await requireEdition(options.edition);
  const wording = await wordingOf(options.lang);
  if (options.json) printJson(io, describeRules(edition, wording));
  else io.out(ruleListText(edition, wording));
  return exitCodes.fine;
}
