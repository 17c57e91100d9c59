import type { Area } from "../../../values/address.js";
import type { CellPlan, NamePlan, SheetPlan, WorkbookPlan } from "../../../workbook/plan.js";
import type { ApplyReport } from "../../port.js";
import { type Book, findSheet, isProtected } from "../book.js";
import { cellValue, formulaOf } from "../cells.js";
import { isCovered, type LibrarySheet } from "../library.js";
import { areaOfName, hiddenName, hiddenText } from "../package/names.js";
import { addSheet, setContent } from "./new-sheet.js";
import { Placement } from "./place.js";
import { Styles } from "./style.js";

/** A cell of a kept sheet that is to be filled. */
interface Fill {
  readonly sheet: LibrarySheet;
  readonly row: number;
  readonly column: number;
  readonly plan: CellPlan;
}

export type ApplyOutcome =
  | { readonly kind: "applied"; readonly report: ApplyReport }
  /** A kept sheet is protected and cells of it are missing; nothing was changed. */
  | { readonly kind: "protected"; readonly sheet: string };

/**
 * Writes a plan into the workbook: missing sheets whole; in a sheet that is already there only blank
 * cells and missing names, and those only where the rows' places are certain.
 */
export function applyPlan(book: Book, plan: WorkbookPlan): ApplyOutcome {
  const kept = plan.sheets.filter((sheet) => findSheet(book, sheet.name) !== null);
  const added = plan.sheets.filter((sheet) => !kept.includes(sheet));
  const placements = new Map(kept.map((sheet) => [sheet.name, placementOf(book, plan.names, sheet.name)]));
  const fills = kept.flatMap((sheet) => fillsOf(book, sheet, placements.get(sheet.name)));
  const blocked = fills.find(({ sheet, row, column }) => isLocked(book, sheet, row, column));
  if (blocked) return { kind: "protected", sheet: blocked.sheet.name };

  const styles = new Styles();
  for (const sheet of added) addSheet(book, sheet, styles);
  for (const { sheet, row, column, plan: cell } of fills) {
    const target = sheet.getCell(row, column);
    setContent(target, cell.content);
    target.style = styles.of(cell.style);
  }
  const names = missingNames(book, plan.names, placements);
  const texts = plan.constants ?? [];
  const replaced = new Set([...names, ...texts].map(({ name }) => name.toLowerCase()));
  book.names = [
    ...book.names.filter(({ name, sheet }) => sheet !== null || !replaced.has(name.toLowerCase())),
    ...names.map(({ name, area }) => hiddenName(name, area)),
    ...texts.map(hiddenText),
  ];
  return {
    kind: "applied",
    report: {
      addedSheets: added.map(({ name }) => name),
      keptSheets: kept.map(({ name }) => name),
      addedNames: names.map(({ name }) => name),
    },
  };
}

/** Areas of the workbook's names, by name in lower case; a name that lost its cell is not among them. */
function presentNames(book: Book): ReadonlyMap<string, Area> {
  const present = new Map<string, Area>();
  for (const name of book.names) {
    const area = areaOfName(name, (sheet) => findSheet(book, sheet) !== null);
    if (name.sheet === null && area !== null) present.set(name.name.toLowerCase(), area);
  }
  return present;
}

function placementOf(book: Book, names: readonly NamePlan[], sheet: string): Placement {
  const present = presentNames(book);
  const same = (other: string) => other.toLowerCase() === sheet.toLowerCase();
  const pairs: (readonly [Area, Area])[] = [];
  for (const { name, area } of names) {
    const now = present.get(name.toLowerCase());
    if (same(area.sheet) && now !== undefined && same(now.sheet)) pairs.push([area, now]);
  }
  return new Placement(pairs);
}

/**
 * Cells of the plan whose place in the kept sheet is blank. Formulas only where nothing has moved:
 * the cells they name may stand elsewhere.
 */
function fillsOf(book: Book, plan: SheetPlan, placement: Placement | undefined): readonly Fill[] {
  const sheet = findSheet(book, plan.name);
  if (sheet === null || placement === undefined) return [];
  return plan.cells.flatMap((cell) => {
    if (cell.content.kind === "blank") return [];
    if (cell.content.kind === "formula" && !placement.untouched) return [];
    const shift = placement.shiftOf(cell.row);
    if (shift === null) return [];
    const row = cell.row + shift.rows;
    const column = cell.column + shift.columns;
    const present = sheet.findCell(row, column);
    const free =
      !present || (!isCovered(present) && cellValue(present) === null && formulaOf(present) === null);
    return free ? [{ sheet, row, column, plan: cell }] : [];
  });
}

function isLocked(book: Book, sheet: LibrarySheet, row: number, column: number): boolean {
  return isProtected(book, sheet.name) && sheet.findCell(row, column)?.protection?.locked !== false;
}

/** Names that the workbook lacks, with the area where their rows stand now. */
function missingNames(
  book: Book,
  names: readonly NamePlan[],
  placements: ReadonlyMap<string, Placement>,
): readonly NamePlan[] {
  const present = presentNames(book);
  return names.flatMap(({ name, area }) => {
    if (present.has(name.toLowerCase()) || findSheet(book, area.sheet) === null) return [];
    const placement = placements.get(area.sheet) ?? new Placement([]);
    const shift = placement.shiftOf(area.top);
    const end = placement.shiftOf(area.bottom);
    if (shift === null || end === null) return [];
    const moved: Area = {
      sheet: area.sheet,
      top: area.top + shift.rows,
      bottom: area.bottom + end.rows,
      left: area.left + shift.columns,
      right: area.right + shift.columns,
    };
    return [{ name, area: moved }];
  });
}
