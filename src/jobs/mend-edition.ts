import { editionIds } from "../forms/catalogue.js";
import { fetchEditions } from "../forms/fetch-edition.js";
import type { Edition } from "../forms/schema.js";
import { EDITION_SHEET } from "../forms/sheet-names.js";
import type { CellEdit } from "../hosts/port.js";
import { EDITION_DATA_NAME, nameKey, sheetKey } from "../workbook/layout/names.js";
import { carriedPieces, carryPlan } from "../workbook/planning/plan-edition.js";
import { fitOf } from "../workbook/reading/identify.js";
import { findInfoCells } from "../workbook/reading/read-info.js";
import { indexSnapshot } from "../workbook/snapshot-index.js";
import type { ForeignBook } from "./open.js";
import type { Work } from "./perform.js";

/**
 * So much of the rows of an edition and of a workbook must be rows of both: nearly all where the program proposes
 * the edition, half where she chose it herself.
 */
const PROPOSED_FROM = 0.9;
const TAKEN_FROM = 0.5;

/** An edition of the program that fits, and what makes the workbook name it. */
interface FittingEdition {
  readonly edition: Edition;
  readonly edits: readonly CellEdit[];
}

/**
 * The edition of the program that a workbook's rows are of, where it names another by mistake; null where none
 * fits, or no cell says which it is. Fetches all editions; rejects where one cannot be fetched.
 */
export async function fittingEdition(book: ForeignBook): Promise<FittingEdition | null> {
  const cell = findInfoCells(indexSnapshot(book.snapshot)).get("edition");
  if (cell === undefined) return null;
  const editions = await fetchEditions(editionIds());
  const [best] = editions
    .map((edition) => ({ edition, fit: fitOf(book.snapshot, edition) }))
    .sort((a, b) => b.fit - a.fit);
  if (best === undefined || best.fit < PROPOSED_FROM) return null;
  return { edition: best.edition, edits: [{ cell, value: best.edition.id }] };
}

/**
 * What makes a workbook carry an edition that came as a file, in place of one that is damaged. Null where its
 * rows are not those of the workbook, or it has no room where the damaged one stands.
 */
export function carryWork(book: ForeignBook, edition: Edition): Work | null {
  if (fitOf(book.snapshot, edition) < TAKEN_FROM) return null;
  const carried = book.faults === null ? [] : overDamaged(book, edition);
  if (carried === null) return null;
  const cell = findInfoCells(indexSnapshot(book.snapshot)).get("edition");
  const named = cell === undefined || book.edition === edition.id ? [] : [{ cell, value: edition.id }];
  return {
    plan: book.faults === null ? carryPlan(edition) : { sheets: [], names: [] },
    edits: [...carried, ...named],
  };
}

/** Null where the damaged edition stands on a sheet that is not ours alone, or has too few rows by its name. */
function overDamaged({ snapshot }: ForeignBook, edition: Edition): readonly CellEdit[] | null {
  const area = snapshot.names.find(({ name }) => nameKey(name) === nameKey(EDITION_DATA_NAME))?.area ?? null;
  if (area === null || sheetKey(area.sheet) !== sheetKey(EDITION_SHEET)) return null;
  const pieces = carriedPieces(edition);
  const rows = area.bottom - area.top + 1;
  if (pieces.length > rows) return null;
  return Array.from({ length: rows }, (_, index) => ({
    cell: { sheet: area.sheet, row: area.top + index, column: area.left },
    value: pieces[index] ?? null,
  }));
}
