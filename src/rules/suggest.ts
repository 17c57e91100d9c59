import { rowName } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import { cellId } from "./behind.js";
import type { CellRef } from "./finding.js";
import { type Defect, placeRef, type Suspect } from "./localize/localize.js";
import { vietnamese } from "./messages/vi/wording.js";
import type { Wording } from "./messages/wording.js";
import { nameOfColumn, tableSheet } from "./place-words.js";

/** So many possibilities are told; with more of them a sentence helps nobody. */
const MOST_TOLD = 3;

/** True where there are so few possibilities that they are worth telling, and each names a number that stands out. */
export function tellsNumbers(explanations: Defect["explanations"]): boolean {
  const few = explanations.length > 0 && explanations.length <= MOST_TOLD;
  return few && explanations.every((set) => set.every(({ sure }) => sure));
}

/**
 * Which cell may be wrong, in one sentence: `Có thể ô này: 15 → 22 làm khớp cả 2 quy tắc.`
 * An empty string where the search found nothing, or too much to say anything.
 */
export function suggestion(
  { finding, also, explanations }: Defect,
  edition: Edition,
  wording: Wording = vietnamese,
): string {
  if (!tellsNumbers(explanations)) return "";
  const { suggestions: words } = wording;
  const own = placeRef(finding.place);
  const fits = words.fits(also.filter(({ severity }) => severity !== "info").length + 1);
  const told = explanations.map((set) =>
    set.map((suspect) => suspectText(suspect, own, edition, wording)).join(words.and),
  );
  const [only, ...others] = told;
  if (only === undefined) return "";
  return others.length === 0 ? words.one(only, fits) : words.several(told, fits);
}

function suspectText(
  { cell, value, repairs: [repair] }: Suspect,
  own: CellRef | null,
  edition: Edition,
  wording: Wording,
): string {
  const { show, suggestions } = wording;
  const here = own !== null && cellId(own) === cellId(cell);
  const where = here ? suggestions.thisCell : cellText(cell, own, edition, wording);
  return `${where}: ${show(value)} → ${show(repair ?? null)}`;
}

function cellText(cell: CellRef, own: CellRef | null, edition: Edition, { places }: Wording): string {
  if ("form" in cell) {
    const near = own !== null && "form" in own && own.form === cell.form;
    return places.row(rowName(edition, cell), near ? null : cell.form);
  }
  const { table, row, column } = cell;
  const named = `${places.tableRow(row)}, ${places.column(nameOfColumn(table, column))}`;
  return places.ofSheet(named, tableSheet(table));
}
