import { named, type PeriodOfYear } from "../../../jobs/next.js";
import type { Texts } from "../../texts/texts.js";

/** A period of a year in the pane's language: `quý III năm 2023`. */
export function periodName(period: PeriodOfYear, { periodOfYear }: Texts): string {
  return periodOfYear?.(period.period, period.year) ?? named(period);
}
