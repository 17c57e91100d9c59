import type { InsertedRows } from "../../formula/insert-rows.js";
import type { CellAddress } from "../../values/address.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";
import type {
  ApplyPreview,
  ApplyReport,
  CaptureScope,
  CellEdit,
  HostCapabilities,
  HostResult,
  WorkbookChange,
  WorkbookHost,
} from "../port.js";
import { applyPlan, hasRead, previewPlan, sheetTitles } from "./apply.js";
import { attempt } from "./faults.js";
import { insertRows } from "./insert-rows.js";
import { ours, type SheetsMessages } from "./messages.js";
import { type Book, bookOf } from "./read-book.js";
import type { SheetsSurroundings } from "./surroundings.js";
import { StampWatch } from "./watch.js";
import { writeEdits } from "./write.js";

const SHEETS_CAPABILITIES: HostCapabilities = {
  live: true,
  tellsSelection: true,
  keepsBy: "copy",
  lacks: ["hidden-names", "justified-text", "print-setup"],
};

/**
 * The port over the spreadsheet that is open in Google Sheets, by the four messages of its server.
 * Nothing is written but by `apply`, `write` and `insertRows`, and these tell no change: who calls
 * them captures again.
 */
export function createSheetsHost(messages: SheetsMessages, surroundings: SheetsSurroundings): WorkbookHost {
  return new SheetsHost(messages, surroundings);
}

class SheetsHost implements WorkbookHost {
  readonly capabilities = SHEETS_CAPABILITIES;
  private readonly watch: StampWatch;
  /** What was read last, and the version of then. */
  private last: { readonly book: Book; readonly version: string | null } | null = null;

  constructor(
    private readonly messages: SheetsMessages,
    surroundings: SheetsSurroundings,
  ) {
    this.watch = new StampWatch(messages, surroundings);
  }

  /** Asked with every change of her choices: what was read is enough while the version is the same. */
  inspect(plan: WorkbookPlan): Promise<HostResult<ApplyPreview>> {
    return attempt(async () => {
      const { version } = await this.messages.stamp();
      const last = this.last;
      if (last !== null && last.version === version && hasRead(last.book, plan)) {
        return previewPlan(plan, last.book);
      }
      const book = bookOf(await this.messages.read(ours(sheetTitles(plan))));
      this.last = { book, version };
      return previewPlan(plan, book);
    });
  }

  apply(plan: WorkbookPlan): Promise<HostResult<ApplyReport>> {
    return attempt(() => applyPlan(this.messages, plan, (version) => this.settle(version)));
  }

  capture(scope: CaptureScope = "ours"): Promise<HostResult<WorkbookSnapshot>> {
    return attempt(async () => {
      // Who watches knows a version from before; without one, what changes before watching begins would be missed.
      const asking = this.watch.followsChanges ? this.watch.version : this.versionNow();
      const reading = this.messages.read(scope === "whole" ? { kind: "whole" } : ours());
      const [version, spreadsheet] = await Promise.all([asking, reading]);
      const book = bookOf(spreadsheet);
      if (!this.watch.followsChanges) this.watch.settle(version);
      this.last = { book, version };
      return book.snapshot;
    });
  }

  write(edits: readonly CellEdit[]): Promise<HostResult<void>> {
    return attempt(async () => {
      const version = await writeEdits(this.messages, edits, this.last?.book ?? null);
      if (version !== null) this.settle(version);
    });
  }

  insertRows(inserted: InsertedRows): Promise<HostResult<void>> {
    return attempt(async () => this.settle(await insertRows(this.messages, inserted)));
  }

  /** Google tells no change, nor which sheet it was on: any may have changed. */
  onChange(listener: (change: WorkbookChange) => void): Promise<HostResult<() => Promise<void>>> {
    return attempt(async () => {
      const stop = this.watch.onChange(() => listener({ kind: "cells", sheets: [], source: "unknown" }));
      return async () => stop();
    });
  }

  select(cell: CellAddress): Promise<HostResult<void>> {
    return attempt(async () => {
      await this.messages.select(cell);
      this.watch.moved(cell);
    });
  }

  onSelect(listener: (cell: CellAddress) => void): Promise<HostResult<() => Promise<void>>> {
    return attempt(async () => {
      const stop = await this.watch.onSelect(listener);
      return async () => stop();
    });
  }

  private versionNow(): Promise<string | null> {
    return this.messages.stamp().then(
      ({ version }) => version,
      () => null,
    );
  }

  private settle(version: string): void {
    this.watch.settle(version);
    // What was read is no longer what stands there.
    this.last = null;
  }
}
