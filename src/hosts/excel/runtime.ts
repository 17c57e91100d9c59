import { isUndoRefusal } from "./faults.js";

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
  /** Keeps with the document that this pane opens with it; absent outside Office. */
  openPaneWithFile?(): Promise<void>;
}

/** The setting of a document by which Office opens the pane with it; manifest.xml has it as the pane's id. */
const PANE_WITH_FILE = "Office.AutoShowTaskpaneWithDocument";

/** The runtime of a pane inside Excel. Call it after `Office.onReady`. */
export function officeRuntime(): ExcelRuntime {
  return {
    run: (options, batch) => Excel.run(options, batch),
    supports: (version) => Office.context.requirements.isSetSupported("ExcelApi", version),
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    openPaneWithFile: () =>
      new Promise((done) => {
        const { settings } = Office.context.document;
        if (settings.get(PANE_WITH_FILE) === true) return done();
        settings.set(PANE_WITH_FILE, true);
        settings.saveAsync(() => done());
      }),
  };
}

/** Options for what a button does: it waits while somebody types in a cell instead of failing. */
export const BUTTON: Excel.RunOptions = { delayForCellEdit: true };

/**
 * Runs a batch that only writes cells, as one step of undo where Excel can group an add-in's writes
 * (1.20). Inside a group Excel refuses what it cannot undo (office-js issues 6711, 6255), on some
 * versions even a plain write, so a refused group is run again without one. `batch` may run twice.
 */
export async function runUndoable<T>(
  runtime: ExcelRuntime,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  if (!runtime.supports("1.20")) return runtime.run(BUTTON, batch);
  try {
    return await runtime.run({ ...BUTTON, mergeUndoGroup: true }, batch);
  } catch (error) {
    if (!isUndoRefusal(error)) throw error;
    return runtime.run(BUTTON, batch);
  }
}
