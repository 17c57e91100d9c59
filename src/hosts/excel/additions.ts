import type { Area } from "../../values/address.js";
import { nameKey } from "../../workbook/names.js";
import type { CellPlan, NamePlan, SheetPlan, WorkbookPlan } from "../../workbook/plan.js";
import type { SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot.js";
import { likeliestColumns, Placement } from "./placement.js";
import { keyedRows, SheetTexts } from "./row-matches.js";

/** What a workbook lacks of a plan, decided before anything is written. */
export interface Additions {
  /** Sheets to be added, and blank sheets of that name to be filled, both whole. */
  readonly newSheets: readonly NewSheet[];
  readonly keptSheets: readonly KeptSheet[];
  /** Sheets that merely have a name of ours, by the name they have in the workbook. */
  readonly foreignSheets: readonly string[];
  /** Names to be added, each with the area where its row stands now. */
  readonly names: readonly NameAddition[];
  /** Names that stay missing: nothing tells where their row is. */
  readonly lostNames: readonly string[];
}

export interface NewSheet {
  readonly plan: SheetPlan;
  /** Null when the workbook has no such sheet; else the name of the blank sheet that has its place. */
  readonly blank: string | null;
}

export interface KeptSheet {
  readonly plan: SheetPlan;
  /** What the sheet is called now. */
  readonly name: string;
  readonly fills: readonly CellPlan[];
}

export interface NameAddition extends NamePlan {
  /** True when the workbook has a name that points nowhere any more. */
  readonly lost: boolean;
}

/** A table of somebody's counts as ours, without any of our names, when so many rows read the same. */
const SAME_FORM = 0.8;

/**
 * Compares a plan with what stands in a workbook.
 *
 * - A planned sheet is there when most of its names point to a sheet, whatever that is called now,
 *   or when a sheet of its name shows the same rows. A sheet of its name that shows anything else is
 *   foreign; a blank one is filled.
 * - In a sheet that is there, a planned text, number or formula is added only to a cell that is
 *   blank, in a row whose place is certain; formulas only where no row or column has moved, because
 *   the cells that they name may stand elsewhere.
 * - A missing name is bound to the row with the same STT (else the same label); where the row's texts
 *   were changed, to the cell between its neighbours, if that is blank and no other name of ours has it.
 */
export function compareWithPlan(plan: WorkbookPlan, snapshot: WorkbookSnapshot): Additions {
  const present = new Map(snapshot.names.map(({ name, area }) => [nameKey(name), area]));
  const sheets = plan.sheets.map((sheet) => {
    const names = plan.names.filter(({ area }) => area.sheet === sheet.name);
    return { names, ...standing(sheet, names, present, snapshot) };
  });
  const taken = new Set(
    plan.names.flatMap(({ name }) => {
      const area = present.get(nameKey(name));
      return area ? [areaKey(area)] : [];
    }),
  );
  const missing = (name: string) => (present.get(nameKey(name)) ?? null) === null;
  const names: NameAddition[] = [];
  const lostNames: string[] = [];
  for (const sheet of sheets) {
    for (const { name, area } of sheet.names) {
      if (!missing(name) || sheet.kind === "foreign") continue;
      const target = sheet.kind === "kept" ? targetOf(area, sheet) : { ...area, sheet: sheet.name };
      if (target === null || taken.has(areaKey(target))) lostNames.push(name);
      else names.push({ name, area: target, lost: present.has(nameKey(name)) });
    }
  }
  return {
    newSheets: sheets.flatMap((one) => (one.kind === "new" ? [{ plan: one.plan, blank: one.blank }] : [])),
    keptSheets: sheets.flatMap((one) => (one.kind === "kept" ? [keptSheet(one)] : [])),
    foreignSheets: sheets.flatMap((one) => (one.kind === "foreign" ? [one.name] : [])),
    names,
    lostNames,
  };
}

interface Kept {
  readonly kind: "kept";
  readonly plan: SheetPlan;
  readonly name: string;
  readonly placement: Placement;
  readonly texts: SheetTexts;
}

type Standing =
  | { readonly kind: "new"; readonly plan: SheetPlan; readonly name: string; readonly blank: string | null }
  | { readonly kind: "foreign"; readonly name: string }
  | Kept;

function standing(
  plan: SheetPlan,
  names: readonly NamePlan[],
  present: ReadonlyMap<string, Area | null>,
  snapshot: WorkbookSnapshot,
): Standing {
  const called = snapshot.sheets.find(({ name }) => sameSheet(name, plan.name)) ?? null;
  const named = favourite(names.flatMap(({ name }) => present.get(nameKey(name))?.sheet ?? []));
  const sheet = snapshot.sheets.find(({ name }) => named !== null && sameSheet(name, named)) ?? called;
  if (sheet === null) return { kind: "new", plan, name: plan.name, blank: null };
  const pairs = names.flatMap(({ name, area }): (readonly [Area, Area])[] => {
    const now = present.get(nameKey(name));
    return now && sameSheet(now.sheet, sheet.name) ? [[area, now]] : [];
  });
  const texts = new SheetTexts(sheet);
  const rows = keyedRows(plan, names);
  if (pairs.length === 0) {
    if (isBlank(sheet)) return { kind: "new", plan, name: sheet.name, blank: sheet.name };
    const columns = likeliestColumns(rows, texts);
    if (texts.resemblance(rows, columns) < SAME_FORM) return { kind: "foreign", name: sheet.name };
  }
  const placement = new Placement(rows, pairs, texts);
  return { kind: "kept", plan, name: sheet.name, placement, texts };
}

function keptSheet({ plan, name, placement, texts }: Kept): KeptSheet {
  const fills = plan.cells.flatMap((cell) => {
    if (cell.content.kind === "blank" || (cell.content.kind === "formula" && !placement.untouched)) return [];
    const shift = placement.shiftOf(cell.row);
    if (shift === null) return [];
    const moved = { ...cell, row: cell.row + shift.rows, column: cell.column + shift.columns };
    return moved.column >= 1 && texts.isBlank(moved.row, moved.column) ? [moved] : [];
  });
  return { plan, name, fills };
}

/** Where a missing name belongs on a sheet that is there, or null. */
function targetOf(area: Area, { name, placement, texts }: Kept): Area | null {
  const [start, end] = [placement.shiftOf(area.top), placement.shiftOf(area.bottom)];
  if (start === null || end === null) return null;
  const target = {
    sheet: name,
    top: area.top + start.rows,
    bottom: area.bottom + end.rows,
    left: area.left + start.columns,
    right: area.right + start.columns,
  };
  if (target.left < 1 || target.top < 1 || target.bottom < target.top) return null;
  return placement.isCertain(area.top) || texts.isBlank(target.top, target.left) ? target : null;
}

function isBlank(sheet: SheetSnapshot): boolean {
  return sheet.values.every((line) => line.every((value) => value === null));
}

function favourite(sheets: readonly string[]): string | null {
  const votes = new Map<string, number>();
  for (const sheet of sheets) votes.set(sheet, (votes.get(sheet) ?? 0) + 1);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function sameSheet(a: string, b: string): boolean {
  return a.normalize("NFC").toLowerCase() === b.normalize("NFC").toLowerCase();
}

function areaKey({ sheet, top, left }: Area): string {
  return `${sheet.toLowerCase()}!${top}:${left}`;
}
