import { findIndicator, firstWords, labelOf, rowName } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import type { Column } from "../forms/table-schema.js";
import { columnName, findColumn, findTable, isNumberColumn } from "../forms/tables.js";
import { findInfoField } from "../report/info-fields.js";
import { uncapital } from "../values/words.js";
import type { CellName } from "./facts.js";
import type { FindingPlace } from "./finding.js";

/** What is printed where a finding is: rows by their STT or words, columns by their headers. The same in every language. */

export type TablePlace = Extract<FindingPlace, { kind: "table" }>;

/** The column of a place, or null where it has none. */
export function columnAt({ table, column }: TablePlace): Column | null {
  const known = findTable(table);
  return known === null || column === null ? null : findColumn(known, column);
}

/** `"Số lượng hồ sơ tiếp nhận: Tổng số"` */
export function nameOfColumn(table: string, id: string): string {
  const known = findTable(table);
  const column = known === null ? null : findColumn(known, id);
  return `"${column === null ? id : columnName(column)}"`;
}

/** The column of a place, quoted; empty where it has none. */
export function ownColumn(place: FindingPlace): string {
  return place.kind === "table" && place.column !== null ? nameOfColumn(place.table, place.column) : "";
}

/** The units of two columns of a table as words within a sentence, where they count different things; else null. */
export function unlikeUnits(
  place: FindingPlace,
  other: CellName,
): { readonly own: string; readonly other: string } | null {
  if (place.kind !== "table" || place.column === null || other.kind !== "column") return null;
  const [own, theirs] = [unitOfColumn(place.table, place.column), unitOfColumn(other.table, other.column)];
  return own === null || theirs === null || own === theirs
    ? null
    : { own: uncapital(own), other: uncapital(theirs) };
}

/** The unit printed for what a finding is at; null where nothing is counted there. */
export function unitAt(place: FindingPlace, edition: Edition): string | null {
  if (place.kind === "indicator") {
    const indicator = findIndicator(edition, place);
    return indicator !== null && "unit" in indicator ? indicator.unit : null;
  }
  return place.kind === "table" && place.column !== null ? unitOfColumn(place.table, place.column) : null;
}

function unitOfColumn(table: string, id: string): string | null {
  const known = findTable(table);
  const column = known === null ? null : findColumn(known, id);
  return column !== null && isNumberColumn(column) ? column.unit : null;
}

/** The sheet that a table is printed on. */
export function tableSheet(table: string): string {
  return findTable(table)?.sheet ?? table;
}

/** `3.3.1 (Số hồ sơ ...)`, or the first words of a row without an STT. */
export function rowWords(place: FindingPlace, edition: Edition): string {
  if (place.kind !== "indicator") return "";
  const indicator = findIndicator(edition, place);
  if (indicator === null || indicator.uncoded === true) return rowName(edition, place);
  return `${place.code} (${firstWords(labelOf(indicator, edition.superior))})`;
}

/** `0 (Chưa), 1 (Hoàn thành)`; `quote` puts the labels into quotation marks. */
export function choicesOf(place: FindingPlace, edition: Edition, quote = false): string {
  const indicator = place.kind === "indicator" ? findIndicator(edition, place) : null;
  const choices = indicator?.kind === "choice" ? indicator.choices : [];
  return choices.map(({ value, label }) => `${value} (${quote ? `"${label}"` : label})`).join(", ");
}

/** The label of a piece of information, and its hint as a sentence; both as the sheet prints them. */
export function infoWords(place: FindingPlace): { readonly label: string; readonly hint: string } {
  const field = place.kind === "info" ? findInfoField(place.key) : null;
  return field === null
    ? { label: "", hint: "" }
    : { label: field.label, hint: `${field.hint.replace(/\.$/, "")}.` };
}
