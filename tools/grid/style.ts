/** How one cell looks and behaves. Immutable: a change makes a new style. */
export interface CellStyle {
  /** Excel format code, en-US. */
  readonly numberFormat: string;
  readonly fontName: string;
  /** Points. */
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** `#RRGGBB`. */
  readonly color: string;
  /** `#RRGGBB`, or null for none. */
  readonly fill: string | null;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
  readonly indent: number;
  readonly locked: boolean;
  readonly borders: Readonly<Partial<Record<Side, Border>>>;
}

/** Excel.HorizontalAlignment, as far as forms use it. */
type HorizontalAlignment = "General" | "Left" | "Center" | "Right" | "Fill" | "Justify";
/** Excel.VerticalAlignment. */
type VerticalAlignment = "Top" | "Center" | "Bottom" | "Justify" | "Distributed";

export const HORIZONTAL_ALIGNMENTS: readonly HorizontalAlignment[] = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
];
export const VERTICAL_ALIGNMENTS: readonly VerticalAlignment[] = [
  "Top",
  "Center",
  "Bottom",
  "Justify",
  "Distributed",
];

export type Side = "top" | "bottom" | "left" | "right";
export const SIDES: readonly Side[] = ["top", "bottom", "left", "right"];

export interface Border {
  /** Excel.BorderLineStyle: `Continuous`, `Dash`, ...; never `None`: that is no border. */
  readonly style: string;
  /** Excel.BorderWeight. */
  readonly weight: string;
  readonly color: string;
}

/** A cell that nobody touched. Times New Roman 12 is what Vietnamese offices set as their default. */
export const DEFAULT_STYLE: CellStyle = {
  numberFormat: "General",
  fontName: "Times New Roman",
  fontSize: 12,
  bold: false,
  italic: false,
  color: "#000000",
  fill: null,
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  indent: 0,
  locked: true,
  borders: {},
};

/** What a change of format says; what it leaves out stays. */
export type StylePatch = Partial<CellStyle>;

/** Excel's standard sizes for a new sheet, in points. */
export const STANDARD_ROW_HEIGHT = 15.75;
export const STANDARD_COLUMN_WIDTH = 48;
