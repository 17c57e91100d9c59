import type { Form } from "../forms/schema.js";
import type { CellAddress } from "../values/address.js";
import { formSheetName } from "./names.js";

/** Where a freshly written form stands on its sheet, as on the official print. */
export const formLayout = {
  columns: { code: 1, label: 2, unit: 3, value: 4, note: 5 },
  /** A4 upright between margins of 20 and 15 mm takes 90 characters. */
  widths: [7, 45, 15, 12, 11],
  captionRow: 1,
  titleRow: 2,
  spacerRow: 3,
  headerRow: 4,
  subheaderRow: 5,
  firstRow: 6,
} as const;

/** Row of an indicator on a freshly written form. */
export function rowOf(form: Form, code: string): number {
  return formLayout.firstRow + form.indicators.findIndex((indicator) => indicator.code === code);
}

/** Result cell of an indicator on a freshly written form. */
export function valueCell(form: Form, code: string): CellAddress {
  return { sheet: formSheetName(form.number), row: rowOf(form, code), column: formLayout.columns.value };
}
