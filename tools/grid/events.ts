import type { CellValue } from "./cell.js";
import type { Rect } from "./rect.js";

/** Who changes the workbook. */
export interface Actor {
  /** `Remote` for a co-author; everything done at this machine is `Local`. */
  readonly source: "Local" | "Remote";
  /** Marks one add-in instance, so that it can tell its own writes; null for a person. */
  readonly addin: symbol | null;
}

/** The officer at the keyboard. */
export const OFFICER: Actor = { source: "Local", addin: null };
/** Somebody else who has the same file open. */
export const COAUTHOR: Actor = { source: "Remote", addin: null };

/** Excel.DataChangeType. */
type ChangeType =
  | "RangeEdited"
  | "RowInserted"
  | "RowDeleted"
  | "ColumnInserted"
  | "ColumnDeleted"
  | "CellInserted"
  | "CellDeleted";

/** Something that happened in the workbook. `actor` is who did it. */
export type GridEvent =
  | {
      readonly kind: "changed";
      readonly sheetId: string;
      readonly rect: Rect;
      readonly changeType: ChangeType;
      /** Excel.InsertDeleteCellsShiftDirection. */
      readonly shift: "None" | "ShiftCellLeft" | "ShiftCellUp" | "ShiftCellRight" | "ShiftCellDown";
      /** Values before and after, for an edit of one cell; null for a larger one. */
      readonly details: { readonly before: CellValue; readonly after: CellValue } | null;
      readonly actor: Actor;
    }
  /** Rows were sorted by hand: Excel tells this by an event of its own, not as a change. */
  | { readonly kind: "sorted"; readonly sheetId: string; readonly rect: Rect; readonly actor: Actor }
  | { readonly kind: "formatted"; readonly sheetId: string; readonly rect: Rect; readonly actor: Actor }
  /** Formulas of the sheet have new results. */
  | { readonly kind: "calculated"; readonly sheetId: string; readonly rect: Rect }
  | { readonly kind: "added" | "deleted"; readonly sheetId: string; readonly actor: Actor }
  | { readonly kind: "activated" | "deactivated"; readonly sheetId: string }
  | { readonly kind: "selected"; readonly sheetId: string; readonly rect: Rect }
  | {
      readonly kind: "renamed";
      readonly sheetId: string;
      readonly before: string;
      readonly after: string;
      readonly actor: Actor;
    }
  | {
      readonly kind: "moved";
      readonly sheetId: string;
      readonly before: number;
      readonly after: number;
      readonly actor: Actor;
    }
  | {
      readonly kind: "visibility";
      readonly sheetId: string;
      readonly before: string;
      readonly after: string;
      readonly actor: Actor;
    }
  | {
      readonly kind: "protection";
      readonly sheetId: string;
      readonly protected: boolean;
      readonly actor: Actor;
    }
  /** Widths, heights, merges, frozen panes, validations, conditional formats, page set-up. */
  | { readonly kind: "layout"; readonly sheetId: string }
  | { readonly kind: "names" }
  /** The whole workbook was replaced (opened from a file). */
  | { readonly kind: "replaced" };

export type GridListener = (events: readonly GridEvent[]) => void;
