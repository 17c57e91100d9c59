import type { InsertedRows } from "../../formula/insert-rows.js";
import type { CellAddress } from "../../values/address.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";
import { NO_CURSOR } from "../faults.js";
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
  tellsSelection: false,
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
  private readonly watches = new Set<StampWatch>();
  /** The stamp before the last reading, or after the last writing. */
  private stamp: string | null = null;
  /** What was read last, and the stamp of then. */
  private last: { readonly book: Book; readonly stamp: string | null } | null = null;

  constructor(
    private readonly messages: SheetsMessages,
    private readonly surroundings: SheetsSurroundings,
  ) {}

  /** Asked with every change of her choices: what was read is enough while the stamp is the same. */
  inspect(plan: WorkbookPlan): Promise<HostResult<ApplyPreview>> {
    return attempt(async () => {
      const stamp = await this.messages.stamp();
      const last = this.last;
      if (last !== null && last.stamp === stamp && hasRead(last.book, plan)) {
        return previewPlan(plan, last.book);
      }
      const book = bookOf(await this.messages.read(ours(sheetTitles(plan))));
      this.last = { book, stamp };
      return previewPlan(plan, book);
    });
  }

  apply(plan: WorkbookPlan): Promise<HostResult<ApplyReport>> {
    return attempt(() => applyPlan(this.messages, plan, (stamp) => this.settle(stamp)));
  }

  capture(scope: CaptureScope = "ours"): Promise<HostResult<WorkbookSnapshot>> {
    return attempt(async () => {
      // Who watches knows a stamp from before; without one, what changes before watching begins would be missed.
      const stamping = this.watches.size === 0 ? this.messages.stamp().catch(() => null) : this.stamp;
      const reading = this.messages.read(scope === "whole" ? { kind: "whole" } : ours());
      const [stamp, spreadsheet] = await Promise.all([stamping, reading]);
      const book = bookOf(spreadsheet);
      this.stamp = stamp;
      this.last = { book, stamp };
      return book.snapshot;
    });
  }

  write(edits: readonly CellEdit[]): Promise<HostResult<void>> {
    return attempt(async () => {
      const stamp = await writeEdits(this.messages, edits, this.last?.book ?? null);
      if (stamp !== null) this.settle(stamp);
    });
  }

  insertRows(inserted: InsertedRows): Promise<HostResult<void>> {
    return attempt(async () => this.settle(await insertRows(this.messages, inserted)));
  }

  /** Google tells no change, nor which sheet it was on: any may have changed. */
  onChange(listener: (change: WorkbookChange) => void): Promise<HostResult<() => Promise<void>>> {
    return attempt(async () => {
      const watch = new StampWatch(this.messages, this.surroundings, this.stamp, (stamp) => {
        this.stamp = stamp;
        listener({ kind: "cells", sheets: [], source: "unknown" });
      });
      this.watches.add(watch);
      return async () => {
        watch.stop();
        this.watches.delete(watch);
      };
    });
  }

  select(cell: CellAddress): Promise<HostResult<void>> {
    return attempt(() => this.messages.select(cell));
  }

  async onSelect(): Promise<HostResult<() => Promise<void>>> {
    return { ok: false, fault: NO_CURSOR };
  }

  private settle(stamp: string): void {
    this.stamp = stamp;
    // What was read is no longer what stands there.
    this.last = null;
    for (const watch of this.watches) watch.settle(stamp);
  }
}
