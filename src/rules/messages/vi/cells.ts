import { type IndicatorKey, refOf, rowName } from "../../../forms/indicators.js";
import type { TableTerm } from "../../../forms/rule-schema.js";
import type { Edition } from "../../../forms/schema.js";
import type { CellName } from "../../facts.js";
import type { FindingPlace } from "../../finding.js";
import { nameOfColumn, tableSheet } from "../../place-words.js";

/** How rules and findings name other cells, in Vietnamese. */

export function totalsText({ table, columns, rows }: TableTerm) {
  const ofRows = rows === undefined ? "" : ` ${rowsText(rows)},`;
  return `trang tính "${tableSheet(table)}",${ofRows} cột ${columns.map((column) => nameOfColumn(table, column)).join(" và ")}`;
}

/** `dòng "Cán bộ" và "Công chức"` */
export function rowsText(rows: readonly string[]): string {
  return `dòng ${rows.map((row) => `"${row}"`).join(" và ")}`;
}

export function cellText(cell: CellName, place: FindingPlace, edition: Edition): string {
  if (cell.kind === "column") return `cột ${nameOfColumn(cell.table, cell.column)}`;
  if (cell.kind === "total") return totalsText(cell);
  if (cell.kind === "number") return "quy tắc";
  const name = rowName(edition, cell);
  const sameForm = place.kind === "indicator" && place.form === cell.form;
  return sameForm ? `dòng ${name}` : `dòng ${name} của biểu mẫu ${cell.form}`;
}

export function rowText(key: IndicatorKey, form: number, edition: Edition): string {
  const ref = refOf(key);
  const name = `dòng ${rowName(edition, ref)}`;
  return ref.form === form ? name : `${name} của biểu mẫu ${ref.form}`;
}
