import { findIndicator } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import type { IndicatorValue } from "../../report/report.js";
import type { Culture } from "../../values/culture.js";

/** What `3.000` becomes where a program takes the dot for a decimal mark: below this nothing tells it from 3. */
const THOUSAND = 1000;

/**
 * A program set to English marks turns `3.000` into 3 without a word, and keeps nothing of what was
 * typed. The first whole number below a thousand that may be such a one gets its other reading, so that
 * it is asked about once; answered for one, it is answered for all.
 */
export function withLostThousands(
  values: readonly IndicatorValue[],
  edition: Edition,
  culture: Culture | null,
): readonly IndicatorValue[] {
  if (culture?.decimal !== ".") return values;
  const first = values.findIndex((value) => mayHaveLostThousands(value, edition));
  return values.map((value, index) =>
    index === first && value.reading.kind === "number"
      ? { ...value, reading: { ...value.reading, alternative: value.reading.value * THOUSAND } }
      : value,
  );
}

function mayHaveLostThousands({ form, code, cell, reading }: IndicatorValue, edition: Edition): boolean {
  if (reading.kind !== "number" || reading.typed !== null || cell.formula !== "") return false;
  const kind = findIndicator(edition, { form, code })?.kind;
  const { value } = reading;
  return (kind === "count" || kind === "money") && Number.isInteger(value) && value >= 1 && value < THOUSAND;
}
