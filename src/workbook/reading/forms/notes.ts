import { type IndicatorKey, indicatorKey } from "../../../forms/indicators.js";
import type { Edition } from "../../../forms/schema.js";
import type { IndicatorValue } from "../../../report/report.js";
import type { CellAddress } from "../../../values/address.js";
import type { Cell } from "../../../values/cell.js";
import { cellText, type SnapshotIndex } from "../../snapshot-index.js";
import { findHeadText } from "../head-texts.js";

/** What the officer wrote under `Ghi chú` beside an indicator. */
interface Note {
  readonly cell: CellAddress;
  readonly content: Cell;
  readonly text: string;
}

/** The notes beside the indicators, those that are filled, by the indicator's key. */
export function findNotes(
  edition: Edition,
  values: Iterable<IndicatorValue>,
  index: SnapshotIndex,
): ReadonlyMap<IndicatorKey, Note> {
  const columns = new Map(
    index.snapshot.sheets.map((sheet) => [sheet.name, findHeadText(sheet, edition.columns.note)?.column]),
  );
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
