import { type Defect, localize } from "../rules/localize/localize.js";
import type { Judgement } from "./check.js";

export type { Defect } from "../rules/localize/localize.js";

/**
 * What is wrong in a judged report, each once, with the cells that it may be: findings that come from
 * one cell together. Takes some milliseconds where much is wrong; not for every keystroke.
 */
export function defectsOf({ evaluation, findings }: Judgement): readonly Defect[] {
  return localize(evaluation, findings);
}
