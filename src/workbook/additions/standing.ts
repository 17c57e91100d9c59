import type { Area } from "../../values/address.js";
import { nameKey, sheetKey } from "../layout/names.js";
import type { NamePlan, SheetPlan } from "../plan.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../snapshot.js";
import { likeliestColumns, Placement } from "./placement.js";
import { type KeyedRow, keyedRows, SheetTexts } from "./row-matches.js";

/** Where the workbook's names point now, by `nameKey`; null for a name that lost its cell. */
export type PresentNames = ReadonlyMap<string, Area | null>;

/** A planned sheet as the workbook has it. `name` is what it is called there, or will be. */
export type Standing =
  | { readonly kind: "new"; readonly plan: SheetPlan; readonly name: string; readonly blank: string | null }
  | { readonly kind: "foreign"; readonly plan: SheetPlan; readonly name: string }
  | StandingKept;

export interface StandingKept {
  readonly kind: "kept";
  readonly plan: SheetPlan;
  readonly name: string;
  readonly placement: Placement;
  readonly texts: SheetTexts;
}

/** A table of somebody's counts as ours, without any of our names, when so many rows read the same. */
const SAME_FORM = 0.8;

/**
 * Finds a planned sheet: it is there when most of its names point to a sheet, whatever that is
 * called now, or when a sheet of its name shows the same rows. A sheet of its name that shows
 * anything else is foreign; a blank one is to be filled.
 *
 * @param names the sheet's own names of the plan
 */
export function standingOf(
  plan: SheetPlan,
  names: readonly NamePlan[],
  present: PresentNames,
  snapshot: WorkbookSnapshot,
): Standing {
  const sheet = presentSheet(plan, names, present, snapshot);
  if (sheet === null) return { kind: "new", plan, name: plan.name, blank: null };
  const { name } = sheet;
  const pairs = names.flatMap((planned): (readonly [Area, Area])[] => {
    const now = present.get(nameKey(planned.name));
    return now && sheetKey(now.sheet) === sheetKey(name) ? [[planned.area, now]] : [];
  });
  const texts = new SheetTexts(sheet);
  const rows = keyedRows(plan, names);
  if (pairs.length === 0) {
    if (isBlank(sheet)) return { kind: "new", plan, name, blank: name };
    if (!isSame(plan, rows, texts)) return { kind: "foreign", plan, name };
  }
  return { kind: "kept", plan, name, placement: new Placement(rows, pairs, texts), texts };
}

/** Without named rows by which a table could be told, every text has to stand where it was planned. */
function isSame(plan: SheetPlan, rows: readonly KeyedRow[], texts: SheetTexts): boolean {
  if (rows.length === 0) return texts.hasAll(plan.cells);
  return texts.resemblance(rows, likeliestColumns(rows, texts)) >= SAME_FORM;
}

function presentSheet(
  plan: SheetPlan,
  names: readonly NamePlan[],
  present: PresentNames,
  { sheets }: WorkbookSnapshot,
): SheetSnapshot | null {
  const sheetCalled = (name: string) => sheets.find((sheet) => sheetKey(sheet.name) === sheetKey(name));
  const favourite = mostFrequent(names.flatMap(({ name }) => present.get(nameKey(name))?.sheet ?? []));
  return (favourite === null ? undefined : sheetCalled(favourite)) ?? sheetCalled(plan.name) ?? null;
}

function isBlank(sheet: SheetSnapshot): boolean {
  return sheet.values.every((line) => line.every((value) => value === null));
}

function mostFrequent(sheets: readonly string[]): string | null {
  const votes = new Map<string, number>();
  for (const sheet of sheets) votes.set(sheet, (votes.get(sheet) ?? 0) + 1);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
