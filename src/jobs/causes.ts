import { findingKey } from "../rules/confirm.js";
import type { Finding } from "../rules/finding.js";
import { isExplained } from "../rules/localize/defect.js";
import type { Judgement } from "./check.js";
import type { Defect } from "./defects.js";

/** Which findings have one cause, as it was worked out for a judgement. */
export interface Causes {
  readonly of: Judgement;
  readonly defects: readonly Defect[];
}

/**
 * The defects as far as all their findings are among some of a judgement. Working them out takes time: until that is
 * done for what was just typed, findings that belonged together and are still there stay together, without a
 * word on which cell it is, so that the list stands still while she types.
 *
 * @param findings those that are shown: a defect whose first finding is not among them is none
 */
export function defectsAmong(
  causes: Causes | null,
  judgement: Judgement,
  findings: readonly Finding[] = judgement.findings,
): readonly Defect[] {
  if (causes === null) return [];
  const isNow = causes.of === judgement;
  if (isNow && findings === judgement.findings) return causes.defects;
  const known = causes.defects.filter(isExplained);
  if (known.length === 0) return [];
  const shown = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const still = (finding: Finding) => shown.get(findingKey(finding));
  return known.flatMap(({ finding, also, explanations, moves }): readonly Defect[] => {
    const first = still(finding);
    if (first === undefined) return [];
    const others = also.map(still).filter((other) => other !== undefined);
    return [
      { finding: first, also: others, explanations: isNow ? explanations : [], moves: isNow ? moves : [] },
    ];
  });
}
