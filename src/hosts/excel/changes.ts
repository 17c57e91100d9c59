import type { WorkbookChange } from "../port.js";
import { Debounce } from "./debounce.js";
import type { WorkbookMemory } from "./memory.js";
import type { ExcelRuntime } from "./runtime.js";

/**
 * Listens to the workbook's sheets, one round trip. Told are changes of cells and new results of
 * formulas on the sheets that matter, and everything that may make other sheets matter. Not told are
 * our own writes (who writes reads again by himself) and formats, unless Excel tells them as a
 * change of cells: a `%` changes what a number means. What was heard of any sheet is noted in `memory`.
 *
 * @returns the way to stop; it never fails and may be used twice
 */
export async function watchChanges(
  runtime: ExcelRuntime,
  memory: WorkbookMemory,
  listener: (change: WorkbookChange) => void,
): Promise<() => Promise<void>> {
  const pending = new PendingChanges(memory);
  const debounce = new Debounce(runtime, () => listener(pending.take()));
  const handle = async (event: SheetEvent) => {
    if (isOurs(event, memory)) return;
    if (CELL_EVENTS.has(event.type) && !movesCells(event)) memory.changed(event.worksheetId);
    else memory.allChanged();
    if (pending.add(event)) debounce.touch();
  };
  const formatted = async ({ worksheetId }: { readonly worksheetId: string }) => memory.changed(worksheetId);
  const handlers = await runtime.run({}, async (context) => {
    const { worksheets } = context.workbook;
    const registered = [...register(worksheets, runtime, handle), worksheets.onFormatChanged.add(formatted)];
    await context.sync();
    return registered;
  });
  memory.watch();
  return async () => {
    if (handlers.length > 0) memory.unwatch();
    debounce.cancel();
    await unregister(handlers.splice(0));
  };
}

/** What the events have in common that matters here. */
interface SheetEvent {
  readonly type: string;
  readonly worksheetId: string;
  readonly changeType?: string;
  readonly source?: string;
  readonly triggerSource?: string;
}

interface Handler {
  readonly context: OfficeExtension.ClientRequestContext;
  remove(): void;
}

function register(
  sheets: Excel.WorksheetCollection,
  runtime: ExcelRuntime,
  handle: (event: SheetEvent) => Promise<void>,
): Handler[] {
  return [
    sheets.onChanged.add(handle),
    sheets.onCalculated.add(handle),
    sheets.onAdded.add(handle),
    sheets.onDeleted.add(handle),
    ...(runtime.supports("1.10") ? [sheets.onRowSorted.add(handle)] : []),
    ...(runtime.supports("1.14") ? [sheets.onProtectionChanged.add(handle)] : []),
    ...(runtime.supports("1.17")
      ? [sheets.onNameChanged.add(handle), sheets.onVisibilityChanged.add(handle)]
      : []),
  ];
}

/** Handlers go with the context that made them. Where Excel is gone, so are they. */
async function unregister(handlers: readonly Handler[]): Promise<void> {
  const [first] = handlers;
  if (first === undefined) return;
  try {
    for (const handler of handlers) handler.remove();
    await first.context.sync();
  } catch {
    // Nothing left to remove them from.
  }
}

/** 1.14 says whose write it was; before, whatever comes during our writes counts as ours. */
function isOurs({ triggerSource }: SheetEvent, memory: WorkbookMemory): boolean {
  return triggerSource === undefined ? memory.isWriting : triggerSource === "ThisLocalAddin";
}

/** Rows and columns that come and go move the cells below and beside them, and rewrite formulas elsewhere. */
function movesCells({ changeType }: SheetEvent): boolean {
  return changeType !== undefined && changeType !== "RangeEdited" && changeType !== "Unknown";
}

const CELL_EVENTS: ReadonlySet<string> = new Set([
  "WorksheetChanged",
  "WorksheetCalculated",
  "WorksheetRowSorted",
]);

type Source = Extract<WorkbookChange, { kind: "cells" }>["source"];

/** What happened since the listener was last told. */
class PendingChanges {
  private structure = false;
  private readonly sheets = new Set<string>();
  private readonly sources = new Set<Source>();

  constructor(private readonly memory: WorkbookMemory) {}

  /** False for an event about a sheet that does not matter. */
  add(event: SheetEvent): boolean {
    const sheet = this.memory.sheet(event.worksheetId);
    if (!CELL_EVENTS.has(event.type) || sheet === null) {
      this.structure = true;
      return true;
    }
    if (!sheet.relevant) return false;
    // Sorted values leave the names of their cells behind: which row is which must be asked again.
    if (event.type === "WorksheetRowSorted") this.structure = true;
    if (event.type === "WorksheetChanged") {
      if (movesCells(event)) this.structure = true;
      this.sources.add(sourceOf(event));
    }
    this.sheets.add(sheet.name);
    return true;
  }

  take(): WorkbookChange {
    const [source, ...others] = this.sources;
    const change: WorkbookChange = this.structure
      ? { kind: "structure" }
      : {
          kind: "cells",
          sheets: [...this.sheets],
          source: source !== undefined && others.length === 0 ? source : "unknown",
        };
    this.structure = false;
    this.sheets.clear();
    this.sources.clear();
    return change;
  }
}

function sourceOf({ source }: SheetEvent): Source {
  return source === "Local" ? "local" : source === "Remote" ? "remote" : "unknown";
}
