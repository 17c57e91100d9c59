import { type Additions, closedSheets } from "../workbook/additions/additions.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import { foreignSheets, protectedSheets } from "./faults.js";
import type { ApplyPreview, ApplyReport, HostFault } from "./port.js";

/** Why additions cannot be written, as far as the snapshot tells; null when they can. */
export function obstacleTo(additions: Additions, snapshot: WorkbookSnapshot): HostFault | null {
  if (additions.foreignSheets.length > 0) return foreignSheets(additions.foreignSheets);
  const closed = closedSheets(additions, snapshot);
  return closed.length > 0 ? protectedSheets(closed) : null;
}

/** What `inspect` answers. */
export function previewOf(additions: Additions, obstacle: HostFault | null): ApplyPreview {
  const { newSheets, keptSheets, names, lostNames } = additions;
  return {
    addedSheets: newSheets.map((sheet) => sheet.plan.name),
    keptSheets: keptSheets.map(({ plan, name, fills }) => ({
      sheet: plan.name,
      name,
      addedCells: fills.length,
    })),
    addedNames: names.map(({ name }) => name),
    lostNames,
    obstacle,
  };
}

/** What `apply` answers once the additions are written. */
export function reportOf(
  { newSheets, keptSheets, names }: Additions,
  unsetPages: readonly string[] = [],
): ApplyReport {
  return {
    addedSheets: newSheets.map((sheet) => sheet.plan.name),
    keptSheets: keptSheets.map((sheet) => sheet.plan.name),
    addedNames: names.map(({ name }) => name),
    unsetPages,
  };
}
