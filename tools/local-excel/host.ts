import { Fault, type FaultCode } from "../grid/fault.js";
import type { Grid } from "../grid/grid.js";
import { errorOf } from "./richapi/execute.js";
import { Session } from "./richapi/session.js";
import { ACTION, type Answer, type Batch, type EventEntry } from "./richapi/wire.js";

/** How the connection to Excel took a batch. */
export type Delivery =
  | { readonly kind: "answer"; readonly answer: Answer }
  /** Nothing comes back any more: the session is gone. */
  | { readonly kind: "no-connection" };

/** The client's code for a session that Excel on the web no longer knows. */
export const SESSION_LOST = "InvalidOrTimedOutSession";

/** Request flag of the client: wait until the officer has left the cell she is editing. */
const DELAY_FOR_CELL_EDIT = 64;

/**
 * The host as one add-in meets it: an executor over a workbook, and the moods of a real Excel. A
 * cell being edited, a lost session, or any refusal a test asks for.
 */
export class LocalHost {
  /** Round trips: batches received, except those by which the client only lets go of objects. */
  batches = 0;
  /** Batches that only let go of objects. The client sends them by itself when a run is over. */
  releases = 0;
  /** Milliseconds that answering took: of a measured page they are not the add-in's. */
  spent = 0;

  private readonly session: Session;
  private editing = false;
  private lost = false;
  private held = false;
  private batchesLeft = Number.POSITIVE_INFINITY;
  private waiting: (() => void)[] = [];
  private nextFault: Fault | null = null;
  private lastingFault: Fault | null = null;

  constructor(
    readonly grid: Grid,
    /** Takes events that are due to the add-in. */
    deliver: (entries: readonly EventEntry[]) => void,
    /** The newest ExcelApi set that this Excel has. */
    excelApi: string,
  ) {
    const deliverUnlessLost = (entries: readonly EventEntry[]) => {
      if (!this.lost) deliver(entries);
    };
    this.session = new Session(grid, deliverUnlessLost, excelApi);
  }

  /**
   * Whether batches stand in a group of undo steps. The npm edition of the client library does not
   * pass the option on, so whoever gives `mergeUndoGroup` to `Excel.run` says it here as well.
   */
  set inUndoGroup(grouped: boolean) {
    this.session.inUndoGroup = grouped;
  }

  async process(batch: Batch, flags: number): Promise<Delivery> {
    if (onlyReleases(batch)) this.releases += 1;
    else this.batches += 1;
    if (this.held || (this.editing && flags & DELAY_FOR_CELL_EDIT))
      await new Promise<void>((go) => this.waiting.push(go));
    this.batchesLeft -= 1;
    if (this.batchesLeft < 0) this.lost = true;
    if (this.lost) return { kind: "no-connection" };
    const fault = this.takeFault() ?? tooLarge(batch, "RequestPayloadSizeLimitExceeded");
    if (fault) return refusal(fault);
    const start = performance.now();
    const answer = this.session.run(batch);
    const overflow = tooLarge(answer, "ResponsePayloadSizeLimitExceeded");
    this.spent += performance.now() - start;
    return overflow ? refusal(overflow) : { kind: "answer", answer };
  }

  /** The officer starts typing into a cell: batches are refused until she is done. */
  beginCellEdit(): void {
    this.editing = true;
  }

  endCellEdit(): void {
    this.editing = false;
    this.answerWaiting();
  }

  /** Leaves batches without an answer until they are let go: an Excel that is busy. */
  hold(): void {
    this.held = true;
  }

  letGo(): void {
    this.held = false;
    this.answerWaiting();
  }

  /** The connection to Excel is gone, at once or after some batches more: they fail, events no longer come. */
  dropSession(after = 0): void {
    this.batchesLeft = after;
    this.lost = after === 0;
  }

  restoreSession(): void {
    this.batchesLeft = Number.POSITIVE_INFINITY;
    this.lost = false;
  }

  /** The next batch is refused with this code, before anything is done. */
  failNext(code: FaultCode, message = code): void {
    this.nextFault = new Fault(code, message);
  }

  /** Every batch is refused with this code, until null. */
  failAlways(code: FaultCode | null): void {
    this.lastingFault = code === null ? null : new Fault(code, code);
  }

  /** How many objects the add-in keeps in Excel. */
  get keptObjects(): number {
    return this.session.keptCount;
  }

  /** The pane was closed. */
  end(): void {
    this.session.end();
  }

  private answerWaiting(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const go of waiting) go();
  }

  private takeFault(): Fault | null {
    if (this.editing) return new Fault("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.");
    const fault = this.nextFault ?? this.lastingFault;
    this.nextFault = null;
    return fault;
  }
}

/** Excel on the web takes and gives at most 5 MB at once. */
const MOST_BYTES = 5 * 1024 * 1024;

function tooLarge(message: Batch | Answer, code: FaultCode): Fault | null {
  const text = JSON.stringify(message);
  // No letter takes more than three bytes, so most messages need no counting.
  if (text.length * 3 <= MOST_BYTES) return null;
  const bytes = new TextEncoder().encode(text).length;
  return bytes <= MOST_BYTES ? null : new Fault(code, `${bytes} bytes are more than 5 MB.`);
}

function refusal(fault: Fault): Delivery {
  return { kind: "answer", answer: { Results: [], TraceIds: [], Error: errorOf(fault, 0) } };
}

function onlyReleases(batch: Batch): boolean {
  return batch.Actions.every(
    (action) => action.ActionType === ACTION.instantiate || action.Name === "_RemoveReference",
  );
}
