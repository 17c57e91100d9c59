import { compose } from "../../src/narrative/compose.js";
import { defaultOutline } from "../../src/narrative/library.js";
import { type Narrative, type Paragraph, paragraphText } from "../../src/narrative/section.js";
import type { Report, ReportInfo } from "../../src/report/report.js";
import { type Day, parseDay } from "../../src/values/day.js";
import phuongKyData from "../fixtures/phuong-ky-2023-h1.json" with { type: "json" };
import thanhMienData from "../fixtures/thanh-mien-2023-q3.json" with { type: "json" };
import { buildReport, type TypedValues } from "../support/report-builder.js";

interface Printed {
  readonly info: { readonly organization: string; readonly superior: string; readonly guidance: string } & {
    readonly from: string;
    readonly to: string;
    readonly year: number;
  };
  readonly forms: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function printedReport(edition: string, period: ReportInfo["period"], { info, forms }: Printed): Report {
  const values: TypedValues = Object.fromEntries(
    Object.entries(forms).flatMap(([form, rows]) =>
      Object.entries(rows).map(([code, value]) => [`${form}/${code}`, value]),
    ),
  );
  const { organization, superior, guidance, year } = info;
  const days = { from: dayOf(info.from), to: dayOf(info.to) };
  return buildReport(edition, values, { organization, superior, guidance, year, period, ...days });
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new Error(`No day: ${text}`);
  return day;
}

/** Thị trấn Thanh Miện, quarter III 2023, as printed. */
export const thanhMien: Report = printedReport("hai-duong-2022", "quarter-3", thanhMienData);
/** Xã Phượng Kỳ, first six months of 2023, as printed: most cells are blank. */
export const phuongKy: Report = printedReport("tu-ky-2023", "half-year", phuongKyData);

/** The narrative that the edition's own outline makes of a report. */
export function narrate(report: Report): Narrative {
  return compose(defaultOutline(report.edition), report);
}

/** The same with every suggestion accepted. */
export function narrateAccepting(report: Report): Narrative {
  const outline = defaultOutline(report.edition);
  const { suggestions } = compose(outline, report);
  return compose(outline, report, { accepted: new Set(suggestions.map(({ sentence }) => sentence)) });
}

/** A narrative from a few cells of `tu-ky-2023` in quarter I of 2024, with the office's information. */
export function narrateCells(values: TypedValues, info: Partial<ReportInfo> = {}): Narrative {
  return narrate(quarterOne(values, info));
}

export function quarterOne(
  values: TypedValues,
  info: Partial<ReportInfo> = {},
  edition = "tu-ky-2023",
): Report {
  return buildReport(edition, values, {
    organization: "UBND xã Phượng Kỳ",
    superior: "UBND huyện Tứ Kỳ",
    period: "quarter-1",
    year: 2024,
    to: { year: 2024, month: 3, day: 9 },
    ...info,
  });
}

/** The paragraphs of one section as they print, bullets included; none when the section is left out. */
export function printed(narrative: Narrative, section: string): readonly string[] {
  return (narrative.sections.find(({ id }) => id === section)?.paragraphs ?? []).map(printedParagraph);
}

const MARKS = { plain: "", dash: "- ", plus: "+ " } as const;

function printedParagraph(paragraph: Paragraph): string {
  return MARKS[paragraph.bullet] + paragraphText(paragraph);
}

/** The whole narrative as lines: `I. HEADING`, then its paragraphs. */
export function printedWhole(narrative: Narrative): readonly string[] {
  return narrative.sections.flatMap(({ number, heading, paragraphs }) => [
    `${number}. ${heading}`,
    ...paragraphs.map(printedParagraph),
  ]);
}
