import { type SinceLast, sinceLast } from "../rules/since.js";
import type { Judgement } from "./check.js";

export type { SinceLast };

/** What has become of the findings since the last printed check; null where there was none. */
export function sinceOf({ report, findings }: Judgement): SinceLast | null {
  return report.lastCheck === null ? null : sinceLast(findings, report.lastCheck);
}
