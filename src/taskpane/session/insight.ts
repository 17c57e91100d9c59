/* What is told of a finding beside its sentence, and what mends it: fetched once one is looked at. */

export { sameCauseLines } from "../../jobs/finding-lines.js";
export { certainFixes, fixesOf } from "../../jobs/fixes.js";
export { helpOfFinding } from "../../jobs/help-of-finding.js";
export { proposalsOf } from "../../jobs/proposals.js";
