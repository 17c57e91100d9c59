import { indicatorKey } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import { INFO_SHEET } from "../../forms/sheet-names.js";
import type { IndicatorValue, LayoutFault, Report } from "../../report/report.js";
import { BLANK_CELL } from "../../values/cell.js";
import { readCell } from "../../values/reading.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { indexSnapshot, type SnapshotIndex } from "../snapshot-index.js";
import { displacedValues } from "./forms/displaced-values.js";
import { findForms, namedCells } from "./forms/find-forms.js";
import { type LocatedCell, locateCells } from "./forms/locate-cells.js";
import { findNotes } from "./forms/notes.js";
import { withLostThousands } from "./lost-thousands.js";
import { readConfirmations } from "./read-confirmations.js";
import { findInfoCells, readInfo } from "./read-info.js";
import { readLastCheck } from "./read-last-check.js";
import { findTextCells, readTexts } from "./read-texts.js";
import { findTables } from "./tables/find-table.js";
import { readTables } from "./tables/read-table.js";

/**
 * From a captured workbook to a typed report: first where everything stands, then what it says.
 * Cells are found by their names, so renamed and moved sheets, inserted rows and columns change
 * nothing; what could not be found as it was is told in `layout`, never guessed silently.
 */
export function readReport(edition: Edition, snapshot: WorkbookSnapshot): Report {
  const index = indexSnapshot(snapshot);

  const named = namedCells(index, edition);
  const { cells, faults: formFaults } = locateCells(edition, findForms(index, edition, named), named, index);
  const { tables, faults: tableFaults } = findTables(index, edition);
  const infoCells = findInfoCells(index);
  const infoFaults: readonly LayoutFault[] =
    infoCells.size === 0
      ? [{ kind: "sheet-missing", sheet: INFO_SHEET, form: null, adopted: index.adoptedAs !== null }]
      : [];

  const read = cells.map((cell) => readValue(index, cell));
  const values = withLostThousands(read, edition, snapshot.culture);
  const info = readInfo(index, edition, infoCells);
  const notes = findNotes(edition, values, index);
  return {
    edition,
    info,
    infoCells,
    values: new Map(values.map((value) => [indicatorKey(value.form, value.code), value])),
    notes: new Map([...notes].map(([key, note]) => [key, note.text])),
    texts: readTexts(index, findTextCells(index)),
    tables: readTables(tables, snapshot.culture),
    confirmations: readConfirmations(index),
    lastCheck: readLastCheck(index, info),
    layout: [...infoFaults, ...formFaults, ...displacedValues(edition, cells, index), ...tableFaults],
  };
}

function readValue(index: SnapshotIndex, { form, indicator, address }: LocatedCell): IndicatorValue {
  const cell = address === null ? BLANK_CELL : index.cell(address);
  const reading = readCell(cell, indicator, index.snapshot.culture);
  return { form, code: indicator.code, address, cell, reading };
}
