import type { Result } from "../forms/result.js";
import type { InsertedRows } from "../formula/insert-rows.js";
import type { CellAddress, Rectangle } from "../values/address.js";
import type { WorkbookPlan } from "../workbook/plan.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";

/**
 * The port through which the pure core meets a workbook. Small and batched: to Excel every call is
 * a round trip. The same contract test runs against every host (tests/hosts/port-contract.ts).
 */
export interface WorkbookHost {
  readonly capabilities: HostCapabilities;

  /** What `apply` would add and what is there already. Writes nothing. */
  inspect(plan: WorkbookPlan): Promise<HostResult<ApplyPreview>>;

  /**
   * Writes a plan. A sheet or name that is missing is added whole; where a sheet of the plan is
   * already there, whatever it is called now, only cells that are blank in the workbook and named
   * cells that are missing are written: nothing the officer typed is touched. With an obstacle
   * nothing at all is written.
   */
  apply(plan: WorkbookPlan): Promise<HostResult<ApplyReport>>;

  /**
   * Reads every sheet that matters in one round trip; with `"whole"` the sheets of others too, for
   * which a host may take one more.
   */
  capture(scope?: CaptureScope): Promise<HostResult<WorkbookSnapshot>>;

  /** Writes values and formulas into cells, keeping their formats: the one way to change what is typed. */
  write(edits: readonly CellEdit[]): Promise<HostResult<void>>;

  /**
   * Inserts rows as a spreadsheet does: what stands below moves down; formulas, names, validations and
   * conditional formats follow. Each new row takes look, height, validations and formulas (not values)
   * from the row above.
   */
  insertRows(inserted: InsertedRows): Promise<HostResult<void>>;

  /** Calls back, after a pause in typing, when something in the workbook changed. Returns the way to stop. */
  onChange(listener: (change: WorkbookChange) => void): Promise<HostResult<() => Promise<void>>>;

  /** Brings a cell into view and selects it; `unsupported` where nobody looks at the workbook. */
  select(cell: CellAddress): Promise<HostResult<void>>;

  /**
   * Calls back with the cell in which the cursor stands, at once and after each move. Returns the way
   * to stop; `unsupported` where `capabilities.tellsSelection` is false.
   */
  onSelect(listener: (cell: CellAddress) => void): Promise<HostResult<() => Promise<void>>>;

  /** What the officer may ask for that not every program can do; absent where it can do none of it. */
  readonly acts?: HostActs;
}

/** Acts on request; a member that is absent cannot be done by this program. */
export interface HostActs {
  /** Removes a sheet on which nothing stands at all, no drawing either; false where something does or it is gone. */
  readonly removeBlankSheet?: (name: string) => Promise<HostResult<boolean>>;
  /**
   * Lays marks over cells in place of those laid before; none takes them off. What the cells look like
   * underneath is not touched. The workbook keeps that there are marks, as the text `MARKED_NAME`.
   */
  readonly mark?: (marks: readonly CellMark[]) => Promise<HostResult<void>>;
  /**
   * Draws a chart below what stands on its sheet and goes there, in place of the chart of that name, whose
   * place it then takes; null takes that off. It follows its cells. The workbook keeps the name: it refers
   * to the cells that the chart shows.
   */
  readonly drawChart?: (name: string, chart: CellChart | null) => Promise<HostResult<void>>;
}

/** Cells as stacked bars, one for each of their rows. All texts stand in the chart as they are. */
export interface CellChart {
  readonly sheet: string;
  readonly title: string;
  /** What each bar is of: cells of one column. */
  readonly categories: ChartCells;
  /** What the bars count. */
  readonly unit: string;
  /** The parts of every bar: cells of one column each, in the rows of the categories. */
  readonly series: readonly (ChartCells & { readonly fill: string })[];
}

interface ChartCells {
  readonly name: string;
  readonly cells: Rectangle;
}

/** A mark over a cell: `fill` is its colour, `#RRGGBB`. */
export interface CellMark {
  readonly cell: CellAddress;
  readonly fill: string;
}

/**
 * `ours`: sheets that are called as ours or hold a cell of ours. `changed`: the same, where a host that
 * tells of changes need not read again what nothing was told of. `whole`: the sheets of others too.
 */
export type CaptureScope = "ours" | "changed" | "whole";

/** What not every host can do. */
export interface HostCapabilities {
  /** Others change the workbook meanwhile, and `onChange` tells of it. */
  readonly live: boolean;
  readonly tellsSelection: boolean;
  /** How she keeps the workbook as it is before it changes: under another name, or as a copy beside it. */
  readonly keepsBy: "save-as" | "copy";
  /** What the program does not know of a plan: it is left out, and the pane says so. */
  readonly lacks: readonly PlanFeature[];
}

export type PlanFeature = "hidden-names" | "justified-text" | "print-setup";

export interface ApplyReport {
  readonly addedSheets: readonly string[];
  readonly keptSheets: readonly string[];
  readonly addedNames: readonly string[];
  /** Added sheets that are not set up for printing: the program or its printer refused. */
  readonly unsetPages: readonly string[];
}

/** What applying a plan would do. */
export interface ApplyPreview {
  /** Sheets that will be added, or filled where a blank sheet has their name. */
  readonly addedSheets: readonly string[];
  readonly keptSheets: readonly KeptSheetPreview[];
  readonly addedNames: readonly string[];
  /** Names that stay missing because nothing tells where their row is now. */
  readonly lostNames: readonly string[];
  /** Why the plan cannot be applied as things are; null when it can. */
  readonly obstacle: HostFault | null;
}

/** A sheet that is there already. */
interface KeptSheetPreview {
  /** As planned. */
  readonly sheet: string;
  /** As it is called now. */
  readonly name: string;
  /** Blank cells of the printed form that will be filled in again. */
  readonly addedCells: number;
}

export interface CellEdit {
  readonly cell: CellAddress;
  /** As given: a string becomes a text cell, a number a number cell, null clears the cell. */
  readonly value: string | number | boolean | null | FormulaInput;
  /** Number format that the cell gets first; absent: it keeps its own. */
  readonly format?: string;
}

/** A formula for a cell, en-US, without its leading `=`. A cell formatted as text needs another format. */
export interface FormulaInput {
  readonly formula: string;
}

export type WorkbookChange =
  | {
      readonly kind: "cells";
      readonly sheets: readonly string[];
      readonly source: "local" | "remote" | "unknown";
    }
  | { readonly kind: "structure" };

/** What a host answers: the value, or a fault that the interface turns into a sentence. */
export type HostResult<T> = Result<T, HostFault>;

export interface HostFault {
  readonly kind:
    | "cell-being-edited"
    | "protected"
    | "read-only"
    | "session-lost"
    | "not-found"
    /** A sheet or name of ours is somebody else's. */
    | "name-taken"
    /** More cells than can be read or written in one go. */
    | "too-large"
    | "unsupported"
    | "busy"
    | "unknown";
  /** The host's own code, for the log. */
  readonly code: string;
  /** A Vietnamese sentence for the officer: what happened and what to do. */
  readonly message: string;
}
