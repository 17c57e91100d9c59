import { defaultOutline, findOutline } from "../../src/narrative/library.js";
import type { Outline } from "../../src/narrative/outline.js";
import type { Report } from "../../src/report/report.js";
import type { GivenTables } from "../../src/workbook/filling/fill-tables.js";
import phuongKyText from "../fixtures/reports/phuong-ky-2023-h1.json" with { type: "json" };
import inspectionText from "../fixtures/reports/phuong-ky-2023-inspection.json" with { type: "json" };
import thanhMienText from "../fixtures/reports/thanh-mien-2023-q3.json" with { type: "json" };
import { phuongKyData, type ReportData, thanhMienData } from "./report-data.js";
import { bookWith, reportFrom, typeInForms, typeRows } from "./table-books.js";

/** A number of a real report: a per cent with the decimals printed, or anything else. */
export type RealNumber =
  | { readonly value: number }
  | { readonly percent: number; readonly decimals: number; readonly over?: boolean };

/** A fact of a real report's text. */
export interface RealFact {
  readonly section: string;
  readonly raw: string;
  readonly meaning: string;
  readonly numbers: readonly RealNumber[];
  /** False for what no cell of the workbook holds: days, targets, habits. */
  readonly cell: boolean;
}

export interface RealDocument {
  readonly type: string;
  readonly number: string | null;
  readonly date: string | null;
}

/** What a real report says, and the workbook that says as much. */
export interface RealReport {
  readonly name: string;
  readonly edition: string;
  /** Of another kind of report than the edition names first. */
  readonly outline?: string;
  readonly info: ReportData["info"];
  readonly forms: ReportData["forms"];
  /** Where a report gives a total only, its parts are ours and add up to it. */
  readonly tables: GivenTables;
  readonly facts: readonly RealFact[];
  readonly documents: readonly RealDocument[];
}

type Text = Pick<RealReport, "edition" | "outline" | "facts" | "documents"> & {
  readonly forms: ReportData["forms"];
  readonly tables: object;
};

function realReport(name: string, { info }: ReportData, text: Text): RealReport {
  return { name, info, ...text, tables: text.tables as GivenTables };
}

export const thanhMienReal = realReport("Thanh Miện, quý III/2023", thanhMienData, thanhMienText as Text);
export const phuongKyReal = realReport("Phượng Kỳ, 6 tháng 2023", phuongKyData, phuongKyText as Text);

/** The report of the same commune to an inspection team, seven months later in the year. */
export const inspectionReal = realReport(
  "Phượng Kỳ, phục vụ kiểm tra 2023",
  {
    ...phuongKyData,
    info: { ...phuongKyData.info, period: "year", from: "2022-12-10", to: "2023-07-31" },
  },
  inspectionText as Text,
);

/** The outline that a real report is of. */
export function outlineOf({ outline }: RealReport, { edition }: Report): Outline {
  const named = outline === undefined ? null : findOutline(outline);
  return named ?? defaultOutline(edition);
}

/** A workbook filled with all that a real report tells and a cell can hold, read. */
export async function filledReport(real: RealReport): Promise<Report> {
  const book = await bookWith(real.edition, Object.keys(real.tables), real.info);
  await typeRows(real.edition, book, real.tables);
  const typed = Object.entries(real.forms).flatMap(([form, rows]) =>
    Object.entries(rows).map(([code, value]) => [`${form}/${code}`, value] as const),
  );
  await typeInForms(real.edition, book, Object.fromEntries(typed));
  return reportFrom(real.edition, book);
}
