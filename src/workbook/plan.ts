import type { Area, Rectangle } from "../values/address.js";
import type { NamedText } from "./snapshot.js";

/**
 * What a workbook should contain, as data. A host writes a plan whole; nothing in it knows a
 * spreadsheet program. Rows and columns count from 1. Formulas are en-US, without a leading `=`.
 */
export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
  /** Names that hold a text instead of a place; none where absent. */
  readonly constants?: readonly NamedText[];
}

/** One sheet of a plan. A host creates it, or adds to it when a sheet of that name is already there. */
export interface SheetPlan {
  readonly name: string;
  /** True for a sheet that the program keeps for itself: it can be unhidden by code only. */
  readonly veryHidden?: true;
  /** `#RRGGBB`, or null for none. */
  readonly tabColor: string | null;
  /** Widths in characters of the default font, from column A. */
  readonly columnWidths: readonly number[];
  /** Heights of the rows that need one of their own. */
  readonly rowHeights: readonly RowHeight[];
  readonly cells: readonly CellPlan[];
  readonly merges: readonly Rectangle[];
  readonly validations: readonly ValidationPlan[];
  readonly conditions: readonly ConditionPlan[];
  /** Rows that stay in view above the rest; 0 for none. */
  readonly frozenRows: number;
  readonly print: PrintPlan;
}

export interface RowHeight {
  readonly row: number;
  /** In points. */
  readonly height: number;
  /** True for rows that the officer writes long texts into: the height holds until the program fits the row. */
  readonly grows?: true;
}

export interface CellPlan {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  readonly style: CellStyle;
}

/** What a planned cell holds. Text is text, whatever it looks like; a host never interprets it. */
export type CellContent =
  | { readonly kind: "blank" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "formula"; readonly formula: string };

export type HorizontalAlignment = "left" | "center" | "right" | "justify";

export interface CellStyle {
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string;
  /** `#RRGGBB`, or null for no fill. */
  readonly fill: string | null;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: "top" | "center";
  readonly wrap: boolean;
  readonly border: boolean;
  /** False for cells that the officer fills: they stay editable when a sheet is protected. */
  readonly locked: boolean;
  /** Excel format code; `General` and `@` among them. */
  readonly numberFormat: string;
}

/** What may be typed into an area, with the Vietnamese prompt and error that Excel shows. */
export interface ValidationPlan {
  readonly area: Rectangle;
  readonly allow:
    | { readonly kind: "whole"; readonly minimum: number }
    | { readonly kind: "decimal"; readonly minimum: number; readonly maximum: number | null }
    /** Items hold no comma: list validation splits on commas whatever the locale. */
    | { readonly kind: "list"; readonly items: readonly string[] };
  readonly prompt: { readonly title: string; readonly message: string };
  readonly error: { readonly title: string; readonly message: string; readonly style: "stop" | "warning" };
}

/** A look that a cell takes while its formula (relative to the area's first cell) is true. */
export interface ConditionPlan {
  readonly area: Rectangle;
  readonly formula: string;
  readonly fill: string;
  readonly color: string;
}

export interface PrintPlan {
  readonly orientation: "portrait" | "landscape";
  /** First and last row repeated on every printed page, or null. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  /** Margins in millimetres. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
}

/** A workbook-scoped defined name. */
export interface NamePlan {
  readonly name: string;
  readonly area: Area;
}
