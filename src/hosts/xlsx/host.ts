import type { InsertedRows } from "../../formula/insert-rows.js";
import { isSomething } from "../../workbook/additions/additions.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";
import { previewOf, reportOf } from "../insertion.js";
import type {
  ApplyPreview,
  ApplyReport,
  CellEdit,
  HostCapabilities,
  HostFault,
  HostResult,
  WorkbookChange,
  WorkbookHost,
} from "../port.js";
import { lookUp, writeAdditions } from "./apply/apply.js";
import { checkPlan } from "./apply/check-plan.js";
import type { Book } from "./book.js";
import { captureBook } from "./capture.js";
import { missingCell, NO_SELECTION, TOO_WIDE } from "./host-faults.js";
import { insertRows } from "./insert-rows.js";
import { recalculate } from "./recalculate.js";
import { writeEdits } from "./write.js";

const CAPABILITIES: HostCapabilities = { live: false, insertsRows: true, tellsSelection: false };

/** The port over a workbook in memory. Nothing is kept until it is saved. */
export class XlsxHost implements WorkbookHost {
  readonly capabilities = CAPABILITIES;
  private readonly listeners = new Set<(change: WorkbookChange) => void>();

  constructor(private readonly book: Book) {}

  async inspect(plan: WorkbookPlan): Promise<HostResult<ApplyPreview>> {
    const found = lookUp(this.book, plan);
    if (found === null) return fail(TOO_WIDE);
    return { ok: true, value: previewOf(found.additions, found.obstacle) };
  }

  async apply(plan: WorkbookPlan): Promise<HostResult<ApplyReport>> {
    checkPlan(plan);
    const found = lookUp(this.book, plan);
    if (found === null) return fail(TOO_WIDE);
    const { additions, obstacle } = found;
    if (obstacle !== null) return fail(obstacle);
    if (isSomething(additions)) {
      writeAdditions(this.book, additions);
      recalculate(this.book, "all");
      this.tell({ kind: "structure" });
    }
    return { ok: true, value: reportOf(additions) };
  }

  async capture(): Promise<HostResult<WorkbookSnapshot>> {
    const snapshot = captureBook(this.book);
    return snapshot === null ? fail(TOO_WIDE) : { ok: true, value: snapshot };
  }

  async write(edits: readonly CellEdit[]): Promise<HostResult<void>> {
    const fault = writeEdits(this.book, edits);
    if (fault) return fail(fault);
    recalculate(this.book, "all");
    const sheets = [...new Set(edits.map(({ cell }) => cell.sheet))];
    this.tell({ kind: "cells", sheets, source: "local" });
    return { ok: true, value: undefined };
  }

  async insertRows(inserted: InsertedRows): Promise<HostResult<void>> {
    if (!insertRows(this.book, inserted)) {
      return fail(missingCell({ sheet: inserted.sheet, row: inserted.before, column: 1 }));
    }
    recalculate(this.book, "all");
    this.tell({ kind: "structure" });
    return { ok: true, value: undefined };
  }

  /** A file changes only by this host's own `apply` and `write`; the listener hears of those. */
  async onChange(listener: (change: WorkbookChange) => void): Promise<HostResult<() => Promise<void>>> {
    this.listeners.add(listener);
    return {
      ok: true,
      value: async () => {
        this.listeners.delete(listener);
      },
    };
  }

  async select(): Promise<HostResult<void>> {
    return fail(NO_SELECTION);
  }

  async onSelect(): Promise<HostResult<() => Promise<void>>> {
    return fail(NO_SELECTION);
  }

  private tell(change: WorkbookChange): void {
    for (const listener of this.listeners) listener(change);
  }
}

function fail(fault: HostFault): { readonly ok: false; readonly fault: HostFault } {
  return { ok: false, fault };
}
