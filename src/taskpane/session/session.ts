import type {
  ApplyReport,
  CellEdit,
  HostFault,
  HostResult,
  WorkbookChange,
  WorkbookHost,
} from "../../hosts/port.js";
import type { CellAddress } from "../../values/address.js";
import type { WorkbookPlan } from "../../workbook/plan.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";
import { changeDraft, suggestedDraft } from "./draft.js";
import { readBook } from "./read-book.js";
import type { Draft, SessionState, Step, Trouble } from "./state.js";

/** The work of one opening of the pane, without its looks: what is shown, and all that can be done. */
export interface Session {
  /** Calls back after every change of `state()`. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  state(): SessionState;
  /** Reads the workbook, starts to follow it and goes to the step that fits. */
  open(step: Step | null): Promise<void>;
  /** Reads the workbook again. */
  check(): Promise<void>;
  /** Stops following changes; `resume` reads the workbook and follows it again. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Asks what writing a plan would do; the answer comes as `preview`. */
  inspect(plan: WorkbookPlan): Promise<void>;
  /** Writes a plan, then edits of cells that are there, and reads the workbook again. */
  insert(plan: WorkbookPlan, edits?: readonly CellEdit[]): Promise<void>;
  /** The same without counting as an insertion: for work whose own screen tells what it did. */
  perform(plan: WorkbookPlan, edits: readonly CellEdit[]): Promise<Performed>;
  /** The whole workbook, the sheets of others too; null when it cannot be read, which is told as trouble. */
  survey(): Promise<WorkbookSnapshot | null>;
  /** Goes to a cell. */
  select(cell: CellAddress): Promise<void>;
  show(step: Step): void;
  change(draft: Partial<Draft>): void;
  /** Tells of a failure outside the workbook. */
  fail(code: string): void;
  dismiss(): void;
}

/** What came of writing. A refusal is told as trouble too. */
export type Performed =
  | { readonly kind: "done"; readonly report: ApplyReport }
  /** Nothing was written. */
  | { readonly kind: "refused" }
  /** The plan was written, the edits were not. */
  | { readonly kind: "half" };

export interface SessionParts {
  readonly host: WorkbookHost;
  readonly now: () => Date;
}

/** A session over a workbook. Nothing happens before `open`. */
export function createSession({ host, now }: SessionParts): Session {
  let current: SessionState = {
    phase: "opening",
    step: "insert",
    book: { kind: "unread" },
    watching: "off",
    checkedAt: null,
    busy: "none",
    trouble: null,
    preview: null,
    inserted: null,
    draft: suggestedDraft(now()),
  };
  const listeners = new Set<() => void>();
  let stopFollowing: (() => Promise<void>) | null = null;
  let reading: Promise<HostFault | null> | null = null;
  let readAgain = false;
  let inspections = 0;

  const set = (change: Partial<SessionState>): void => {
    current = { ...current, ...change };
    for (const listener of listeners) listener();
  };
  const report = (trouble: Trouble | null): void => set({ trouble });
  const hostTrouble = (fault: HostFault | null): Trouble | null =>
    fault === null ? null : { kind: "host", fault };

  /** One reading at a time; a change during a reading makes one more, however many there were. */
  const read = (): Promise<HostFault | null> => {
    if (reading !== null) {
      readAgain = true;
      return reading;
    }
    const run = async (): Promise<HostFault | null> => {
      for (;;) {
        readAgain = false;
        const captured = await guard(() => host.capture());
        if (!captured.ok) return captured.fault;
        if (!readAgain) {
          set({ book: readBook(captured.value, current.book), checkedAt: now() });
          return null;
        }
      }
    };
    reading = run().finally(() => {
      reading = null;
    });
    return reading;
  };

  const onChange = async (change: WorkbookChange): Promise<void> => {
    if (current.watching !== "on" || current.busy === "inserting" || !concerns(change, current)) return;
    const fault = await read();
    // While she types in another cell nothing can be read; leaving that cell brings the next change.
    if (fault?.kind === "cell-being-edited" || fault?.kind === "busy") return;
    const before = current.trouble;
    if (fault !== null) report(hostTrouble(fault));
    else if (before?.kind === "host") report(null);
  };

  const follow = async (): Promise<void> => {
    if (stopFollowing !== null || !host.capabilities.live) return;
    const registered = await guard(() => host.onChange((change) => void onChange(change)));
    if (registered.ok) {
      stopFollowing = registered.value;
      set({ watching: "on" });
    } else set({ watching: "off", trouble: hostTrouble(registered.fault) });
  };

  const checkNow = async (): Promise<void> => {
    set({ busy: "checking", trouble: null });
    const fault = await read();
    set({ busy: "none", trouble: hostTrouble(fault) });
  };

  const perform = async (plan: WorkbookPlan, edits: readonly CellEdit[]): Promise<Performed> => {
    if (current.busy !== "none") return { kind: "refused" };
    set({ busy: "inserting", trouble: null, preview: null, inserted: null });
    const applied: HostResult<ApplyReport> = await guard(() => host.apply(plan));
    if (!applied.ok) {
      set({ busy: "none", trouble: hostTrouble(applied.fault) });
      return { kind: "refused" };
    }
    const written: HostResult<void> =
      edits.length === 0 ? { ok: true, value: undefined } : await guard(() => host.write(edits));
    const fault = await read();
    set({ busy: "none", trouble: hostTrouble(written.ok ? fault : written.fault) });
    if (fault === null && current.watching === "off") await follow();
    return written.ok ? { kind: "done", report: applied.value } : { kind: "half" };
  };

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => current,
    open: async (step) => {
      await checkNow();
      const { kind } = current.book;
      set({ phase: "ready", step: kind === "forms" ? (step ?? "check") : "insert" });
      if (current.trouble === null) await follow();
    },
    check: async () => {
      if (current.busy !== "none") return;
      await checkNow();
      if (current.trouble === null && current.watching === "off") await follow();
    },
    pause: async () => {
      const stop = stopFollowing;
      stopFollowing = null;
      set({ watching: "paused" });
      if (stop !== null) await stop();
    },
    resume: async () => {
      if (current.busy !== "none") return;
      await checkNow();
      if (current.trouble === null) await follow();
    },
    inspect: async (plan) => {
      inspections += 1;
      const mine = inspections;
      const inspected = await guard(() => host.inspect(plan));
      if (mine !== inspections || current.busy === "inserting") return;
      if (inspected.ok) set({ preview: inspected.value });
      else set({ preview: null, trouble: hostTrouble(inspected.fault) });
    },
    insert: async (plan, edits = []) => {
      const performed = await perform(plan, edits);
      if (performed.kind === "done") set({ inserted: performed.report });
    },
    perform,
    survey: async () => {
      const captured = await guard(() => host.capture("whole"));
      if (captured.ok) return captured.value;
      report(hostTrouble(captured.fault));
      return null;
    },
    select: async (cell) => {
      const selected = await guard(() => host.select(cell));
      report(selected.ok ? null : hostTrouble(selected.fault));
    },
    show: (step) => set({ step, inserted: null, trouble: null }),
    change: (draft) => set({ draft: changeDraft(current.draft, draft) }),
    fail: (code) => report({ kind: "program", code }),
    dismiss: () => report(null),
  };
}

/** Whether a change can touch what we read: sheets of others change without us. */
function concerns(change: WorkbookChange, { book }: SessionState): boolean {
  if (change.kind === "structure" || change.sheets.length === 0) return true;
  if (book.kind === "unread") return true;
  const ours = new Set(book.snapshot.sheets.map(({ name }) => name.toLowerCase()));
  return change.sheets.some((sheet) => ours.has(sheet.toLowerCase()));
}

/** A host answers with faults and does not throw; should it throw all the same, that is a fault too. */
async function guard<T>(call: () => Promise<HostResult<T>>): Promise<HostResult<T>> {
  try {
    return await call();
  } catch (error) {
    const code = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const message =
      "Có lỗi bất ngờ khi làm việc với tệp này. Bấm Kiểm tra lại; nếu vẫn lỗi, đóng và mở lại bảng.";
    return { ok: false, fault: { kind: "unknown", code, message } };
  }
}
