/* A workbook is opened for one step: the code of the other two is fetched when they are wanted. */

export const loadInsertStep = () => import(/* webpackChunkName: "insert" */ "./insert/InsertStep.js");
export const loadCheckStep = () => import(/* webpackChunkName: "check" */ "./check/CheckStep.js");
export const loadReportStep = () => import(/* webpackChunkName: "report" */ "./report/ReportStep.js");
export const loadStepHelp = () => import(/* webpackChunkName: "help" */ "./help/StepHelp.js");
