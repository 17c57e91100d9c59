import { indicatorKey } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import type { LayoutFault, Report } from "../../report/report.js";
import { INFO_SHEET } from "../layout/names.js";
import type { WorkbookSnapshot } from "../snapshot.js";
import { indexSnapshot } from "../snapshot-index.js";
import { findNotes } from "./forms/notes.js";
import { namedCells, readForm } from "./forms/read-form.js";
import { findInfoCells, readInfo } from "./read-info.js";
import { readTexts } from "./read-texts.js";
import { readTables } from "./tables/read-table.js";

export { editionIdOf, identifyEdition, isReportWorkbook } from "./identify.js";
export { textCellsOf } from "./read-texts.js";

/**
 * From a captured workbook to a typed report. Cells are found by their names, so renamed and moved
 * sheets, inserted rows and columns change nothing; what could not be found as it was is told in
 * `layout`, never guessed silently.
 */
export function readReport(edition: Edition, snapshot: WorkbookSnapshot): Report {
  const index = indexSnapshot(snapshot);
  const named = namedCells(index, edition);
  const forms = edition.forms.map((form) => readForm(index, edition, form, named));
  const { tables, faults } = readTables(index, edition);
  const infoCells = findInfoCells(index);
  const infoFaults: readonly LayoutFault[] =
    infoCells.size === 0 ? [{ kind: "sheet-missing", sheet: INFO_SHEET, form: null }] : [];
  const values = forms.flatMap((form) => form.values);
  const notes = findNotes(edition, values, index);
  return {
    edition,
    info: readInfo(index, edition, infoCells),
    infoCells,
    values: new Map(values.map((value) => [indicatorKey(value.form, value.code), value])),
    notes: new Map([...notes].map(([key, note]) => [key, note.text])),
    texts: readTexts(index),
    tables,
    layout: [...infoFaults, ...withoutRepeats(forms.flatMap((form) => form.faults)), ...faults],
  };
}

/** A continuous table that is missing is missed by each of its forms, and told once. */
function withoutRepeats(faults: readonly LayoutFault[]): readonly LayoutFault[] {
  const sheets = new Set<string>();
  return faults.filter((fault) => {
    if (fault.kind !== "sheet-missing") return true;
    const repeated = sheets.has(fault.sheet);
    sheets.add(fault.sheet);
    return !repeated;
  });
}
