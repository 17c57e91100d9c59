import { type IndicatorKey, refOf, rowName } from "../../../forms/indicators.js";
import type { TableTerm } from "../../../forms/rule-schema.js";
import type { Edition } from "../../../forms/schema.js";
import type { CellName } from "../../facts.js";
import type { FindingPlace } from "../../finding.js";
import { nameOfColumn, tableSheet } from "../../place-words.js";

/** How rules and findings name other cells, in English. */

export function totalsText({ table, columns, rows }: TableTerm) {
  const ofRows = rows === undefined ? "" : ` ${rowsText(rows)},`;
  return `the sheet "${tableSheet(table)}",${ofRows} column ${columns.map((column) => nameOfColumn(table, column)).join(" and ")},`;
}

/** `row "Cán bộ" and "Công chức"` */
export function rowsText(rows: readonly string[]): string {
  return `row ${rows.map((row) => `"${row}"`).join(" and ")}`;
}

export function cellText(cell: CellName, place: FindingPlace, edition: Edition): string {
  if (cell.kind === "column") return `column ${nameOfColumn(cell.table, cell.column)}`;
  if (cell.kind === "total") return totalsText(cell).replace(/,$/, "");
  if (cell.kind === "number") return "the rule";
  const name = rowName(edition, cell);
  const sameForm = place.kind === "indicator" && place.form === cell.form;
  return sameForm ? `row ${name}` : `row ${name} of form ${cell.form}`;
}

export function rowText(key: IndicatorKey, form: number, edition: Edition): string {
  const ref = refOf(key);
  const name = `row ${rowName(edition, ref)}`;
  return ref.form === form ? name : `${name} of form ${ref.form}`;
}
