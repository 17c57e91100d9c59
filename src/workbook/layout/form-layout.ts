import { catalogue } from "../../forms/catalogue.js";
import type { Edition, Form } from "../../forms/schema.js";
import { checkSheetNames, INFO_SHEET, TEXTS_SHEET } from "../../forms/sheet-names.js";
import type { CellAddress } from "../../values/address.js";
import { formSheetName } from "./names.js";

/** Where freshly written forms stand on their sheets, as on the official print. */
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

/** One sheet of forms: a single form, or all of them in one continuous table. */
export interface FormSheet {
  readonly name: string;
  /** The lines above the table. */
  readonly caption: string;
  readonly title: string;
  readonly forms: readonly Form[];
}

/** The sheets that an edition's forms take, in printed order. */
export function formSheets(edition: Edition): readonly FormSheet[] {
  const { layout, forms } = edition;
  if (layout.kind === "continuous") {
    return [{ name: layout.sheet, caption: "PHỤ LỤC", title: layout.title, forms }];
  }
  return forms.map((form) => {
    const name = formSheetName(form.number);
    return { name, caption: name, title: form.title, forms: [form] };
  });
}

/**
 * The sheets that matter whatever stands on them: the information, the officer's texts, the printed check, and those that
 * the editions write which come with the program. Other sheets of ours are told by the names on them.
 */
export function sheetsByName(): readonly string[] {
  const sheets = catalogue.flatMap(({ continuousSheet, forms }) =>
    continuousSheet === null ? forms.map(formSheetName) : [continuousSheet],
  );
  return [...new Set([INFO_SHEET, ...sheets, TEXTS_SHEET, ...checkSheetNames])];
}

/** Name of the sheet that a form is written to. */
export function sheetOfForm(edition: Edition, form: number): string {
  return edition.layout.kind === "continuous" ? edition.layout.sheet : formSheetName(form);
}

/** Result cell of an indicator on a freshly written sheet. */
export function valueCell(edition: Edition, form: Form, code: string): CellAddress {
  const above =
    edition.layout.kind === "continuous" ? edition.forms.slice(0, edition.forms.indexOf(form)) : [];
  const rowsAbove = above.reduce((sum, { indicators }) => sum + indicators.length, 0);
  const position = form.indicators.findIndex((indicator) => indicator.code === code);
  return {
    sheet: sheetOfForm(edition, form.number),
    row: formLayout.firstRow + rowsAbove + position,
    column: formLayout.columns.value,
  };
}
