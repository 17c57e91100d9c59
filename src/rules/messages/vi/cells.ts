import { type IndicatorKey, refOf, rowName } from "../../../forms/indicators.js";
import type { TableTerm } from "../../../forms/rule-schema.js";
import type { Edition } from "../../../forms/schema.js";
import type { CellName } from "../../facts.js";
import type { FindingPlace } from "../../finding.js";
import { nameOfColumn, tableSheet } from "../../place-words.js";

/** How rules and findings name other cells, in Vietnamese. */

/** `cột "A" của trang tính "T"`; of several `các cột "A" và "B" của ...`. */
export function columnsText({ table, columns, rows = [] }: TableTerm): string {
  const at =
    rows.length === 0 ? "" : ` ở ${one(rows.length, "dòng")} ${listed(rows.map((row) => `"${row}"`))}`;
  const named = listed(columns.map((column) => nameOfColumn(table, column)));
  return `${one(columns.length, "cột")} ${named}${at} của trang tính "${tableSheet(table)}"`;
}

/** `A`, `A và B`, `A, B và C`. */
export function listed(words: readonly string[], and = "và"): string {
  const last = words.slice(-1);
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} ${and} ${last}` : last.join("");
}

function one(count: number, what: string): string {
  return count === 1 ? what : `các ${what}`;
}

export function cellText(cell: CellName, place: FindingPlace, edition: Edition): string {
  if (cell.kind === "column") return `cột ${nameOfColumn(cell.table, cell.column)}`;
  if (cell.kind === "total") return columnsText(cell);
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
