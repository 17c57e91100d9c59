import { checkSheetWork } from "../../jobs/check-sheet.js";
import { defectsOf } from "../../jobs/defects.js";
import { perform } from "../../jobs/perform.js";
import { type Day, dayOf, parseDay } from "../../values/day.js";
import { judgedBook, type Printing, printed } from "../checking/check-file.js";
import { type EarlierFiles, readEarlier } from "../earlier-files.js";
import { openBook, writeBook } from "../files.js";
import { type ExitCode, exitCodes, type Io, printJson, Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";

/** What `cchc check --sheet` is asked for. */
export interface CheckSheetOptions extends Printing, EarlierFiles {
  /** The copy of the workbook that gets the sheet. */
  readonly sheet: string;
  /** The day that stands on the sheet, as typed; today where absent. */
  readonly date?: string | undefined;
}

/**
 * `cchc check BOOK.xlsx --sheet OUT.xlsx`: prints the findings, and writes a copy of the workbook with the
 * printed sheet of findings and confirmations in it (Phiếu kiểm tra). The next check of that copy tells what
 * is new, still there and fixed since.
 */
export async function checkWithSheet(
  paths: readonly string[],
  options: CheckSheetOptions,
  io: Io,
): Promise<ExitCode> {
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) {
    throw new Unusable("--sheet", "chỉ lập phiếu cho từng tệp một. Ghi một tệp rồi chạy lại.");
  }
  const day = dayAsked(options.date);
  const compared = await readEarlier(options);
  const workbook = await openBook(path);
  const book = await judgedBook(path, workbook, compared);
  const defects = defectsOf(book.judgement);
  const { work, sheet, beside } = checkSheetWork(book, day, defects);
  const performed = await perform(workbook, work);
  if (performed.kind !== "done") throw new Unusable(path, jobFaultInWords(performed.fault));
  await writeBook(options.sheet, workbook, [path]);
  const told = await printed(path, book.judgement, defects, options);
  if (options.json) printJson(io, [told.printed]);
  else io.out(String(told.printed));
  for (const loss of workbook.losses) io.tell(`${path}: tệp kết quả không còn ${loss}`);
  io.tell(
    `Đã ghi ${options.sheet}: bản sao của ${path} có trang tính "${sheet}".${
      beside ? " Phiếu cũ đã có người ghi thêm nên giữ nguyên." : ""
    }`,
  );
  return told.errors > 0 ? exitCodes.errorFindings : exitCodes.fine;
}

function dayAsked(date: string | undefined): Day {
  if (date === undefined) {
    const now = new Date();
    const today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
    if (today !== null) return today;
  }
  const day = parseDay(date ?? "");
  if (day === null) throw new Unusable("--date", "không phải là ngày. Ghi ngày/tháng/năm, ví dụ 14/6/2023.");
  return day;
}
