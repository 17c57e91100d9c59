import type { ExcelRuntime } from "./runtime.js";

/** A pause in typing, in milliseconds, after which a change is told. */
export const QUIET = 200;
/** While changes keep coming, they are told at least this often. */
const LONGEST_WAIT = 1000;

/** Calls `work` after a pause since the last `touch`, and no later than `LONGEST_WAIT` after the first. */
export class Debounce {
  private cancelQuiet: (() => void) | null = null;
  private cancelLatest: (() => void) | null = null;

  constructor(
    private readonly runtime: Pick<ExcelRuntime, "after">,
    private readonly work: () => void,
  ) {}

  touch(): void {
    this.cancelQuiet?.();
    this.cancelQuiet = this.runtime.after(QUIET, () => this.fire());
    this.cancelLatest ??= this.runtime.after(LONGEST_WAIT, () => this.fire());
  }

  cancel(): void {
    this.cancelQuiet?.();
    this.cancelLatest?.();
    this.cancelQuiet = null;
    this.cancelLatest = null;
  }

  private fire(): void {
    this.cancel();
    this.work();
  }
}
