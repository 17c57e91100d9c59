/* Which cell may be wrong, and what a rule asks for: fetched once findings are looked at. */

export { type Defect, defectsOf, suggestionOf } from "../../../jobs/defects.js";
export { helpOfFinding } from "../../../jobs/help-of-finding.js";
export { proposalsOf } from "../../../jobs/proposals.js";
