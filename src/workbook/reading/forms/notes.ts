import { type IndicatorKey, indicatorKey } from "../../../forms/indicators.js";
import type { Edition } from "../../../forms/schema.js";
import type { IndicatorValue } from "../../../report/report.js";
import type { CellAddress } from "../../../values/address.js";
import type { Cell } from "../../../values/cell.js";
import { looseText } from "../../../values/loose-text.js";
import type { SheetSnapshot } from "../../snapshot.js";
import { cellText, type SnapshotIndex } from "../../snapshot-index.js";

/** What the officer wrote under `Ghi chú` beside an indicator. */
export interface Note {
  readonly cell: CellAddress;
  readonly content: Cell;
  readonly text: string;
}

/** A header stands within this many rows of its sheet. */
const HEADER_ROWS = 30;

/** The notes beside the indicators, those that are filled, by the indicator's key. */
export function findNotes(
  edition: Edition,
  values: Iterable<IndicatorValue>,
  index: SnapshotIndex,
): ReadonlyMap<IndicatorKey, Note> {
  const header = looseText(edition.columns.note);
  const columns = new Map(index.snapshot.sheets.map((sheet) => [sheet.name, columnUnder(sheet, header)]));
  const notes = new Map<IndicatorKey, Note>();
  for (const { form, code, address } of values) {
    const column = address === null ? null : columns.get(address.sheet);
    if (address === null || column == null || column === address.column) continue;
    const cell = { sheet: address.sheet, row: address.row, column };
    const content = index.cell(cell);
    if (content.value === null && content.formula === "") continue;
    notes.set(indicatorKey(form, code), { cell, content, text: cellText(content) });
  }
  return notes;
}

/** The column with that header, or null. */
function columnUnder(sheet: SheetSnapshot, header: string): number | null {
  for (const line of sheet.values.slice(0, HEADER_ROWS)) {
    const j = line.findIndex((value) => typeof value === "string" && looseText(value) === header);
    if (j >= 0) return sheet.left + j;
  }
  return null;
}
