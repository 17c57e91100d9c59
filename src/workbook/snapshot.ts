import type { Area } from "../values/address.js";
import type { CellValue } from "../values/cell.js";
import type { Culture } from "../values/culture.js";

/** Everything read from a workbook in one go. All that the add-in says is a function of this. */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly NameSnapshot[];
  /** Names that hold a text (`="tu-ky-2023"`); a host that cannot read them leaves this out. */
  readonly constants?: readonly NamedText[];
  /** How the program that holds the workbook writes numbers, or null when nothing tells. */
  readonly culture: Culture | null;
}

/**
 * The used part of one sheet. The three grids have the same shape; `values[i][j]` is the cell in
 * row `top + i`, column `left + j`.
 */
export interface SheetSnapshot {
  readonly name: string;
  readonly visible: boolean;
  readonly protected: boolean;
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly CellValue[])[];
  readonly formats: readonly (readonly string[])[];
  /** Formula of the cell with its leading `=`, or an empty string. */
  readonly formulas: readonly (readonly string[])[];
}

/** A workbook-scoped defined name that refers to a text: kept with the workbook, shown in no cell. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface NameSnapshot {
  readonly name: string;
  /** Null when the name refers to no cell any more (`#REF!`). */
  readonly area: Area | null;
}
