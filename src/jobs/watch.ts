import type { CaptureScope, HostResult, WorkbookChange, WorkbookHost } from "../hosts/port.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import type { CheckedBook } from "./check.js";
import { asked, type JobFault } from "./guard.js";
import { type Book, bookOf } from "./open.js";
import { type Performed, perform, type Work } from "./perform.js";

/** A workbook that is followed while somebody works in it: what it holds, and every change of that. */
interface Watch {
  /**
   * Reads and judges the workbook; what it holds comes as `read`. One reading at a time: a call
   * during a reading makes one more of it, however many there were.
   *
   * @returns why it could not be read, or null
   */
  read(): Promise<JobFault | null>;
  /** Begins to read again after every change, where the host tells of changes; does nothing if it has begun. */
  follow(): Promise<Following>;
  /** Stops following; nothing is told of changes from then on. */
  stop(): Promise<void>;
  /** Writes, then reads what there is. Changes that others make meanwhile are seen by that reading. */
  perform(work: Work): Promise<{ readonly performed: Performed; readonly unread: JobFault | null }>;
  /** The same for a job that writes by itself. */
  during<T>(job: () => Promise<T>): Promise<{ readonly done: T; readonly unread: JobFault | null }>;
}

type Following =
  | { readonly kind: "on" }
  /** The host tells of no changes, so that only reading shows them. */
  | { readonly kind: "impossible" }
  | { readonly kind: "refused"; readonly fault: JobFault };

/** Whether what was read last is what the workbook holds, as far as the host tells. */
export type Freshness =
  | { readonly kind: "live" }
  /** Something changed and is being read, which takes its time. */
  | { readonly kind: "reading" }
  /** Something changed, and nothing can be read before the cell is left in which somebody types. */
  | { readonly kind: "waiting"; readonly fault: JobFault }
  /** Something changed and could not be read. It is tried again by itself. */
  | { readonly kind: "behind"; readonly fault: JobFault }
  /** The host is gone. It is tried again by itself, in case it comes back. */
  | { readonly kind: "lost"; readonly fault: JobFault };

export type WatchEvent =
  /** The workbook was read and judged. */
  | { readonly kind: "read"; readonly book: CheckedBook }
  /** Told when it becomes another, and after every reading that failed. */
  | { readonly kind: "freshness"; readonly freshness: Freshness };

/** Calls back once after some milliseconds. Returns the way to call it off. */
export type After = (milliseconds: number, work: () => void) => () => void;

/** Pauses before a reading that failed is tried again, in milliseconds; the last one is repeated. */
export const RETRY_PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;
/** A reading that takes longer is told of: until then the eye does not notice. Milliseconds. */
export const SHORT_READING = 400;

/**
 * Watches a workbook. Nothing happens before `read` or `follow`.
 *
 * @param after a clock, to try again by itself what could not be read; without one nothing is
 */
export function watch(
  host: WorkbookHost,
  tell: (event: WatchEvent) => void,
  after: After = () => () => undefined,
): Watch {
  let book: CheckedBook | null = null;
  let stopFollowing: (() => Promise<void>) | null = null;
  let reading: Promise<JobFault | null> | null = null;
  let readAgain = false;
  let writing = false;
  let freshness: Freshness = { kind: "live" };
  let failures = 0;
  let cancelRetry: () => void = () => undefined;

  const become = (next: Freshness): void => {
    const same = freshness.kind === next.kind && !("fault" in next);
    freshness = next;
    if (!same) tell({ kind: "freshness", freshness });
  };

  const readFor = (scope: CaptureScope): Promise<JobFault | null> => {
    if (reading !== null) {
      readAgain = true;
      return reading;
    }
    cancelRetry();
    const slow = after(SHORT_READING, () => {
      if (freshness.kind === "live") become({ kind: "reading" });
    });
    const run = async (): Promise<JobFault | null> => {
      for (let wanted = scope; ; wanted = "ours") {
        readAgain = false;
        const captured = await asked(() => host.capture(wanted));
        if (!captured.ok) return captured.fault;
        if (readAgain) continue;
        const read = await asked(() => readAndJudged(captured.value, book));
        if (!read.ok) return read.fault;
        book = read.value;
        tell({ kind: "read", book });
        return null;
      }
    };
    reading = run()
      .then((fault) => {
        settle(fault);
        return fault;
      })
      .finally(() => {
        slow();
        reading = null;
      });
    return reading;
  };

  const settle = (fault: JobFault | null): void => {
    if (fault === null) {
      failures = 0;
      become({ kind: "live" });
      return;
    }
    const pause = RETRY_PAUSES[Math.min(failures, RETRY_PAUSES.length - 1)] ?? 0;
    failures += 1;
    if (stopFollowing !== null) cancelRetry = after(pause, () => void readFor("ours"));
    become(afterFailure(fault));
  };

  const onChange = async (change: WorkbookChange): Promise<void> => {
    if (stopFollowing === null || writing || !concerns(change, book)) return;
    failures = 0;
    await readFor("changed");
  };

  return {
    read: () => readFor("ours"),
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
      cancelRetry();
      await stop?.();
    },
    during: async (job) => {
      writing = true;
      try {
        const done = await job();
        return { done, unread: await readFor("ours") };
      } finally {
        writing = false;
      }
    },
    perform: async (work) => {
      writing = true;
      try {
        const performed = await perform(host, work);
        return { performed, unread: performed.kind === "refused" ? null : await readFor("ours") };
      } finally {
        writing = false;
      }
    },
  };
}

/** Not a word to the host: what reads and judges is fetched, which may fail as a host may. */
async function readAndJudged(
  snapshot: WorkbookSnapshot,
  before: CheckedBook | null,
): Promise<HostResult<CheckedBook>> {
  return { ok: true, value: await judged(await bookOf(snapshot), before) };
}

/** The rules are fetched with the first forms: a client that counts its bytes may open on a blank workbook. */
async function judged(book: Book, before: CheckedBook | null): Promise<CheckedBook> {
  if (book.kind !== "forms") return book;
  const { checkedBook } = await import(/* webpackChunkName: "judge" */ "./check.js");
  return checkedBook(book, { before });
}

function afterFailure(fault: JobFault): Freshness {
  switch (fault.kind) {
    case "cell-being-edited":
      return { kind: "waiting", fault };
    case "session-lost":
      return { kind: "lost", fault };
    default:
      return { kind: "behind", fault };
  }
}

/** Whether a change can touch what we read: sheets of others change without us. */
function concerns(change: WorkbookChange, book: CheckedBook | null): boolean {
  if (change.kind === "structure" || change.sheets.length === 0 || book === null) return true;
  const ours = new Set(book.snapshot.sheets.map(({ name }) => name.toLowerCase()));
  return change.sheets.some((sheet) => ours.has(sheet.toLowerCase()));
}
