import type { CellRef, FindingPlace } from "../finding.js";

/** The cell that a finding stands at; null for those about sheets, information and whole tables. */
export function placeRef(place: FindingPlace): CellRef | null {
  if (place.kind === "indicator") return { form: place.form, code: place.code };
  if (place.kind !== "table" || place.column === null) return null;
  return { table: place.table, row: place.row, column: place.column };
}
