import { type IndicatorRef, rowName } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import { type NextProposal, named, proposeNext } from "../../jobs/next.js";
import { perform } from "../../jobs/perform.js";
import { findInfoField } from "../../report/info-fields.js";
import { shortDay } from "../../values/day.js";
import { readBook } from "../book.js";
import { writeBook } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";

/** `cchc next`: the next period's workbook out of a report workbook, which itself stays as it is. */
export async function nextBook(
  path: string,
  options: { readonly period?: string | undefined; readonly out: string },
  io: Io,
): Promise<ExitCode> {
  const { workbook, ...book } = await readBook(path);
  const proposal = proposeNext(book, options.period ?? null);
  if (proposal.kind !== "ready") {
    const aboutOption = proposal.kind === "no-period" && proposal.about === "period";
    throw new Unusable(aboutOption ? "--period" : path, proposal.message);
  }
  const performed = await perform(workbook, proposal.work);
  if (performed.kind !== "done") throw new Unusable(path, jobFaultInWords(performed.fault));
  await writeBook(options.out, workbook, [path]);
  for (const loss of workbook.losses) io.tell(`${path}: tệp kết quả không còn ${loss}`);
  for (const line of accountLines(proposal, book.report.edition)) io.tell(line);
  io.tell(`Đã tạo ${options.out}. Tệp ${path} giữ nguyên.`);
  return exitCodes.fine;
}

/** What was carried, cleared and kept, and what the officer has to look at, a line each. */
function accountLines(
  { account, from: before }: Extract<NextProposal, { kind: "ready" }>,
  edition: Edition,
): readonly string[] {
  const { window, next, cleared, restored, notes, texts, formulas, lost, lostInfo, earlierSheet } = account;
  const rows = (refs: readonly IndicatorRef[]) =>
    refs.map((ref) => `biểu mẫu ${ref.form} dòng ${rowName(edition, ref)}`).join(", ");
  const days = window === null ? "" : `, số liệu từ ${shortDay(window.from)} đến ${shortDay(window.to)}`;
  const why = account.ownWindow
    ? " (theo ngày chốt số liệu của kỳ trước; sửa nếu cấp trên quy định khác)"
    : "";
  return [
    `Kỳ mới: ${named(next)}${days}${why}.`,
    "Giữ nguyên: các mục khác của Thông tin chung, lời văn của đơn vị và mọi nội dung khác trong tệp.",
    `Đã xóa để ghi mới: ${cleared.length} ô số liệu, ${notes} ghi chú, số và ngày báo cáo. ` +
      `Đặt lại công thức ở ${restored.length} ô tự tính đã ghi đè.`,
    ...(account.clearedTables.length === 0
      ? []
      : [`Đã xóa số liệu các phụ biểu: ${account.clearedTables.join(", ")}.`]),
    ...(account.carriedTables.length === 0
      ? []
      : [`Giữ để ghi tiếp trong năm: ${account.carriedTables.join(", ")}.`]),
    `Số liệu ${named(before)} nằm ở trang tính "${earlierSheet}"; lệnh check tự so sánh với trang tính này.`,
    ...(texts === 0 ? [] : [`Đọc lại lời văn của ${texts} mục trước khi gửi: lời văn là của kỳ trước.`]),
    ...(formulas.length === 0
      ? []
      : [`Giữ công thức ở ${rows(formulas)}: xem lại nguồn số liệu của các công thức này.`]),
    ...(lost.length === 0
      ? []
      : [`Không tìm thấy ô để xóa ở ${rows(lost)}: xem lại, nếu còn số cũ thì xóa bằng tay.`]),
    ...(lostInfo.length === 0
      ? []
      : [
          `Không tìm thấy ô của mục ${lostInfo.map((key) => `"${findInfoField(key)?.label ?? key}"`).join(", ")} ` +
            "ở trang tính Thông tin chung: ghi lại bằng tay.",
        ]),
  ];
}
