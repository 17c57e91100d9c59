import type { IndicatorKey } from "../forms/indicators.js";
import type { Edition, PeriodId } from "../forms/schema.js";
import type { CellAddress } from "../values/address.js";
import type { Cell } from "../values/cell.js";
import type { Day } from "../values/day.js";
import type { Reading } from "../values/reading.js";
import type { Confirmation } from "./confirmation.js";
import type { InfoKey } from "./info-fields.js";
import type { LastCheck } from "./last-check.js";
import type { TableReport } from "./table-report.js";

/** One filled workbook, typed: what every rule and every sentence is made from. */
export interface Report {
  readonly edition: Edition;
  readonly info: ReportInfo;
  /** Where each information cell stands; a key is absent when its cell was not found. */
  readonly infoCells: ReadonlyMap<InfoKey, CellAddress>;
  /** One entry for every row of the edition. */
  readonly values: ReadonlyMap<IndicatorKey, IndicatorValue>;
  /** What stands under `Ghi chú`, by row; blank ones are absent. */
  readonly notes: ReadonlyMap<IndicatorKey, string>;
  /** The officer's own text by section id, paragraphs separated by line breaks; blank ones are absent. */
  readonly texts: ReadonlyMap<string, string>;
  /** The supplementary tables that the workbook holds, by id, in the order of the sheets. */
  readonly tables: ReadonlyMap<string, TableReport>;
  readonly layout: readonly LayoutFault[];
  /** What the officer looked at and keeps, with her reasons. */
  readonly confirmations: readonly Confirmation[];
  /** What the last printed check found in this period; null where none was made. */
  readonly lastCheck: LastCheck | null;
}

/** What stands in one indicator's cell. */
export interface IndicatorValue {
  readonly form: number;
  readonly code: string;
  /** Null when the cell was not found; the layout faults say why. */
  readonly address: CellAddress | null;
  readonly cell: Cell;
  readonly reading: Reading;
}

/** The report's information as typed. Empty strings, empty lists and nulls are blanks. */
export interface ReportInfo {
  readonly organization: string;
  readonly superior: string;
  readonly province: string;
  readonly period: PeriodId | null;
  readonly year: number | null;
  /** First and last day of the data; the period's own window where the cells are blank. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly number: string;
  readonly symbol: string;
  readonly place: string;
  readonly date: Day | null;
  readonly guidance: string;
  readonly addressees: readonly string[];
  readonly recipients: readonly string[];
  readonly signerAuthority: string;
  readonly signerTitle: string;
  readonly signerName: string;
  /** Keys whose cell holds something that cannot be read as what it should be. */
  readonly unreadable: readonly InfoKey[];
}

/** What happened to the cells that an edition expects. */
export type LayoutFault =
  | { readonly kind: "table-name-lost"; readonly table: string; readonly address: CellAddress }
  | {
      readonly kind: "column-missing";
      readonly table: string;
      readonly column: string;
      readonly sheet: string;
    }
  /** `adopted`: in a workbook of the office's own forms no cell was ever bound to any row of it. */
  | {
      readonly kind: "sheet-missing";
      readonly sheet: string;
      readonly form: number | null;
      readonly adopted: boolean;
    }
  /** The numbers of a form stand one column or one row beside its cells. */
  | {
      readonly kind: "values-beside";
      readonly form: number;
      readonly sheet: string;
      readonly by: "column" | "row";
      readonly found: string;
    }
  /** `adopted`: in a workbook of the office's own forms no cell was ever bound to the row. */
  | {
      readonly kind: "cell-missing";
      readonly form: number;
      readonly code: string;
      readonly sheet: string;
      readonly adopted: boolean;
    }
  | {
      readonly kind: "name-lost";
      readonly form: number;
      readonly code: string;
      readonly address: CellAddress;
    }
  | {
      readonly kind: "moved";
      readonly form: number;
      readonly code: string;
      readonly address: CellAddress;
      readonly found: string;
    }
  | {
      readonly kind: "relabelled";
      readonly form: number;
      readonly code: string;
      readonly address: CellAddress;
      readonly found: string;
    }
  | {
      readonly kind: "duplicated";
      readonly form: number;
      readonly code: string;
      readonly address: CellAddress;
      readonly other: string;
    };
