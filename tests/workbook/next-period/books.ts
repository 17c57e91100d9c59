import { indicatorKey } from "../../../src/forms/indicators.js";
import type { HostResult } from "../../../src/hosts/port.js";
import { emptyWorkbook, type XlsxWorkbook } from "../../../src/hosts/xlsx/open.js";
import type { OwnTextPlace } from "../../../src/narrative/own-text-places.js";
import type { Report } from "../../../src/report/report.js";
import type { CellAddress } from "../../../src/values/address.js";
import type { Cell } from "../../../src/values/cell.js";
import { infoFromJson } from "../../../src/workbook/filling/info-entries.js";
import {
  type NextPeriod,
  type NextPeriodAccount,
  planNextPeriod,
} from "../../../src/workbook/next-period/plan-next-period.js";
import { nextTarget } from "../../../src/workbook/next-period/target.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import { readReport } from "../../../src/workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { indexSnapshot } from "../../../src/workbook/snapshot-index.js";
import { edition, type ReportData } from "../../support/report-data.js";

/** The value of a result that must be there. */
export function done<Value>(result: HostResult<Value>): Value {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

/** A workbook in memory with what was read of it. */
export interface TestBook {
  readonly host: XlsxWorkbook;
  readonly snapshot: WorkbookSnapshot;
  readonly report: Report;
}

/** A report workbook filled with data, as `cchc new` and `cchc fill` make it. */
export async function filledBook(
  id: string,
  data: ReportData,
  places: readonly OwnTextPlace[] = [],
): Promise<TestBook> {
  const entries = infoFromJson(edition(id), data.info);
  if (!entries.ok) throw new Error(entries.fault.map(({ message }) => message).join("\n"));
  const host = emptyWorkbook();
  done(await host.apply(planReportWorkbook(edition(id), entries.value.entries, places)));
  return typed(await read(id, host), data.forms);
}

/** The same workbook after the officer typed into result cells. */
export async function typed(book: TestBook, forms: ReportData["forms"]): Promise<TestBook> {
  const edits = Object.entries(forms).flatMap(([form, rows]) =>
    Object.entries(rows).map(([code, value]) => ({ cell: valueCell(book, Number(form), code), value })),
  );
  done(await book.host.write(edits));
  return read(book.report.edition.id, book.host);
}

/** Reads a workbook again. */
export async function read(id: string, host: XlsxWorkbook): Promise<TestBook> {
  const snapshot = done(await host.capture());
  return { host, snapshot, report: readReport(edition(id), snapshot) };
}

export interface CarriedOut extends TestBook {
  readonly account: NextPeriodAccount;
}

/** What is planned for a period (`2023-year`; the following one by itself). */
export function planned({ report, snapshot }: TestBook, token: string | null = null): NextPeriod {
  const target = nextTarget(report.edition, report.info, token);
  if (!target.ok) throw new Error(target.fault.message);
  const outcome = planNextPeriod(report, snapshot, target.value.to);
  if (!outcome.ok) throw new Error(outcome.fault);
  return outcome.value;
}

/** The workbook made into the next period's, in place. */
export async function carryOut(book: TestBook, token: string | null = null): Promise<CarriedOut> {
  const { plan, edits, account } = planned(book, token);
  done(await book.host.apply(plan));
  done(await book.host.write(edits));
  return { ...(await read(book.report.edition.id, book.host)), account };
}

/** Where the value of a row stands. */
export function valueCell({ report }: TestBook, form: number, code: string): CellAddress {
  const address = report.values.get(indicatorKey(form, code))?.address ?? null;
  if (address === null) throw new Error(`No cell for ${form}/${code}`);
  return address;
}

/** What stands in a cell. */
export function cellAt({ snapshot }: TestBook, address: CellAddress): Cell {
  return indexSnapshot(snapshot).cell(address);
}

/** Numbers by `form/code`, the blank rows left out. */
export function numbersOf(report: Report): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...report.values].flatMap(([key, { reading }]) =>
      reading.kind === "number" ? [[key, reading.value] as const] : [],
    ),
  );
}
