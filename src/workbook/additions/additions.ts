import type { CellPlan, NamePlan, SheetPlan } from "../plan.js";
import type { NamedText, WorkbookSnapshot } from "../snapshot.js";

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
  /** Names that hold a text, missing or holding another. */
  readonly constants: readonly ConstantAddition[];
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

export interface ConstantAddition extends NamedText {
  /** True when the workbook has that name and it holds something else. */
  readonly replaces: boolean;
}

/** Whether anything would be written at all. */
export function isSomething({ newSheets, keptSheets, names, constants }: Additions): boolean {
  const fills = keptSheets.some((sheet) => sheet.fills.length > 0);
  return fills || newSheets.length > 0 || names.length > 0 || constants.length > 0;
}

/** Protected sheets on which something would have to be written. */
export function closedSheets(
  { keptSheets, newSheets }: Additions,
  { sheets }: WorkbookSnapshot,
): readonly string[] {
  const written = new Set([
    ...keptSheets.filter(({ fills }) => fills.length > 0).map(({ name }) => name),
    ...newSheets.flatMap(({ blank }) => blank ?? []),
  ]);
  return sheets.filter((sheet) => sheet.protected && written.has(sheet.name)).map(({ name }) => name);
}
