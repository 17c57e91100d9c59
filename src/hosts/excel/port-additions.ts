import type { WorkbookPlan } from "../../workbook/plan.js";
import type { HostFault, HostResult, WorkbookHost } from "../port.js";

/** The port and what it says before anything is written. */
export interface InspectingHost extends WorkbookHost {
  /** What `apply` would add and what is there already. Writes nothing. */
  inspect(plan: WorkbookPlan): Promise<HostResult<ApplyPreview>>;
}

export interface ApplyPreview {
  /** Sheets that will be added, or filled where a blank sheet has their name. */
  readonly addedSheets: readonly string[];
  readonly keptSheets: readonly KeptSheetPreview[];
  readonly addedNames: readonly string[];
  /** Names that stay missing because nothing tells where their row is now. */
  readonly lostNames: readonly string[];
  /** Why the plan cannot be applied as things are; null when it can. */
  readonly obstacle: HostFault | null;
}

/** A sheet that is there already. */
export interface KeptSheetPreview {
  /** As planned. */
  readonly sheet: string;
  /** As it is called now. */
  readonly name: string;
  /** Blank cells of the printed form that will be filled in again. */
  readonly addedCells: number;
}
