import type { Edition, PeriodId } from "../../forms/schema.js";
import type { ApplyPreview, ApplyReport, CellEdit, HostCapabilities } from "../../hosts/port.js";
import type { Causes } from "../../jobs/causes.js";
import type { CheckedBook } from "../../jobs/check.js";
import type { JobFault } from "../../jobs/guard.js";
import type { Freshness } from "../../jobs/watch.js";
import type { CellAddress } from "../../values/address.js";

/** The three steps of the work, in its order. */
export const steps = ["insert", "check", "report"] as const;
export type Step = (typeof steps)[number];

/** What the workbook turned out to hold; `unread` before the first reading. */
export type Book = { readonly kind: "unread" } | CheckedBook;

/**
 * Whether the findings are those of the workbook as it stands. `live`, `reading`, `waiting`, `behind`
 * and `lost` as the watch tells them; `paused` by the officer; `off`: the program does not tell of
 * changes, so that every check needs the button.
 */
export type Watching = Freshness["kind"] | "paused" | "off";

/** What the officer enters before inserting; the rest she types on the sheet. */
export interface Draft {
  readonly edition: string;
  /** True once she named the edition; until then it follows the year and the period. */
  readonly editionChosen?: boolean;
  /** An edition from a file of hers, which stands beside those that come with the program. */
  readonly own: Edition | null;
  readonly organization: string;
  readonly superior: string;
  readonly period: PeriodId;
  /** As typed. */
  readonly year: string;
  /** Ids of the supplementary tables that were ticked; null for those that the edition inserts. */
  readonly tables: readonly string[] | null;
}

/** Something that went wrong, kept until it is dismissed or the next attempt. */
export type Trouble =
  | { readonly kind: "host"; readonly fault: JobFault }
  /** A part of the program could not be loaded or failed; `code` is for the log. */
  | { readonly kind: "program"; readonly code: string };

/** All that the pane shows. Nothing in it needs keeping: it is made from the workbook again on opening. */
export interface SessionState {
  readonly phase: "opening" | "ready";
  readonly step: Step;
  readonly book: Book;
  /** The step that was asked for and needs forms, where there are none yet. */
  readonly unmet: Exclude<Step, "insert"> | null;
  readonly watching: Watching;
  /** Which findings have one cause, as last worked out; null before the first time. */
  readonly causes: Causes | null;
  /** When the workbook was last read; null before the first time. */
  readonly checkedAt: Date | null;
  readonly busy: "none" | "checking" | "inserting" | "mending";
  readonly trouble: Trouble | null;
  /** Fetches again what parts of the shown step could not be fetched; null while there is none. */
  readonly again: (() => void) | null;
  /** What inserting would do, as last asked; null before an answer. */
  readonly preview: ApplyPreview | null;
  /** What the last insertion did; null before one. */
  readonly inserted: ApplyReport | null;
  /** Where the cursor stands; null before it was told, and where the program does not tell. */
  readonly cell: CellAddress | null;
  /** False where the program lays no marks over cells. */
  readonly marksCells: boolean;
  /** False where the program draws no charts on sheets. */
  readonly drawsCharts: boolean;
  /** The cell whose sentences are looked for in the report; null where none was asked for. */
  readonly sought: CellAddress | null;
  /** True once she has said that a report with errors is to be exported as a draft. */
  readonly draftAgreed: boolean;
  /** False where the program does not tell where the cursor stands. */
  readonly tellsSelection: boolean;
  /** How she keeps the workbook before it becomes the next period's. */
  readonly keepsBy: HostCapabilities["keepsBy"];
  /** What was mended last and can be taken back; null when there is nothing. */
  readonly undo: UndoOffer | null;
  readonly draft: Draft;
  /** The edition that was fetched last for the draft: the one that it names, or the one before while that is on its way. Null before the first. */
  readonly edition: Edition | null;
}

/** A way back to what stood in cells before they were mended. */
interface UndoOffer {
  readonly cells: number;
  readonly edits: readonly CellEdit[];
}
