import { findInfoField, type InfoKey } from "../../report/info-fields.js";
import { remembered } from "../../values/remembered.js";

/**
 * The names by which cells are found again (DESIGN section 7, contract): sheet names and
 * workbook-scoped defined names. Excel ignores case in both.
 */

/** The text of an edition that does not come with the program. */
export const EDITION_DATA_NAME = "CCHC_EDITION_DATA";

/** How the sheets of the forms begin. */
export const FORM_SHEET_PREFIX = "Biểu mẫu ";

/** `Biểu mẫu 3` */
export function formSheetName(form: number): string {
  return `${FORM_SHEET_PREFIX}${form}`;
}

/**
 * The name that holds the edition's id in a workbook that was adopted: its sheets are the officer's
 * own, so no cell says it. Such a workbook is read by its names alone.
 */
export const EDITION_NAME = "CCHC_EDITION";

/** What one of our defined names stands for. */
export type NamedThing =
  | { readonly kind: "indicator"; readonly form: number; readonly code: string }
  | { readonly kind: "info"; readonly key: InfoKey }
  /** The officer's own text for a section of the narrative, by the section's id. */
  | { readonly kind: "text"; readonly section: string }
  /** The body of a supplementary table. */
  | { readonly kind: "table"; readonly table: string }
  /** The list of what the officer confirmed. */
  | { readonly kind: "confirmations" }
  /** What the last printed check found. */
  | { readonly kind: "last-check" }
  /** The reports of the year before. */
  | { readonly kind: "history" };

/** `CCHC_BM3_3_3_1` for row 3.3.1 of form 3. */
export function indicatorName(form: number, code: string): string {
  return `CCHC_BM${form}_${code.replaceAll(".", "_")}`;
}

/** `CCHC_INFO_organization` */
export function infoName(key: InfoKey): string {
  return `CCHC_INFO_${key}`;
}

/**
 * `CCHC_TEXT_assigned_tasks` for section `assigned-tasks`: a defined name holds no dash, and a
 * section's id no underscore.
 */
export function textName(section: string): string {
  return `CCHC_TEXT_${section.replace(/[-.]/g, "_")}`;
}

/** `CCHC_TBL_dossiers_by_field` for the body rows of table `dossiers-by-field`. */
export function tableName(table: string): string {
  return `CCHC_TBL_${table.replaceAll("-", "_")}`;
}

/** The name that stands in a workbook while marks of ours lie over its cells. */
export const MARKED_NAME = "CCHC_MARKS";

/** `CCHC_CHART_dossiers_by_field` for the cells that a chart of table `dossiers-by-field` shows, while there is one. */
export function chartName(table: string): string {
  return `CCHC_CHART_${table.replaceAll("-", "_")}`;
}

const CONFIRMATIONS_NAME = "CCHC_CONFIRMATIONS";
const LAST_CHECK_NAME = "CCHC_LAST_CHECK";
const HISTORY_NAME = "CCHC_HISTORY";

/** The name of a thing. */
export function nameOf(thing: NamedThing): string {
  switch (thing.kind) {
    case "indicator":
      return indicatorName(thing.form, thing.code);
    case "info":
      return infoName(thing.key);
    case "text":
      return textName(thing.section);
    case "table":
      return tableName(thing.table);
    case "confirmations":
      return CONFIRMATIONS_NAME;
    case "last-check":
      return LAST_CHECK_NAME;
    case "history":
      return HISTORY_NAME;
  }
}

/** What a defined name stands for, or null for a name that is not ours. */
export function parseName(name: string): NamedThing | null {
  if (nameKey(name) === CONFIRMATIONS_NAME) return { kind: "confirmations" };
  if (nameKey(name) === LAST_CHECK_NAME) return { kind: "last-check" };
  if (nameKey(name) === HISTORY_NAME) return { kind: "history" };
  const indicator = /^CCHC_BM([1-9]\d*)_(\d+[a-z]?(?:_[0-9a-z]+)*)$/i.exec(name);
  if (indicator !== null) {
    const [, form = "", code = ""] = indicator;
    return { kind: "indicator", form: Number(form), code: code.toLowerCase().replaceAll("_", ".") };
  }
  const info = /^CCHC_INFO_([a-z]+)$/i.exec(name)?.[1];
  if (info !== undefined) {
    const field = findInfoField(info);
    return field === null ? null : { kind: "info", key: field.key };
  }
  const table = /^CCHC_TBL_([a-z0-9]+(?:_[a-z0-9]+)*)$/i.exec(name)?.[1];
  if (table !== undefined) return { kind: "table", table: table.toLowerCase().replaceAll("_", "-") };
  const section = /^CCHC_TEXT_([a-z0-9]+(?:_[a-z0-9]+)*)$/i.exec(name)?.[1];
  if (section === undefined) return null;
  return { kind: "text", section: section.toLowerCase().replaceAll("_", "-") };
}

/** A defined name as a map key: Excel takes names that differ in case only for the same. */
export function nameKey(name: string): string {
  return name.toUpperCase();
}

/** A sheet's name as a map key: Excel takes names that differ in case only for the same. */
export const sheetKey: (name: string) => string = remembered((name) => name.normalize("NFC").toLowerCase());
