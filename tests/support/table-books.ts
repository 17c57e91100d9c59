import { emptyWorkbook, type XlsxWorkbook } from "../../src/hosts/xlsx/open.js";
import { fill } from "../../src/jobs/fill.js";
import type { Report } from "../../src/report/report.js";
import type { GivenTables } from "../../src/workbook/filling/fill-tables.js";
import { readReport } from "../../src/workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../../src/workbook/snapshot.js";
import { edition, plannedWorkbook, type ReportData } from "./report-data.js";

/** A new workbook with tables, in memory, whose formulas are worked out. */
export async function bookWith(
  id: string,
  tables: readonly string[],
  info: ReportData["info"] = {},
): Promise<XlsxWorkbook> {
  const book = emptyWorkbook();
  const applied = await book.apply(plannedWorkbook(edition(id), info, tables));
  if (!applied.ok) throw new Error(applied.fault.message);
  return book;
}

/** Types rows into the tables of a workbook, as `cchc fill` does. */
export async function typeRows(id: string, book: XlsxWorkbook, tables: GivenTables): Promise<void> {
  const snapshot = await snapshotFrom(book);
  const report = readReport(edition(id), snapshot);
  const forms = { kind: "forms", standing: true, snapshot, report, earlier: null, lastYear: null } as const;
  const filled = await fill(book, forms, { edits: [], tables, unknownInfo: [] });
  if (filled.kind !== "done") throw new Error(JSON.stringify(filled));
}

/** What the workbook says now. */
export async function reportFrom(id: string, book: XlsxWorkbook): Promise<Report> {
  return readReport(edition(id), await snapshotFrom(book));
}

export async function snapshotFrom(book: XlsxWorkbook): Promise<WorkbookSnapshot> {
  const captured = await book.capture();
  if (!captured.ok) throw new Error(captured.fault.message);
  return captured.value;
}

/** A workbook with these rows in its tables and, by `form/code`, these values in its forms, read. */
export async function reportWithTables(
  id: string,
  tables: GivenTables,
  forms: Readonly<Record<string, string | number>> = {},
  info: ReportData["info"] = {},
): Promise<Report> {
  const book = await bookWith(id, Object.keys(tables), info);
  await typeRows(id, book, tables);
  await typeInForms(id, book, forms);
  return reportFrom(id, book);
}

/** Types into result cells of the forms, by `form/code`. */
export async function typeInForms(
  id: string,
  book: XlsxWorkbook,
  forms: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const report = await reportFrom(id, book);
  const edits = Object.entries(forms).map(([row, value]) => {
    const found = [...report.values.values()].find(({ form, code }) => `${form}/${code}` === row);
    if (found?.address == null) throw new Error(`No cell for ${row}`);
    return { cell: found.address, value };
  });
  const written = await book.write(edits);
  if (!written.ok) throw new Error(written.fault.message);
}

/** The number in a form's cell, or null. */
export function formNumber(report: Report, row: string): number | null {
  const found = [...report.values.values()].find(({ form, code }) => `${form}/${code}` === row);
  return found?.reading.kind === "number" ? found.reading.value : null;
}
