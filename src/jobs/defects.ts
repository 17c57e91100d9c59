import type { Edition } from "../forms/schema.js";
import { type Defect, localize } from "../rules/localize/localize.js";
import type { Wording } from "../rules/messages/wording.js";
import { suggestion } from "../rules/suggest.js";
import type { Judgement } from "./check.js";

export type { Defect } from "../rules/localize/localize.js";

/**
 * What is wrong in a judged report, each once, with the cells that it may be: findings that come from
 * one cell together. Takes some milliseconds where much is wrong; not for every keystroke.
 */
export function defectsOf({ evaluation, findings }: Judgement): readonly Defect[] {
  return localize(evaluation, findings);
}

/** Which cell may be wrong, as a sentence; empty where nothing can be said. */
export function suggestionOf(defect: Defect, edition: Edition, wording?: Wording): string {
  return suggestion(defect, edition, wording);
}
