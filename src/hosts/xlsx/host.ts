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
import { NO_SELECTION, TOO_WIDE } from "./host-faults.js";
import { insertRows } from "./insert/insert-rows.js";
import { type Results, refreshResults, resultsOf } from "./recalculate.js";
import { writeEdits } from "./write.js";

const CAPABILITIES: HostCapabilities = { live: false, tellsSelection: false, keepsBy: "save-as", lacks: [] };

/** The port over a workbook in memory. Nothing is kept until it is saved. */
export class XlsxHost implements WorkbookHost {
  readonly capabilities = CAPABILITIES;
  private readonly listeners = new Set<(change: WorkbookChange) => void>();
  /** What the formulas gave after the last change; null before the first. */
  private results: Results | null = null;

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
      this.change(() => writeAdditions(this.book, additions));
      this.tell({ kind: "structure" });
    }
    return { ok: true, value: reportOf(additions) };
  }

  async capture(): Promise<HostResult<WorkbookSnapshot>> {
    const snapshot = this.book.snapshot();
    return snapshot === null ? fail(TOO_WIDE) : { ok: true, value: snapshot };
  }

  async write(edits: readonly CellEdit[]): Promise<HostResult<void>> {
    const fault = this.change(() => writeEdits(this.book, edits));
    if (fault) return fail(fault);
    const sheets = [...new Set(edits.map(({ cell }) => cell.sheet))];
    this.tell({ kind: "cells", sheets, source: "local" });
    return { ok: true, value: undefined };
  }

  async insertRows(inserted: InsertedRows): Promise<HostResult<void>> {
    const before = this.results ?? resultsOf(this.book);
    const outcome = insertRows(this.book, inserted);
    if (outcome.kind === "refused") return fail(outcome.fault);
    this.results = refreshResults(this.book, outcome.moved(before));
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

  /** Makes a change and gives the formulas that rest on it their new results. */
  private change<T>(make: () => T): T {
    const before = this.results ?? resultsOf(this.book);
    const made = make();
    this.results = refreshResults(this.book, before);
    return made;
  }

  private tell(change: WorkbookChange): void {
    for (const listener of this.listeners) listener(change);
  }
}

function fail(fault: HostFault): { readonly ok: false; readonly fault: HostFault } {
  return { ok: false, fault };
}
