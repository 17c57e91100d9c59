import { type IndicatorKey, refOf, rowName } from "../../../forms/indicators.js";
import type { TableTerm } from "../../../forms/rule-schema.js";
import type { Edition } from "../../../forms/schema.js";
import type { CellName } from "../../facts.js";
import type { FindingPlace } from "../../finding.js";
import { nameOfColumn, tableSheet } from "../../place-words.js";

/** How rules and findings name other cells, in English. */

/** `column "A" of the sheet "T"`; of several `columns "A" and "B" of ...`. */
export function columnsText({ table, columns, rows = [] }: TableTerm): string {
  const at =
    rows.length === 0 ? "" : ` in ${some(rows.length, "row")} ${listed(rows.map((row) => `"${row}"`))}`;
  const named = listed(columns.map((column) => nameOfColumn(table, column)));
  return `${some(columns.length, "column")} ${named}${at} of the sheet "${tableSheet(table)}"`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(words: readonly string[], and = "and"): string {
  const last = words.slice(-1);
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} ${and} ${last}` : last.join("");
}

function some(count: number, what: string): string {
  return count === 1 ? what : `${what}s`;
}

export function cellText(cell: CellName, place: FindingPlace, edition: Edition): string {
  if (cell.kind === "column") return `column ${nameOfColumn(cell.table, cell.column)}`;
  if (cell.kind === "total") return columnsText(cell);
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
