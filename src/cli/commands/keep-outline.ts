import { keepOutline, readOutline } from "../../jobs/outlines.js";
import { readBook } from "../book.js";
import { fileFaultsInWords } from "../file-fault-words.js";
import { readJson, writeBook } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";

/** `cchc outline`: keeps an office's own outline in a copy of its workbook. */
export async function keepOutlineInBook(
  path: string,
  { outline: file, out }: { readonly outline: string; readonly out: string },
  io: Io,
): Promise<ExitCode> {
  const book = await readBook(path);
  const json = await readJson(file);
  const read = readOutline(file, json);
  if (!read.ok) throw new Unusable(file, fileFaultsInWords("đề cương", read.fault.faults));
  const { base } = read.value;
  if (base !== null && !book.report.edition.outlines.includes(base)) {
    throw new Unusable(
      file,
      `lấy từ đề cương ${base}, không dành cho bộ biểu mẫu ${book.report.edition.id}.`,
    );
  }
  const kept = await keepOutline(book.workbook, read.value, json);
  switch (kept.kind) {
    case "too-long":
      throw new Unusable(
        file,
        "đề cương dài quá 8.000 ký tự. Lấy từ đề cương có sẵn bằng from và chỉ ghi chỗ khác.",
      );
    case "full":
      throw new Unusable(path, "danh sách xác nhận đã đầy. Xóa bớt dòng cũ rồi chạy lại.");
    case "refused":
      throw new Unusable(path, jobFaultInWords(kept.fault));
    case "kept":
      await writeBook(out, book.workbook, [path, file]);
      io.tell(`Đã ghi ${out}. Từ nay báo cáo của tệp này viết theo "${read.value.outline.name}".`);
      return exitCodes.fine;
  }
}
