import { allEditions } from "../../forms/library.js";
import { editionsWithRows, fill, prepareFill } from "../../jobs/fill.js";
import { readBook } from "../book.js";
import { readJson, writeBook } from "../files.js";
import { dataFaultsInWords, unfilledInWords } from "../fill-faults.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";

/** `cchc fill`: values from a JSON file into a copy of a report workbook. */
export async function fillBook(
  path: string,
  options: { readonly data: string; readonly out: string },
  io: Io,
): Promise<ExitCode> {
  const { workbook, ...book } = await readBook(path);
  const data = await readJson(options.data);
  const prepared = prepareFill(book, data);
  if (!prepared.ok) {
    const others = editionsWithRows(data, allEditions()).map(({ id }) => id);
    throw new Unusable(options.data, dataFaultsInWords(prepared.fault, book.report.edition.id, others));
  }
  for (const key of prepared.value.unknownInfo) {
    io.tell(`${options.data}: bỏ qua mục thông tin không có trong báo cáo: ${key}`);
  }
  for (const loss of workbook.losses) io.tell(`${path}: tệp kết quả sẽ không còn ${loss}`);
  const filled = await fill(workbook, book, prepared.value);
  if (filled.kind !== "done") throw new Unusable(path, unfilledInWords(filled));
  await writeBook(options.out, workbook, [path, options.data]);
  io.tell(`Đã ghi ${filled.cells} ô vào ${options.out}.`);
  return exitCodes.fine;
}
