import { catalogued, editionIds } from "../../forms/catalogue.js";
import type { FileFault } from "../../forms/faults.js";
import { indicatorKey } from "../../forms/indicators.js";
import type { ParsedEdition } from "../../forms/parse-edition.js";
import type { Edition } from "../../forms/schema.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { cellText, indexSnapshot, type SnapshotIndex } from "../snapshot-index.js";
import { findInfoCells } from "./read-info.js";

/**
 * The id of the edition that a workbook was made from: what the cell `Bộ biểu mẫu` says, in an
 * adopted workbook what the name CCHC_EDITION holds, or, when both are lost, the one of `editions`
 * whose rows fit the named cells best. The id may be of an edition that the program does not have.
 * Null when nothing tells.
 */
export function editionIdOf(snapshot: WorkbookSnapshot, editions: readonly Edition[]): string | null {
  const index = indexSnapshot(snapshot);
  return statedId(index) ?? bestFit(index, editions);
}

/**
 * Ids of the program's editions that are looked at to tell which one a workbook is of: the one that it
 * states; all where it states none and has cells of ours.
 */
export function editionsInQuestion(snapshot: WorkbookSnapshot): readonly string[] {
  const index = indexSnapshot(snapshot);
  const stated = statedId(index);
  if (stated !== null) return catalogued(stated) === null ? [] : [stated];
  return index.things.some(({ kind }) => kind === "indicator") ? editionIds() : [];
}

function statedId(index: SnapshotIndex): string | null {
  const cell = findInfoCells(index).get("edition");
  const written = cell === undefined ? "" : cellText(index.cell(cell));
  return written !== "" ? written : index.adoptedAs;
}

/** What comes of asking which forms a workbook holds. */
type IdentifiedEdition =
  | { readonly kind: "found"; readonly edition: Edition }
  /** The workbook carries an edition of its own that cannot be used. */
  | { readonly kind: "unusable"; readonly faults: readonly FileFault[] }
  /** It names an edition that neither the program nor the workbook has. */
  | { readonly kind: "unknown"; readonly id: string }
  | { readonly kind: "none" };

/**
 * The edition of a workbook: the one that it carries, unless its cell `Bộ biểu mẫu` names one that
 * comes with the program; otherwise the one that `editionIdOf` tells.
 *
 * @param editions those of `editionsInQuestion`; more do no harm
 * @param carried what `carriedEdition` gives of the same workbook
 */
export function identifyEdition(
  snapshot: WorkbookSnapshot,
  editions: readonly Edition[],
  carried: ParsedEdition | null,
): IdentifiedEdition {
  const findEdition = (id: string) => editions.find((edition) => edition.id === id) ?? null;
  const stated = statedId(indexSnapshot(snapshot));
  const shipped = stated === null ? null : findEdition(stated);
  if (carried !== null && (shipped === null || (carried.ok && carried.value.id === stated))) {
    if (!carried.ok) return { kind: "unusable", faults: carried.fault.faults };
    return { kind: "found", edition: carried.value };
  }
  const id = editionIdOf(snapshot, editions);
  const edition = id === null ? null : findEdition(id);
  if (edition !== null) return { kind: "found", edition };
  return id === null ? { kind: "none" } : { kind: "unknown", id };
}

/** True when a workbook holds forms that we wrote, however damaged. */
export function isReportWorkbook(snapshot: WorkbookSnapshot): boolean {
  const index = indexSnapshot(snapshot);
  return index.things.length > 0 || findInfoCells(index).has("edition");
}

function bestFit(index: SnapshotIndex, editions: readonly Edition[]): string | null {
  let best: { readonly id: string; readonly share: number } | null = null;
  for (const edition of editions) {
    const share = fitOf(index.snapshot, edition);
    if (share > (best?.share ?? 0)) best = { id: edition.id, share };
  }
  return best?.id ?? null;
}

/** How much of the rows of an edition and of those that a workbook names are rows of both; 1 where all are. */
export function fitOf(snapshot: WorkbookSnapshot, { forms }: Edition): number {
  const named = new Set(
    indexSnapshot(snapshot).things.flatMap((thing) =>
      thing.kind === "indicator" ? [indicatorKey(thing.form, thing.code)] : [],
    ),
  );
  const rows = new Set(
    forms.flatMap((form) => form.indicators.map((indicator) => indicatorKey(form.number, indicator.code))),
  );
  const common = [...named].filter((key) => rows.has(key)).length;
  return common / (named.size + rows.size - common);
}
