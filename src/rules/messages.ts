import type { Edition } from "../forms/schema.js";
import { inWordsOf } from "../forms/tables.js";
import type { Finding, RuleId } from "./finding.js";
import { vietnamese } from "./messages/vi/wording.js";
import type { Sentences, Wording } from "./messages/wording.js";

/**
 * The sentence of a finding: what stands, what was expected, what to do. All sentences about findings
 * are made from the tables beside this file and nowhere else.
 */
export function describe(finding: Finding, edition: Edition, wording: Wording = vietnamese): string {
  const table = tableOf(finding);
  const sentence = sentenceOf(wording.sentences, finding, edition);
  return table === null ? sentence : inWordsOf(edition, table, sentence);
}

function sentenceOf<R extends RuleId>(sentences: Sentences, finding: Finding<R>, edition: Edition): string {
  const sentence: (finding: Finding<R>, edition: Edition) => string = sentences[finding.rule];
  return sentence(finding, edition);
}

/** The table whose words an edition may print otherwise. */
function tableOf(finding: Finding): string | null {
  if (finding.place.kind === "table") return finding.place.table;
  return finding.rule === "cross.mismatch" && finding.by.kind === "table" ? finding.by.table : null;
}
