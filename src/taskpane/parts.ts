/*
 * The heavy parts of the program, each its own file, fetched when first used. Importing them in one
 * place keeps the first load small: nothing else may import these modules.
 */

export const loadPlanner = () => import(/* webpackChunkName: "planner" */ "../jobs/insert.js");
export const loadEditionFile = () => import(/* webpackChunkName: "editionfile" */ "../jobs/editions.js");
export const loadOwnText = () => import(/* webpackChunkName: "owntext" */ "./view/report/OwnText.js");
export const loadOutlineChoice = () =>
  import(/* webpackChunkName: "outlines" */ "./view/report/OutlineChoice.js");
export const loadTableChoice = () => import(/* webpackChunkName: "tables" */ "./view/insert/TableChoice.js");
export const loadNextPeriod = () => import(/* webpackChunkName: "next" */ "./view/next/NextPeriod.js");
export const loadOwnForms = () => import(/* webpackChunkName: "recognition" */ "./view/adopt/OwnForms.js");
export const loadWriter = () => import(/* webpackChunkName: "writer" */ "../jobs/report.js");
export const loadPrinter = () => import(/* webpackChunkName: "printer" */ "../jobs/print.js");
export const loadWordWriter = () => import(/* webpackChunkName: "word" */ "../jobs/print-word.js");
