import { type IndicatorKey, indicatorKey } from "../../../forms/indicators.js";
import type { Edition, Form } from "../../../forms/schema.js";
import type { CellAddress } from "../../../values/address.js";
import { sameLoosely } from "../../../values/loose-text.js";
import { type FormSheet, formSheets } from "../../layout/form-layout.js";
import type { SheetSnapshot } from "../../snapshot.js";
import type { SnapshotIndex } from "../../snapshot-index.js";
import { findHeadText } from "../head-texts.js";
import { type FormPrint, printOf, withUncoded } from "./form-print.js";

/** A form as it stands in a workbook now: its sheet may be renamed, rows and columns inserted. */
export interface FoundForm {
  readonly form: Form;
  /** Null when the workbook has no sheet of the form. */
  readonly sheet: SheetSnapshot | null;
  /** Null when the sheet shows no header of the form, or shows an office's own form. */
  readonly print: FormPrint | null;
}

/** A form's caption stands within this many rows of the used part of its sheet. */
const CAPTION_ROWS = 10;

/**
 * Finds each form of an edition: its sheet, and there the rows under its header ("STT", "Chỉ tiêu
 * thống kê").
 *
 * @param named where the names of the edition's rows point to
 */
export function findForms(
  index: SnapshotIndex,
  edition: Edition,
  named: ReadonlyMap<IndicatorKey, CellAddress>,
): readonly FoundForm[] {
  return formSheets(edition).flatMap((planned) => {
    const cells = cellsOn(planned, named);
    const sheet = findSheet(index, planned, cells);
    // An adopted form may be numbered and worded otherwise: only its names say what its cells are.
    const print =
      sheet === null || index.adoptedAs !== null ? null : printOf(sheet, edition, namedColumn(sheet, cells));
    return planned.forms.map((form) => ({ form, sheet, print: print && withUncoded(form, print) }));
  });
}

/** Where the name of each row of an edition points to; a row whose name is lost is absent. */
export function namedCells(index: SnapshotIndex, edition: Edition): ReadonlyMap<IndicatorKey, CellAddress> {
  const cells = new Map<IndicatorKey, CellAddress>();
  for (const { number, indicators } of edition.forms) {
    for (const { code } of indicators) {
      const address = index.find({ kind: "indicator", form: number, code });
      if (address !== null) cells.set(indicatorKey(number, code), address);
    }
  }
  return cells;
}

function cellsOn(
  { forms }: FormSheet,
  named: ReadonlyMap<IndicatorKey, CellAddress>,
): readonly CellAddress[] {
  return forms.flatMap(({ number, indicators }) =>
    indicators.flatMap(({ code }) => named.get(indicatorKey(number, code)) ?? []),
  );
}

/**
 * The sheet where most of the named cells are (in a continuous table, those of all forms), whatever
 * it is called now; without names, the sheet that is called as planned or has the planned caption or
 * title at its head.
 */
function findSheet(
  index: SnapshotIndex,
  planned: FormSheet,
  cells: readonly CellAddress[],
): SheetSnapshot | null {
  const votes = new Map<string, number>();
  for (const { sheet } of cells) votes.set(sheet, (votes.get(sheet) ?? 0) + 1);
  const [favourite] = [...votes].sort((a, b) => b[1] - a[1]);
  if (favourite !== undefined) return index.sheet(favourite[0]);
  // "PHỤ LỤC" heads many a sheet; only the title tells a continuous table.
  const head = planned.forms.length > 1 ? planned.title : planned.caption;
  const { sheets } = index.snapshot;
  return (
    sheets.find((sheet) => sameLoosely(sheet.name, planned.name)) ??
    sheets.find((sheet) => findHeadText(sheet, head, CAPTION_ROWS) !== null) ??
    null
  );
}

/** The column in which most of a sheet's names stand, or null without names. */
function namedColumn(sheet: SheetSnapshot, cells: readonly CellAddress[]): number | null {
  const columns = cells
    .filter((address) => address.sheet === sheet.name)
    .map((address) => address.column)
    .sort((a, b) => a - b);
  return columns[Math.floor(columns.length / 2)] ?? null;
}
