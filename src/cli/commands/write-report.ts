import type { NumberLine } from "../../document/refresh/refresh-part.js";
import { indicatorKey, rowName } from "../../forms/indicators.js";
import { sheetOfForm } from "../../jobs/describe-edition.js";
import { countTold } from "../../jobs/finding-lines.js";
import { staleLines } from "../../jobs/fresh-texts.js";
import { readOutline } from "../../jobs/outlines.js";
import { ownMentions } from "../../jobs/own-text.js";
import { printReport } from "../../jobs/print.js";
import { type ReportOptions, type WrittenReport, writeReport } from "../../jobs/report.js";
import type { Report } from "../../report/report.js";
import { capital } from "../../values/words.js";
import { readBook } from "../book.js";
import { type EarlierFiles, readEarlier } from "../earlier-files.js";
import { fileFaultsInWords } from "../file-fault-words.js";
import { readFileBytes, readJson, writeFile } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";
import { tellQuestions, tellStale } from "./own-texts.js";

export type ReportFormat = "docx" | "text" | "html" | "json";

/** `cchc report`: the narrative of a workbook, as a Word document or to standard output. */
export async function reportOnBook(
  path: string,
  options: EarlierFiles & {
    readonly out?: string | undefined;
    readonly format: ReportFormat;
    readonly outline?: string | undefined;
    readonly refresh?: string | undefined;
    readonly clean?: boolean | undefined;
    readonly suggestions?: boolean | undefined;
    readonly sources?: boolean | undefined;
  },
  io: Io,
): Promise<ExitCode> {
  const book = await readBook(path);
  const { clean = false, suggestions = false, sources = false } = options;
  const compared = await readEarlier(options);
  const outcome = writeReport(book, {
    outline: await outlineFrom(options.outline),
    previous: compared.earlier,
    lastYear: compared.lastYear,
    clean,
    withSuggestions: suggestions,
    sources,
  });
  if (outcome.kind === "no-outline") {
    const usable = outcome.outlines.join(", ");
    throw new Unusable(
      options.outline ?? "",
      outcome.unbound.length > 0
        ? `bộ biểu mẫu ${book.report.edition.id} không có dòng cho ${outcome.unbound.join(", ")}. Sửa facts của đề cương theo chữ của biểu mẫu này. Đề cương có sẵn: ${usable}.`
        : outcome.known
          ? `đề cương này không dành cho bộ biểu mẫu ${book.report.edition.id}. Đề cương dùng được: ${usable}.`
          : `không có đề cương này. Đề cương dùng được: ${usable}.`,
    );
  }
  if (options.refresh !== undefined) {
    return refreshFile(options.refresh, options.out, path, outcome.written, io);
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
  tellQuestions(ownMentions(book, outcome.written), io);
  tellStale(staleLines(book, outcome.written), io);
  return tellDraft(outcome.written, clean, io);
}

/** The sentences that rest on cells in error, and what waits for the officer. */
function tellDraft(
  { narrative, errors, judgement, sinceSigned }: WrittenReport,
  clean: boolean,
  io: Io,
): ExitCode {
  if (sinceSigned !== null && sinceSigned.indicators.length + sinceSigned.tables.length > 0) {
    const rows = sinceSigned.indicators.map(({ form, code }) => `${form}/${code}`).join(", ");
    const tables = sinceSigned.tables.length === 0 ? "" : `; phụ biểu: ${sinceSigned.tables.join(", ")}`;
    io.tell(
      `Báo cáo ${sinceSigned.signed} đã ký; đã thay đổi ${sinceSigned.indicators.length} số sau khi ký${rows === "" ? "" : ` (${rows})`}${tables}.`,
    );
  }
  for (const { text } of narrative.doubtful) {
    io.tell(`${clean ? "Bỏ câu" : "Đánh dấu câu"} dựa trên số liệu có lỗi: ${text}`);
  }
  for (const place of narrative.unreviewed) {
    io.tell(
      `Lời văn của kỳ trước ở mục "${place}" chưa rà soát. Đọc lại, sửa, rồi xóa chữ [Chưa rà soát] trong ô.`,
    );
  }
  for (const { text, note } of narrative.outdated) {
    io.tell(`${clean ? "Bỏ câu" : "Đánh dấu câu"} của đơn vị không còn khớp tệp: ${text} (${note})`);
  }
  for (const { place, text } of narrative.lost) {
    io.tell(`Lời văn mục "${place}" không còn chữ "${text}" đã gắn với ô; chương trình không gắn nữa.`);
  }
  if (narrative.suggestions.length > 0) {
    io.tell(
      `Có ${narrative.suggestions.length} câu gợi ý về đánh giá, phương hướng chưa đưa vào báo cáo. Thêm --suggestions để đưa vào.`,
    );
  }
  if (errors.length === 0) return exitCodes.fine;
  io.tell(
    `Báo cáo là DỰ THẢO vì tệp còn ${countTold(judgement).error} lỗi chưa sửa hoặc chưa xác nhận. Chạy cchc check để xem từng lỗi.`,
  );
  return exitCodes.errorFindings;
}

/** An outline by its id, or the office's own from a file. @throws Unusable with every fault of the file */
async function outlineFrom(given: string | undefined): Promise<ReportOptions["outline"]> {
  if (given === undefined || !given.toLowerCase().endsWith(".json")) return given;
  const parsed = readOutline(given, await readJson(given));
  if (parsed.ok) return parsed.value;
  throw new Unusable(given, fileFaultsInWords("đề cương", parsed.fault.faults));
}

const REFUSALS = {
  "no-word-file": "không phải tệp Word (.docx) đọc được. Chọn đúng tệp báo cáo.",
  "not-ours": "không phải báo cáo do chương trình này xuất. Xuất báo cáo mới bằng --out.",
  stripped:
    "tệp đã bị xóa thông tin ẩn (Document Inspector), không biết số nào do chương trình ghi. Không sửa gì; xuất báo cáo mới bằng --out.",
} as const;

/** Brings an edited Word file up to date and tells what stayed as it was, and why. */
async function refreshFile(
  source: string,
  out: string | undefined,
  book: string,
  written: WrittenReport,
  io: Io,
): Promise<ExitCode> {
  if (out === undefined) {
    throw new Unusable("--out", "chưa cho biết tên tệp Word mới. Thêm --out BAO-CAO-MOI.docx.");
  }
  const { refreshWord } = await import("../../jobs/refresh.js");
  const refreshed = refreshWord(await readFileBytes(source), written);
  if (refreshed.kind === "refused") throw new Unusable(source, REFUSALS[refreshed.cause]);
  await writeFile(out, refreshed.file, [book, source]);
  const { numbers, wordings } = refreshed;
  const count = (outcome: NumberLine["outcome"]) => numbers.filter((line) => line.outcome === outcome).length;
  io.tell(`Đã ghi ${out}: cập nhật ${count("updated")} số, ${count("same")} số không đổi.`);
  for (const { outcome, seen, now } of numbers) {
    if (outcome === "by-hand") io.tell(`Số sửa tay được giữ: ${seen ?? "?"} (tệp ghi ${now ?? "không có"}).`);
    if (outcome === "tracked")
      io.tell(`Số đang có theo dõi thay đổi, không sửa: ${seen ?? "?"} (tệp ghi ${now ?? "không có"}).`);
  }
  for (const { before, after } of wordings) {
    if (before !== null && after !== null) io.tell(`Câu cần viết lại: ${before} -> ${after}`);
    else if (before !== null) io.tell(`Câu không còn đúng với tệp: ${before}`);
    else io.tell(`Câu có thể thêm: ${after ?? ""}`);
  }
  return tellDraft(written, false, io);
}

async function print(written: WrittenReport, format: ReportFormat): Promise<string | Uint8Array> {
  if (format !== "docx") return printReport(written, format);
  const { printWord } = await import("../../jobs/print-word.js");
  return printWord(written);
}

/** `Mục 3 phần I`, `Phần IV`, `Mục 2 phần B, Phần thứ nhất`; `Mục` where nothing is printed of it. */
function sectionName({ number, around }: WrittenReport["gaps"][number]): string {
  if (number === null) return "Mục";
  const parts = around.toReversed().map((one) => partName(one.number));
  return parts.length === 0 ? capital(partName(number)) : `Mục ${number} ${parts.join(", ")}`;
}

function partName(number: string): string {
  return number.startsWith("Phần") ? number : `phần ${number}`;
}

/** What the narrative could not say, a line each. */
function tellGaps({ gaps }: WrittenReport, { edition, values }: Report, io: Io): void {
  for (const gap of gaps) {
    const { place, heading, missing } = gap;
    const where = `${sectionName(gap)} "${place?.heading ?? heading}"`;
    for (const item of missing) {
      if (item.kind === "own-text") {
        io.tell(`${where}: chưa có nội dung. Cần ghi ở trang tính Nội dung bổ sung: ${item.prompt}`);
        continue;
      }
      const cells = item.indicators
        .filter(({ form, code }) => values.has(indicatorKey(form, code)))
        .map((row) => `${sheetOfForm(edition, row.form)} dòng ${rowName(edition, row)}`);
      io.tell(`${where}: bỏ một câu vì chưa có số liệu ở ${cells.join(", ")}`);
    }
  }
}
