import { eachIndicator, type IndicatorRef, indicatorKey, isFilled } from "../forms/indicators.js";
import type { Report } from "../report/report.js";
import { composeWithTrace } from "./compose.js";
import { isVoidRatio, statedNumber } from "./facts.js";
import { originKey } from "./origin.js";
import type { Outline } from "./outline.js";

/**
 * The filled rows that no composed sentence tells, in printed order. A ratio that has nothing to be
 * a ratio of is not counted: there is nothing to tell.
 */
export function untoldIndicators(outline: Outline, report: Report): readonly IndicatorRef[] {
  const told = new Set(composeWithTrace(outline, report).told.map(originKey));
  return [...eachIndicator(report.edition)].flatMap(({ form, indicator }) => {
    if (!isFilled(indicator)) return [];
    const key = indicatorKey(form.number, indicator.code);
    const value = statedNumber(indicator, report.values.get(key));
    if (value === null || told.has(key) || isVoidRatio(indicator, form.number, value, report)) return [];
    return [{ form: form.number, code: indicator.code }];
  });
}
