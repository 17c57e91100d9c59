/* What a session needs now and then, fetched when first used. */

export const loadDefects = () => import(/* webpackChunkName: "defects" */ "./wrong-cells.js");
export const loadInsight = () => import(/* webpackChunkName: "insight" */ "./insight.js");
export const loadConfirm = () => import(/* webpackChunkName: "confirm" */ "../../jobs/confirm.js");
export const loadCheckSheet = () => import(/* webpackChunkName: "checksheet" */ "../../jobs/check-sheet.js");
export const loadDecisions = () => import(/* webpackChunkName: "confirm" */ "../../jobs/decide-sentence.js");
