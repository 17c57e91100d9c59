import { findColumn, findTable } from "../../forms/tables.js";
import type { Signals } from "../evidence.js";
import type { Inference, Reason } from "../inference/draft-row.js";
import type { BlockDoubt } from "../inference/infer-edition.js";
import type { TableBinding, TableDoubt } from "../recognise-tables.js";
import type { PlacedDoubt } from "../recognition.js";

/** What is said of a stranger's forms, in one language. What the sheets print is quoted where it is another. */
export interface RecognitionWords {
  /** Why a cell was taken for an indicator's: "tên chỉ tiêu trùng khớp", "STT trùng". */
  reasons(signals: Signals): readonly string[];
  /** A doubt as one sentence: what, where, what to do. */
  doubt(doubt: PlacedDoubt): string;
  /** A table that is bound: its name and where its rows stand. */
  table(binding: TableBinding): string;
  /** A doubt about a supplementary table as one sentence: what, where, what to do. */
  tableDoubt(doubt: TableDoubt): string;
  /** Why a property of a row was inferred. */
  inferred(reason: Reason): string;
  /** A doubt of a draft as one sentence: where, what, what to do. */
  draftDoubt(doubt: Inference | BlockDoubt): string;
}

/** `98 %`, never a rounded-up 100. */
export function percent(confidence: number): string {
  return `${Math.min(Math.floor(confidence * 100 + 1e-6), 100)} %`;
}

/** The sheet that a table is printed on, which names it. */
export function sheetOfTable(id: string): string {
  return findTable(id)?.sheet ?? id;
}

/** The headers of columns as printed, quoted, one after the other. */
export function quotedColumns(id: string, columns: readonly string[]): string {
  const table = findTable(id);
  const quoted = columns.map((column) => {
    const known = table === null ? null : findColumn(table, column);
    return `"${known?.path.join(" - ") ?? column}"`;
  });
  return quoted.join(", ");
}

/** One of two words, or none where nothing was compared. */
export function said(signal: boolean | null, agrees: string, differs: string): readonly string[] {
  return signal === null ? [] : [signal ? agrees : differs];
}
