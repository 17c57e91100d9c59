import { indicatorKey, rowName } from "../../forms/indicators.js";
import { sheetOfForm } from "../../jobs/describe-edition.js";
import { printReport } from "../../jobs/print.js";
import { type WrittenReport, writeReport } from "../../jobs/report.js";
import type { Report } from "../../report/report.js";
import { readBook } from "../book.js";
import { writeFile } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";

export type ReportFormat = "docx" | "text" | "html" | "json";

/** `cchc report`: the narrative of a workbook, as a Word document or to standard output. */
export async function reportOnBook(
  path: string,
  options: {
    readonly out?: string | undefined;
    readonly format: ReportFormat;
    readonly outline?: string | undefined;
    readonly previous?: string | undefined;
  },
  io: Io,
): Promise<ExitCode> {
  const book = await readBook(path);
  if (options.previous !== undefined) await readBook(options.previous);
  const outcome = writeReport(book, options.outline);
  if (outcome.kind === "no-outline") {
    const known = outcome.outlines.join(", ");
    throw new Unusable(options.outline ?? "", `không có đề cương này. Các đề cương hiện có: ${known}.`);
  }
  const content = await print(outcome.written, options.format);
  if (options.out !== undefined) {
    await writeFile(options.out, content, options.previous === undefined ? [path] : [path, options.previous]);
    io.tell(`Đã ghi ${options.out}.`);
  } else if (typeof content === "string") {
    io.out(content.endsWith("\n") ? content : `${content}\n`);
  } else {
    throw new Unusable("--out", "chưa cho biết tên tệp Word. Thêm --out BAO-CAO.docx.");
  }
  tellGaps(outcome.written, book.report, io);
  return exitCodes.fine;
}

async function print(written: WrittenReport, format: ReportFormat): Promise<string | Uint8Array> {
  if (format !== "docx") return printReport(written, format);
  const { printWord } = await import("../../jobs/print-word.js");
  return printWord(written);
}

/** What the narrative could not say, a line each. */
function tellGaps({ gaps }: WrittenReport, { edition, values }: Report, io: Io): void {
  for (const { place, heading, missing } of gaps) {
    const where = `Mục "${place?.heading ?? heading}"`;
    for (const item of missing) {
      if (item.kind === "own-text") {
        io.tell(`${where}: chưa có nội dung. Cần ghi ở sheet Nội dung bổ sung: ${item.prompt}`);
        continue;
      }
      const cells = item.indicators
        .filter(({ form, code }) => values.has(indicatorKey(form, code)))
        .map((row) => `${sheetOfForm(edition, row.form)} dòng ${rowName(edition, row)}`);
      io.tell(`${where}: bỏ một câu vì chưa có số liệu ở ${cells.join(", ")}`);
    }
  }
}
