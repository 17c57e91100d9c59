import { findIndicator, labelOf } from "../forms/indicators.js";
import type { Indicator } from "../forms/schema.js";
import { superiorInLabels } from "../forms/superior.js";
import type { IndicatorValue } from "../report/report.js";
import type { CellAddress } from "../values/address.js";
import { sheetKey } from "../workbook/layout/names.js";
import type { CheckedForms } from "./check.js";

/** The row whose result cell stands somewhere. */
export interface RowAt {
  readonly indicator: Indicator;
  readonly value: IndicatorValue;
  readonly code: string;
  /** False for a row that is told by its words, since its code is printed nowhere. */
  readonly coded: boolean;
  readonly label: string;
}

/** The row whose result cell stands at an address; null for any other cell. */
export function rowAt({ report }: Pick<CheckedForms, "report">, address: CellAddress): RowAt | null {
  const here = sheetKey(address.sheet);
  const value = [...report.values.values()].find(
    ({ address: own }) =>
      own !== null &&
      own.row === address.row &&
      own.column === address.column &&
      sheetKey(own.sheet) === here,
  );
  const indicator = value === undefined ? null : findIndicator(report.edition, value);
  if (value === undefined || indicator === null) return null;
  const superior = superiorInLabels(report.info.superior, report.edition.superior);
  return {
    indicator,
    value,
    code: value.code,
    coded: indicator.uncoded !== true,
    label: labelOf(indicator, superior),
  };
}
