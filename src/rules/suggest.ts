import { rowName } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import { cellId } from "./behind.js";
import type { CellRef, Finding } from "./finding.js";
import type { Defect, Explanation } from "./localize/localize.js";
import { placeRef } from "./localize/place-ref.js";
import { isRetyped, swapOf } from "./localize/suspect.js";
import { vietnamese } from "./messages/vi/wording.js";
import type { Wording } from "./messages/wording.js";
import { moveKind, moveText } from "./move-words.js";
import { nameOfColumn, tableSheet } from "./place-words.js";

/** So many possibilities are told; with more of them a sentence helps nobody. */
const MOST_TOLD = 3;

/** True where there are so few possibilities that they are worth telling, and each names a number that stands out. */
export function tellsNumbers({ explanations, moves }: Pick<Defect, "explanations" | "moves">): boolean {
  const count = explanations.length + moves.length;
  const few = count > 0 && count <= MOST_TOLD;
  return few && explanations.every((set) => set.every(({ sure }) => sure));
}

/**
 * Which cell may be wrong, in one sentence: `Có thể ô này: 15 → 22 làm khớp cả 2 quy tắc.`
 * An empty string where the search found nothing, or too much to say anything.
 */
export function suggestion(defect: Defect, edition: Edition, wording: Wording = vietnamese): string {
  const { finding, also, explanations, moves } = defect;
  if (!tellsNumbers(defect)) return "";
  const { suggestions: words } = wording;
  const own = placeRef(finding.place);
  const fits = fitsText(finding, also, wording);
  const told = [
    ...explanations.map((set): Told => {
      const { swaps, text } = explanationText(set, own, edition, wording);
      return swaps
        ? { alone: words.swapped(text, fits), among: words.orSwapped(text) }
        : { alone: words.one(text, fits), among: text };
    }),
    ...moves.map((move): Told => {
      const text = moveText(move, edition, own, wording, (cell) => placeText(cell, own, edition, wording));
      const among = move.kind === "shift" ? words.orMoved(text) : words.orSwapped(text);
      return { alone: words.moved[moveKind(move)](text, fits), among };
    }),
  ];
  const [only, ...others] = told;
  if (only === undefined) return "";
  return others.length > 0
    ? words.several(
        told.map(({ among }) => among),
        fits,
      )
    : only.alone;
}

/** One possibility: as the only one, and among others. */
interface Told {
  readonly alone: string;
  readonly among: string;
}

/** How many rules hold then; a blank cell that is filled breaks none. */
function fitsText(finding: Finding, also: readonly Finding[], { suggestions }: Wording): string {
  const rules = also.filter(({ severity, rule }) => severity !== "info" && !isBlank(rule)).length;
  if (isBlank(finding.rule)) return rules === 0 ? suggestions.fills : suggestions.fits(rules);
  return suggestions.fits(rules + 1);
}

function isBlank(rule: Finding["rule"]): boolean {
  return rule === "value.missing" || rule === "ratio.missing";
}

/** The cells of an explanation with what they hold and should hold. */
function explanationText(
  set: Explanation,
  own: CellRef | null,
  edition: Edition,
  wording: Wording,
): { readonly swaps: boolean; readonly text: string } {
  return changeText(set, wording, (cell) => placeText(cell, own, edition, wording));
}

function placeText(cell: CellRef, own: CellRef | null, edition: Edition, wording: Wording): string {
  const here = own !== null && cellId(own) === cellId(cell);
  return here ? wording.suggestions.thisCell : cellText(cell, own, edition, wording);
}

/**
 * What a change is in words: `ô này: 15 → 22`, or `12 ở ô này ⇄ 34 ở dòng 1.2` of two that change places.
 *
 * @param placeText how a cell is named there where the change is told
 */
export function changeText(
  set: Explanation,
  { show, suggestions, lists }: Wording,
  placeText: (cell: CellRef) => string,
): { readonly swaps: boolean; readonly text: string } {
  const swap = swapOf(set);
  if (swap !== null) {
    const placed = swap.map(({ cell, value }) => ({ value: show(value), place: placeText(cell) }));
    const here = ({ place }: { readonly place: string }) => Number(place === suggestions.thisCell);
    const [first, second] = placed.sort((a, b) => here(b) - here(a));
    if (first !== undefined && second !== undefined)
      return { swaps: true, text: suggestions.swap(first, second) };
  }
  const texts = set.map((suspect) => {
    const value = show(suspect.value);
    const change = isRetyped(suspect)
      ? suggestions.retyped(value)
      : `${value} → ${show(suspect.repairs[0] ?? null)}`;
    return `${placeText(suspect.cell)}: ${change}`;
  });
  const text =
    texts.length > MOST_TOLD
      ? lists.cells(texts.slice(0, MOST_TOLD), texts.length - MOST_TOLD)
      : texts.join(suggestions.and);
  return { swaps: false, text };
}

function cellText(cell: CellRef, own: CellRef | null, edition: Edition, { places }: Wording): string {
  if ("form" in cell) {
    const near = own !== null && "form" in own && own.form === cell.form;
    return places.row(rowName(edition, cell), near ? null : cell.form);
  }
  const { table, row, column } = cell;
  const named = `${places.tableRow(row)}, ${places.column(nameOfColumn(table, column))}`;
  if (own !== null && "table" in own && own.table === table) return named;
  return places.ofSheet(named, tableSheet(table));
}
