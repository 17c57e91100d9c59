import { judge } from "../../jobs/check.js";
import { comparedWith } from "../../jobs/compared-with.js";
import { countTold } from "../../jobs/finding-lines.js";
import { keepConfirmation } from "../../jobs/keep-confirmation.js";
import { writeReport } from "../../jobs/report.js";
import { signOffOf } from "../../report/sign-off.js";
import { readBook } from "../book.js";
import { writeBook } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";

/** `cchc sign`: notes in a copy of a workbook that its report was signed, with a print of every value. */
export async function signBook(path: string, { out }: { readonly out: string }, io: Io): Promise<ExitCode> {
  const book = await readBook(path);
  const outcome = writeReport({ ...book, judgement: judge(book.report, null, comparedWith(book)) });
  if (outcome.kind === "written" && outcome.written.errors.length > 0) {
    throw new Unusable(
      path,
      `còn ${countTold(outcome.written.judgement).error} lỗi chưa sửa hoặc chưa xác nhận, báo cáo là dự thảo nên chưa ghi nhận ký.`,
    );
  }
  const signOff = signOffOf(book.report);
  const words = { place: "Toàn bộ báo cáo", sentence: "Báo cáo đã ký, phát hành" };
  const kept = await keepConfirmation(book.workbook, signOff, words);
  if (kept.kind === "refused") throw new Unusable(path, jobFaultInWords(kept.fault));
  if (kept.kind === "full")
    throw new Unusable(path, "danh sách xác nhận đã đầy. Xóa bớt dòng cũ rồi chạy lại.");
  await writeBook(out, book.workbook, [path]);
  io.tell(`Đã ghi ${out}: báo cáo ${signOff.reason}. Số liệu đổi sau đó sẽ được nêu.`);
  return exitCodes.fine;
}
