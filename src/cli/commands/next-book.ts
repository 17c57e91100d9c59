import { type IndicatorRef, rowName } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import { findInfoField } from "../../report/info-fields.js";
import { shortDay } from "../../values/day.js";
import { type NextPeriodAccount, planNextPeriod } from "../../workbook/next-period/plan-next-period.js";
import { named, nextTarget, type PeriodOfYear } from "../../workbook/next-period/target.js";
import { readBook } from "../book.js";
import { writeFile } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";

/** `cchc next`: the next period's workbook out of a report workbook, which itself stays as it is. */
export async function nextBook(
  path: string,
  options: { readonly period?: string | undefined; readonly out: string },
  io: Io,
): Promise<ExitCode> {
  const { workbook: book, report, snapshot } = await readBook(path);
  const { edition } = report;
  const target = nextTarget(edition, report.info, options.period ?? null);
  if (!target.ok) throw new Unusable(target.about === "workbook" ? path : "--period", target.message);
  const planned = planNextPeriod(report, snapshot, target.to);
  if (!planned.ok) throw new Unusable(path, planned.message);
  const { plan, edits, account } = planned.value;
  const applied = await book.apply(plan);
  if (!applied.ok) throw new Unusable(path, applied.fault.message);
  const written = await book.write(edits);
  if (!written.ok) throw new Unusable(path, written.fault.message);
  await writeFile(options.out, await book.save(), [path]);
  for (const loss of book.losses) io.tell(`${path}: tệp kết quả không còn ${loss}`);
  for (const line of accountLines(account, target.from, edition)) io.tell(line);
  io.tell(`Đã tạo ${options.out}. Tệp ${path} giữ nguyên.`);
  return exitCodes.fine;
}

/** What was carried, cleared and kept, and what the officer has to look at, a line each. */
function accountLines(account: NextPeriodAccount, before: PeriodOfYear, edition: Edition): readonly string[] {
  const { window, next, cleared, restored, notes, texts, formulas, lost, lostInfo, earlierSheet } = account;
  const rows = (refs: readonly IndicatorRef[]) =>
    refs.map((ref) => `biểu mẫu ${ref.form} dòng ${rowName(edition, ref)}`).join(", ");
  const days = window === null ? "" : `, số liệu từ ${shortDay(window.from)} đến ${shortDay(window.to)}`;
  const why = account.ownWindow
    ? " (theo ngày chốt số liệu của kỳ trước; sửa nếu cấp trên quy định khác)"
    : "";
  return [
    `Kỳ mới: ${named(next)}${days}${why}.`,
    "Giữ nguyên: các mục khác của Thông tin chung, lời văn của đơn vị và mọi nội dung khác trong sổ.",
    `Đã xóa để ghi mới: ${cleared.length} ô số liệu, ${notes} ghi chú, số và ngày báo cáo. ` +
      `Đặt lại công thức ở ${restored.length} ô tự tính đã ghi đè.`,
    ...(account.clearedTables.length === 0
      ? []
      : [`Đã xóa số liệu các phụ biểu: ${account.clearedTables.join(", ")}.`]),
    ...(account.carriedTables.length === 0
      ? []
      : [`Giữ để ghi tiếp trong năm: ${account.carriedTables.join(", ")}.`]),
    `Số liệu ${named(before)} nằm ở sheet "${earlierSheet}"; lệnh check tự so sánh với sheet này.`,
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
            "ở sheet Thông tin chung: ghi lại bằng tay.",
        ]),
  ];
}
