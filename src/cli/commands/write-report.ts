import { contentOf } from "../../document/content.js";
import { toHtml } from "../../document/to-html.js";
import { toText } from "../../document/to-text.js";
import { indicatorKey, rowName } from "../../forms/indicators.js";
import { compose } from "../../narrative/compose.js";
import { framing } from "../../narrative/framing.js";
import { defaultOutline, findOutline } from "../../narrative/library.js";
import type { Outline } from "../../narrative/outline.js";
import { outlineIds, ownTextPlaces } from "../../narrative/own-text-places.js";
import type { Narrative } from "../../narrative/section.js";
import type { Report } from "../../report/report.js";
import { sheetOfForm } from "../../workbook/layout/form-layout.js";
import { readBook } from "../book.js";
import { writeFile } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";
import { narrativeJson } from "../json/narrative-json.js";

export type ReportFormat = "docx" | "text" | "html" | "json";

/** `cchc report`: the narrative of a workbook, as a Word document or to standard output. */
export async function writeReport(
  path: string,
  options: {
    readonly out?: string | undefined;
    readonly format: ReportFormat;
    readonly outline?: string | undefined;
    readonly previous?: string | undefined;
  },
  io: Io,
): Promise<ExitCode> {
  const { report } = await readBook(path);
  if (options.previous !== undefined) await readBook(options.previous);
  const outline = outlineOf(report, options.outline);
  const narrative = compose(outline, report);
  const content = await render(options.format, report, narrative, outline);
  if (options.out !== undefined) {
    await writeFile(options.out, content, options.previous === undefined ? [path] : [path, options.previous]);
    io.tell(`Đã ghi ${options.out}.`);
  } else if (typeof content === "string") {
    io.out(content.endsWith("\n") ? content : `${content}\n`);
  } else {
    throw new Unusable("--out", "chưa cho biết tên tệp Word. Thêm --out BAO-CAO.docx.");
  }
  tellMissing(narrative, outline, report, io);
  return exitCodes.fine;
}

function outlineOf(report: Report, id: string | undefined): Outline {
  if (id === undefined) return defaultOutline(report.edition);
  const outline = findOutline(id);
  if (outline !== null) return outline;
  throw new Unusable(id, `không có đề cương này. Các đề cương hiện có: ${outlineIds().join(", ")}.`);
}

async function render(
  format: ReportFormat,
  report: Report,
  narrative: Narrative,
  outline: Outline,
): Promise<string | Uint8Array> {
  if (format === "json") return `${JSON.stringify(narrativeJson(narrative), null, 2)}\n`;
  const content = contentOf(report, narrative, framing(report, outline));
  switch (format) {
    case "docx": {
      const { toDocx } = await import("../../document/docx/to-docx.js");
      return toDocx(content);
    }
    case "html":
      return toHtml(content);
    case "text":
      return toText(content);
  }
}

/** What the narrative could not say, one line a section. */
function tellMissing(narrative: Narrative, outline: Outline, report: Report, io: Io): void {
  const headings = new Map(ownTextPlaces(outline.id).map(({ id, heading }) => [id, heading]));
  for (const missing of narrative.missing) {
    const where = `Mục "${headings.get(missing.section) ?? missing.section}"`;
    if (missing.kind === "own-text") {
      io.tell(`${where}: chưa có nội dung. Cần ghi ở sheet Nội dung bổ sung: ${missing.prompt}`);
      continue;
    }
    const cells = missing.indicators
      .filter(({ form, code }) => report.values.has(indicatorKey(form, code)))
      .map((row) => `${sheetOfForm(report.edition, row.form)} dòng ${rowName(report.edition, row)}`);
    io.tell(`${where}: bỏ một câu vì chưa có số liệu ở ${cells.join(", ")}`);
  }
}
