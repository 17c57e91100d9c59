import type { HostFault, WorkbookChange, WorkbookHost } from "../hosts/port.js";
import { type CheckedBook, checkedBook } from "./check.js";
import { asked } from "./guard.js";
import { bookOf } from "./open.js";
import { type Performed, perform, type Work } from "./perform.js";

/** A workbook that is followed while somebody works in it: what it holds, and every change of that. */
export interface Watch {
  /**
   * Reads and judges the workbook; what it holds comes as `read`. One reading at a time: a call
   * during a reading makes one more of it, however many there were.
   *
   * @returns why it could not be read, or null
   */
  read(): Promise<HostFault | null>;
  /** Begins to read again after every change, where the host tells of changes; does nothing if it has begun. */
  follow(): Promise<Following>;
  /** Stops following; nothing is told of changes from then on. */
  stop(): Promise<void>;
  /** Writes, then reads what there is. Changes that others make meanwhile are seen by that reading. */
  perform(work: Work): Promise<{ readonly performed: Performed; readonly unread: HostFault | null }>;
}

export type Following =
  | { readonly kind: "on" }
  /** The host tells of no changes, so that only reading shows them. */
  | { readonly kind: "impossible" }
  | { readonly kind: "refused"; readonly fault: HostFault };

export type WatchEvent =
  /** The workbook was read and judged. */
  | { readonly kind: "read"; readonly book: CheckedBook }
  /** A change was noticed and its reading is over; with a fault, what was read before still stands. */
  | { readonly kind: "noticed"; readonly fault: HostFault | null };

/** Watches a workbook. Nothing happens before `read` or `follow`. */
export function watch(host: WorkbookHost, tell: (event: WatchEvent) => void): Watch {
  let book: CheckedBook | null = null;
  let stopFollowing: (() => Promise<void>) | null = null;
  let reading: Promise<HostFault | null> | null = null;
  let readAgain = false;
  let writing = false;

  const read = (): Promise<HostFault | null> => {
    if (reading !== null) {
      readAgain = true;
      return reading;
    }
    const run = async (): Promise<HostFault | null> => {
      for (;;) {
        readAgain = false;
        const captured = await asked(() => host.capture());
        if (!captured.ok) return captured.fault;
        if (readAgain) continue;
        book = checkedBook(bookOf(captured.value), { before: book });
        tell({ kind: "read", book });
        return null;
      }
    };
    reading = run().finally(() => {
      reading = null;
    });
    return reading;
  };

  const onChange = async (change: WorkbookChange): Promise<void> => {
    if (stopFollowing === null || writing || !concerns(change, book)) return;
    tell({ kind: "noticed", fault: await read() });
  };

  return {
    read,
    follow: async () => {
      if (stopFollowing !== null) return { kind: "on" };
      if (!host.capabilities.live) return { kind: "impossible" };
      const registered = await asked(() => host.onChange((change) => void onChange(change)));
      if (!registered.ok) return { kind: "refused", fault: registered.fault };
      stopFollowing = registered.value;
      return { kind: "on" };
    },
    stop: async () => {
      const stop = stopFollowing;
      stopFollowing = null;
      await stop?.();
    },
    perform: async (work) => {
      writing = true;
      try {
        const performed = await perform(host, work);
        return { performed, unread: performed.kind === "refused" ? null : await read() };
      } finally {
        writing = false;
      }
    },
  };
}

/** Whether a change can touch what we read: sheets of others change without us. */
function concerns(change: WorkbookChange, book: CheckedBook | null): boolean {
  if (change.kind === "structure" || change.sheets.length === 0 || book === null) return true;
  const ours = new Set(book.snapshot.sheets.map(({ name }) => name.toLowerCase()));
  return change.sheets.some((sheet) => ours.has(sheet.toLowerCase()));
}
