/* Which cell may be wrong, and what a rule asks for: fetched once findings are looked at. */

export { defectsOf } from "../../jobs/defects.js";
export { sameCauseLines } from "../../jobs/finding-lines.js";
export { helpOfFinding } from "../../jobs/help-of-finding.js";
export { proposalsOf } from "../../jobs/proposals.js";
