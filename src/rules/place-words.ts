import { findIndicator, firstWords, labelOf, rowName } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import type { Column } from "../forms/table-schema.js";
import { columnName, findColumn, findTable, inWordsOf, type TableFeed } from "../forms/tables.js";
import { findInfoField } from "../report/info-fields.js";
import type { FindingPlace } from "./finding.js";
import { show } from "./show.js";

/** Places in the officer's own terms: rows by their STT or words, columns by their headers. */

type TablePlace = Extract<FindingPlace, { kind: "table" }>;

/** A place in a table in words: `Hồ sơ theo lĩnh vực`, `dòng 3`, `Lĩnh vực`; empty where there is none. */
export function tablePlaceWords(
  place: TablePlace,
  edition: Edition,
): {
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
} {
  const column = columnAt(place);
  const total = column !== null && place.address !== null && findTable(place.table)?.total !== undefined;
  return {
    sheet: tableSheet(place.table),
    row: place.row !== null ? `dòng ${place.row}` : total ? "dòng tổng cộng" : "",
    column: column === null ? "" : inWordsOf(edition, place.table, columnName(column)),
  };
}

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

/** The sheet that a table is printed on. */
export function tableSheet(table: string): string {
  return findTable(table)?.sheet ?? table;
}

/** Where a form's number comes from: `cột "Tổng số phiếu" của sheet "Mức độ hài lòng"`. */
export function feedFrom({ table, columns, from }: TableFeed): string {
  const named = columns.map((column) => nameOfColumn(table, column));
  const sheet = `của sheet "${tableSheet(table)}"`;
  if (from === "ratio") return `100 x cột ${named.join(" / cột ")} ${sheet}`;
  if (from === "count") return `số dòng có ghi cột ${named.join()} ${sheet}`;
  if (typeof from === "object" && "equals" in from) {
    return `số dòng có cột ${named.join()} bằng ${show(from.equals)} ${sheet}`;
  }
  return `cột ${named.join(" cộng ")} ${sheet}`;
}

/** `3.3.1 (Số hồ sơ ...)`, or the first words of a row without an STT. */
export function rowWords(place: FindingPlace, edition: Edition): string {
  if (place.kind !== "indicator") return "";
  const indicator = findIndicator(edition, place);
  if (indicator === null || indicator.uncoded === true) return rowName(edition, place);
  return `${place.code} (${firstWords(labelOf(indicator, edition.superior))})`;
}

/** `0 (Chưa), 1 (Hoàn thành)` */
export function choicesOf(place: FindingPlace, edition: Edition): string {
  const indicator = place.kind === "indicator" ? findIndicator(edition, place) : null;
  const choices = indicator?.kind === "choice" ? indicator.choices : [];
  return choices.map((choice) => `${choice.value} (${choice.label})`).join(", ");
}

/** The label of a piece of information, and its hint as a sentence of its own. */
export function infoWords(place: FindingPlace): { readonly label: string; readonly hint: string } {
  const field = place.kind === "info" ? findInfoField(place.key) : null;
  const label = field?.label ?? (place.kind === "info" ? place.key : "");
  return { label, hint: field === null ? "" : ` ${field.hint}.` };
}
