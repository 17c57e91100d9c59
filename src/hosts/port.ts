import type { CellAddress } from "../values/address.js";
import type { WorkbookPlan } from "../workbook/plan.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";

/**
 * The port through which the pure core meets a workbook. Small and batched: to Excel every call is
 * a round trip. The same contract test runs against every host (tests/hosts/port-contract.ts).
 */
export interface WorkbookHost {
  readonly capabilities: HostCapabilities;

  /**
   * Writes a plan. A sheet or name that is missing is added whole; where a sheet of the plan is
   * already there, only cells that are blank in the workbook and named cells that are missing are
   * written: nothing the officer typed is touched.
   */
  apply(plan: WorkbookPlan): Promise<HostResult<ApplyReport>>;

  /** Reads every sheet that matters in one round trip. */
  capture(): Promise<HostResult<WorkbookSnapshot>>;

  /** Writes values and formulas into cells, keeping their formats: the one way to change what is typed. */
  write(edits: readonly CellEdit[]): Promise<HostResult<void>>;

  /** Calls back, after a pause in typing, when something in the workbook changed. Returns the way to stop. */
  onChange(listener: (change: WorkbookChange) => void): Promise<HostResult<() => Promise<void>>>;

  /** Brings a cell into view and selects it. */
  select(cell: CellAddress): Promise<HostResult<void>>;
}

export interface HostCapabilities {
  /** The program, for messages: `Excel`, `xlsx`. */
  readonly name: string;
  readonly live: boolean;
  readonly selects: boolean;
  readonly hidesNames: boolean;
}

export interface ApplyReport {
  readonly addedSheets: readonly string[];
  readonly keptSheets: readonly string[];
  readonly addedNames: readonly string[];
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
export type HostResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: HostFault };

export interface HostFault {
  readonly kind:
    | "cell-being-edited"
    | "protected"
    | "read-only"
    | "session-lost"
    | "not-found"
    | "unsupported"
    | "busy"
    | "unknown";
  /** The host's own code, for the log. */
  readonly code: string;
  /** A Vietnamese sentence for the officer: what happened and what to do. */
  readonly message: string;
}
