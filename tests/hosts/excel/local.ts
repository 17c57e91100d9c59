import { createExcelHost } from "../../../src/hosts/excel/host.js";
import type { ExcelRuntime } from "../../../src/hosts/excel/runtime.js";
import type { WorkbookHost } from "../../../src/hosts/port.js";
import {
  createLocalExcel,
  type LocalExcel,
  type LocalExcelOptions,
} from "../../../tools/local-excel/node.js";

/** Timers that go off when a test says so. */
export class ManualTimers {
  private now = 0;
  private timers: { readonly at: number; readonly work: () => void }[] = [];

  readonly after = (milliseconds: number, work: () => void): (() => void) => {
    const timer = { at: this.now + milliseconds, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  };

  /** Lets time pass; timers that are due go off in order. */
  advance(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (;;) {
      const [next] = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.timers = this.timers.filter((one) => one !== next);
      this.now = next.at;
      next.work();
    }
    this.now = end;
  }

  get pending(): number {
    return this.timers.length;
  }
}

/** This host over Microsoft's client library, with a local Excel behind it. */
export interface LocalPane {
  readonly excel: LocalExcel;
  readonly host: WorkbookHost;
  readonly timers: ManualTimers;
  /** Options of each `Excel.run` so far. */
  readonly runs: readonly Excel.RunOptions[];
  /** Round trips that some work takes. */
  trips<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly trips: number }>;
}

export async function openPane(
  options: LocalExcelOptions & { readonly reported?: string } = {},
): Promise<LocalPane> {
  const excel = await createLocalExcel(options);
  const timers = new ManualTimers();
  const runs: Excel.RunOptions[] = [];
  const runtime: ExcelRuntime = {
    run: (runOptions, batch) => {
      runs.push(runOptions);
      excel.host.inUndoGroup = runOptions.mergeUndoGroup === true;
      return excel.Excel.run(runOptions, batch).finally(() => {
        excel.host.inUndoGroup = false;
      });
    },
    supports: (version) => excel.isSetSupported("ExcelApi", version),
    after: timers.after,
  };
  return {
    excel,
    host: createExcelHost(runtime),
    timers,
    runs,
    trips: async (work) => {
      const before = excel.requests();
      const result = await work();
      await excel.settled();
      return { result, trips: excel.requests() - before };
    },
  };
}
