import type { Rect } from "./rect.js";

/** Cells that a chart shows; null when they were deleted. */
type ChartCells = { readonly sheetId: string; readonly rect: Rect } | null;

export interface ChartSeries {
  readonly name: string;
  readonly values: ChartCells;
  readonly categories: ChartCells;
  /** `#RRGGBB`, or null for the theme's. */
  readonly fill: string | null;
  readonly gapWidth: number;
  readonly hasDataLabels: boolean;
  readonly labelFormat: string;
  readonly labelColor: string;
}

export interface ChartAxis {
  readonly title: string;
  readonly reversePlotOrder: boolean;
  /** Where the other axis crosses this one. */
  readonly position: string;
  readonly minimum: number | null;
  readonly numberFormat: string;
}

/** A chart on a sheet. Immutable: a change makes a new one. Place and size in points. */
export interface SheetChart {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly legend: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly series: readonly ChartSeries[];
  readonly category: ChartAxis;
  readonly value: ChartAxis;
}
