import { findIndicator, labelOf, rowName } from "../forms/indicators.js";
import type { Edition } from "../forms/schema.js";
import { superiorInLabels } from "../forms/superior.js";
import { columnName, findTable, inWordsOf } from "../forms/tables.js";
import { findInfoField } from "../report/info-fields.js";
import type { Finding, FindingPlace, RuleId } from "../rules/finding.js";
import { vietnamese } from "../rules/messages/vi/wording.js";
import type { Wording } from "../rules/messages/wording.js";
import { describe } from "../rules/messages.js";
import { columnAt, type TablePlace, tableSheet } from "../rules/place-words.js";
import type { CellAddress } from "../values/address.js";
import { sheetOfForm } from "../workbook/layout/form-layout.js";

/** A finding's sentence: what stands, what was expected, what to do. */
export function sentenceOf(finding: Finding, edition: Edition, wording: Wording = vietnamese): string {
  return describe(finding, edition, wording);
}

/** A short name of what a rule finds wrong, for findings that are told together. */
export function nameOfRule(rule: RuleId, wording: Wording = vietnamese): string {
  return wording.names[rule];
}

/** Where a finding is, in the words of the sheets; empty where something is printed nowhere. */
type ToldPlace =
  | {
      readonly kind: "row";
      /** The sheet as the edition prints it. */
      readonly sheet: string;
      /** The row's STT; empty for a row that has none. */
      readonly code: string;
      /** The STT or, for a row without one, its first words. */
      readonly name: string;
      readonly label: string;
      readonly address: CellAddress | null;
    }
  | { readonly kind: "info"; readonly label: string; readonly address: CellAddress | null }
  | { readonly kind: "sheet"; readonly sheet: string; readonly address: null }
  | {
      readonly kind: "table";
      readonly sheet: string;
      /** `dòng 3`, `dòng tổng cộng` */
      readonly row: string;
      readonly column: string;
      readonly address: CellAddress | null;
    };

/**
 * Where to look at a finding.
 *
 * @param superior the superior of the report, for labels that name it
 */
export function placeOf(
  place: FindingPlace,
  edition: Edition,
  superior = "",
  wording: Wording = vietnamese,
): ToldPlace {
  switch (place.kind) {
    case "sheet":
      return { kind: "sheet", sheet: place.sheet, address: null };
    case "info":
      return { kind: "info", label: findInfoField(place.key)?.label ?? place.key, address: place.address };
    case "table":
      return { kind: "table", ...tablePlace(place, edition, wording), address: place.address };
    case "indicator": {
      const indicator = findIndicator(edition, place);
      return {
        kind: "row",
        sheet: sheetOfForm(edition, place.form),
        code: indicator?.uncoded === true ? "" : place.code,
        name: rowName(edition, place),
        label: indicator === null ? "" : labelOf(indicator, superiorInLabels(superior, edition.superior)),
        address: place.address,
      };
    }
  }
}

/** A place in a table in words; empty where there is none. */
function tablePlace(place: TablePlace, edition: Edition, { places }: Wording) {
  const column = columnAt(place);
  const total = column !== null && place.address !== null && findTable(place.table)?.total !== undefined;
  return {
    sheet: tableSheet(place.table),
    row: place.row !== null || total ? places.tableRow(place.row) : "",
    column: column === null ? "" : inWordsOf(edition, place.table, columnName(column)),
  };
}
