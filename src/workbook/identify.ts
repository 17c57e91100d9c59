import { indicatorKey } from "../forms/indicators.js";
import { editionIds, findEdition } from "../forms/library.js";
import { findInfoCells } from "./read-info.js";
import type { WorkbookSnapshot } from "./snapshot.js";
import { cellText, indexSnapshot, type SnapshotIndex } from "./snapshot-index.js";

/**
 * The id of the edition that a workbook was made from: what the cell `Bộ biểu mẫu` says, in an
 * adopted workbook what the name CCHC_EDITION holds, or, when both are lost, the edition that comes
 * with the program whose rows fit the named cells best. The id may be of an edition that the program
 * does not have. Null when nothing tells.
 */
export function editionIdOf(snapshot: WorkbookSnapshot): string | null {
  const index = indexSnapshot(snapshot);
  const cell = findInfoCells(index).get("edition");
  const written = cell === undefined ? "" : cellText(index.cell(cell));
  return written !== "" ? written : (index.adoptedAs ?? bestFit(index));
}

/** True when a workbook holds forms that we wrote, however damaged. */
export function isReportWorkbook(snapshot: WorkbookSnapshot): boolean {
  const index = indexSnapshot(snapshot);
  return index.things.length > 0 || findInfoCells(index).has("edition");
}

function bestFit(index: SnapshotIndex): string | null {
  const named = new Set(
    index.things.flatMap((thing) =>
      thing.kind === "indicator" ? [indicatorKey(thing.form, thing.code)] : [],
    ),
  );
  let best: { readonly id: string; readonly share: number } | null = null;
  for (const id of editionIds()) {
    const rows = new Set(
      findEdition(id)?.forms.flatMap((form) =>
        form.indicators.map((indicator) => indicatorKey(form.number, indicator.code)),
      ),
    );
    const common = [...named].filter((key) => rows.has(key)).length;
    const share = common / (named.size + rows.size - common);
    if (share > (best?.share ?? 0)) best = { id, share };
  }
  return best?.id ?? null;
}
