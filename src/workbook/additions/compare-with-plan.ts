import type { Area } from "../../values/address.js";
import { nameKey, sheetKey } from "../layout/names.js";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../plan.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import type { Additions, ConstantAddition, KeptSheet, NameAddition } from "./additions.js";
import { restoredFormula } from "./restored-formulas.js";
import { type PresentNames, type Standing, type StandingKept, standingOf } from "./standing.js";

/**
 * Compares a plan with what stands in a workbook.
 *
 * - In a sheet that is there, a planned text, number or formula is added only to a cell that is
 *   blank, in a row whose place is certain; formulas only where no row or column has moved, neither
 *   on their own sheet nor on one that they name.
 * - In a sheet that is added, a formula that names a sheet with moved rows leaves its cell blank.
 * - A missing name is bound to the row with the same STT (else the same label); where the row's texts
 *   were changed, to the cell between its neighbours, if that is blank and no other name of ours has it.
 * - A name on a sheet that is not planned is bound where the plan says, if that sheet is there.
 */
export function compareWithPlan(plan: WorkbookPlan, snapshot: WorkbookSnapshot): Additions {
  const present: PresentNames = new Map(snapshot.names.map(({ name, area }) => [nameKey(name), area]));
  const namesOf = (sheet: SheetPlan) => plan.names.filter(({ area }) => area.sheet === sheet.name);
  const sheets = plan.sheets.map((sheet) => standingOf(sheet, namesOf(sheet), present, snapshot));
  const standings = new Map(sheets.map((sheet) => [sheetKey(sheet.plan.name), sheet]));
  return {
    newSheets: sheets.flatMap((sheet) =>
      sheet.kind === "new" ? [{ plan: newSheet(sheet.plan, standings), blank: sheet.blank }] : [],
    ),
    keptSheets: sheets.flatMap((sheet) => (sheet.kind === "kept" ? [keptSheet(sheet, standings)] : [])),
    foreignSheets: sheets.flatMap((sheet) => (sheet.kind === "foreign" ? [sheet.name] : [])),
    ...missingNames(plan, standings, present, snapshot),
    constants: missingConstants(plan, present, snapshot),
  };
}

function missingConstants(
  plan: WorkbookPlan,
  present: PresentNames,
  snapshot: WorkbookSnapshot,
): readonly ConstantAddition[] {
  const held = new Map(snapshot.constants?.map(({ name, text }) => [nameKey(name), text]));
  return (plan.constants ?? [])
    .filter(({ name, text }) => held.get(nameKey(name)) !== text)
    .map(({ name, text }) => ({ name, text, replaces: present.has(nameKey(name)) }));
}

function newSheet(plan: SheetPlan, standings: ReadonlyMap<string, Standing>): SheetPlan {
  return { ...plan, cells: plan.cells.map((cell) => restored(cell, standings)) };
}

function keptSheet({ plan, name, placement, texts }: StandingKept, standings: ReadonlyMap<string, Standing>) {
  const fills = plan.cells.flatMap((planned) => {
    const cell = restored(planned, standings);
    if (cell.content.kind === "blank" || (cell.content.kind === "formula" && !placement.untouched)) return [];
    const shift = placement.shiftOf(cell.row);
    if (shift === null) return [];
    const moved = { ...cell, row: cell.row + shift.rows, column: cell.column + shift.columns };
    return moved.column >= 1 && texts.isBlank(moved.row, moved.column) ? [moved] : [];
  });
  return { plan, name, fills } satisfies KeptSheet;
}

/** The cell with its formula as it can be written now, or blank. */
function restored(cell: CellPlan, standings: ReadonlyMap<string, Standing>): CellPlan {
  if (cell.content.kind !== "formula") return cell;
  const formula = restoredFormula(cell.content.formula, standings);
  if (formula === cell.content.formula) return cell;
  return { ...cell, content: formula === null ? { kind: "blank" } : { kind: "formula", formula } };
}

function missingNames(
  plan: WorkbookPlan,
  standings: ReadonlyMap<string, Standing>,
  present: PresentNames,
  snapshot: WorkbookSnapshot,
): Pick<Additions, "names" | "lostNames"> {
  const taken = new Set(
    plan.names.flatMap(({ name }) => {
      const area = present.get(nameKey(name));
      return area ? [areaKey(area)] : [];
    }),
  );
  const names: NameAddition[] = [];
  const lostNames: string[] = [];
  for (const { name, area } of plan.names) {
    const sheet = standings.get(sheetKey(area.sheet)) ?? null;
    const isThere = (present.get(nameKey(name)) ?? null) !== null;
    if (isThere || sheet?.kind === "foreign") continue;
    const target = sheet === null ? unplannedTarget(area, snapshot) : plannedTarget(area, sheet);
    if (target === null || taken.has(areaKey(target))) lostNames.push(name);
    else names.push({ name, area: target, lost: present.has(nameKey(name)) });
  }
  return { names, lostNames };
}

/** On a sheet that the plan does not write; null when the workbook has none of that name. */
function unplannedTarget(area: Area, { sheets }: WorkbookSnapshot): Area | null {
  const sheet = sheets.find(({ name }) => sheetKey(name) === sheetKey(area.sheet));
  return sheet === undefined ? null : { ...area, sheet: sheet.name };
}

function plannedTarget(area: Area, sheet: Standing): Area | null {
  return sheet.kind === "kept" ? keptTarget(area, sheet) : { ...area, sheet: sheet.name };
}

/** Where a missing name belongs on a sheet that is there, or null. */
function keptTarget(area: Area, { name, placement, texts }: StandingKept): Area | null {
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
  // A single cell with content may be another row's; a table ends with a blank row unless it has grown.
  const last = { ...target, top: target.bottom };
  return placement.isCertain(area.top) || texts.isBlankArea(last) ? target : null;
}

function areaKey({ sheet, top, left }: Area): string {
  return `${sheetKey(sheet)}!${top}:${left}`;
}
