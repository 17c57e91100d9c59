import type { Edition } from "../forms/schema.js";
import type { CellAddress } from "../values/address.js";
import type { AppendixTable } from "./appendix-tables.js";

/** The forms as they are printed after the report. */
export interface Appendix {
  /** `Thống kê kết quả thực hiện công tác cải cách hành chính quý III năm 2023` */
  readonly title: string;
  readonly columns: Edition["columns"];
  /** True when all forms stand in one table; its header gives the words under the label a row of their own. */
  readonly continuous: boolean;
  readonly forms: readonly AppendixForm[];
  /** The supplementary tables that hold anything. */
  readonly tables: readonly AppendixTable[];
}

/** One table of the appendix: a form, or all of them one below the other. */
export interface AppendixForm {
  /** The lines above it: `Biểu mẫu 3` and its title. A continuous table heads its groups itself. */
  readonly heading: readonly string[];
  readonly rows: readonly AppendixRow[];
}

/** One row of a form as text. */
export interface AppendixRow {
  /** STT as printed, with its final dot; `Trong đó` on the first of the rows without one. */
  readonly code: string;
  /** Rows that the STT's cell takes: 1, more for `Trong đó`, and 0 for the rows that it covers. */
  readonly codeRows: number;
  readonly label: string;
  /** The unit, or a choice's options, one a line. */
  readonly unit: readonly string[];
  /** As shown in Vietnamese (`67,1`, `3.000`); a choice's bare number; empty when blank. */
  readonly value: string;
  readonly note: string;
  /** True for rows that only head the rows below them. */
  readonly group: boolean;
  /** Where the value stands; null when its cell was not found. */
  readonly address: CellAddress | null;
}
