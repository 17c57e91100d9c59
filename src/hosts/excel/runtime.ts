/**
 * What this host needs from the world around it. The pane gives `officeRuntime()`; tests give the
 * same client library in Node, a clock of their own and any requirement set.
 */
export interface ExcelRuntime {
  /** `Excel.run`. */
  run<T>(options: Excel.RunOptions, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  /** Whether Excel has the requirement set `ExcelApi` of that version, for example `1.14`. */
  supports(version: string): boolean;
  /** Calls back once after some milliseconds. Returns the way to call it off. */
  after(milliseconds: number, work: () => void): () => void;
}

/** The oldest requirement set with which this host works; the manifest asks for the same. */
export const OLDEST_EXCEL_API = "1.9";

/** The runtime of a pane inside Excel. Call it after `Office.onReady`. */
export function officeRuntime(): ExcelRuntime {
  return {
    run: (options, batch) => Excel.run(options, batch),
    supports: (version) => Office.context.requirements.isSetSupported("ExcelApi", version),
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/**
 * Options for what a button does: it waits while somebody types in a cell instead of failing, and
 * where Excel can undo an add-in's writes (1.20) all of them are one step.
 */
export function buttonOptions(runtime: ExcelRuntime): Excel.RunOptions {
  return { delayForCellEdit: true, ...(runtime.supports("1.20") ? { mergeUndoGroup: true } : {}) };
}
