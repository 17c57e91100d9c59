import { tableIds } from "../../forms/tables.js";
import { insertReport } from "../../jobs/insert.js";
import { requireEdition } from "../editions.js";
import { createBook, readJson, writeBook } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";
import { jobFaultInWords } from "../job-fault-words.js";

/** `cchc new`: an empty report workbook. */
export async function newBook(
  options: {
    readonly edition: string;
    readonly out: string;
    readonly info?: string | undefined;
    readonly tables?: string | undefined;
  },
  io: Io,
): Promise<ExitCode> {
  const edition = await requireEdition(options.edition);
  const info = options.info === undefined ? {} : await readJson(options.info);
  const tables = options.tables === undefined ? undefined : tablesNamed(options.tables);
  const workbook = createBook();
  const made = await insertReport(workbook, edition, info, tables);
  if (made.kind === "unusable-info") {
    throw new Unusable(options.info ?? "", made.faults.map((fault) => fault.message).join(" "));
  }
  if (made.kind === "refused") throw new Unusable(options.out, jobFaultInWords(made.fault));
  for (const key of made.unknownInfo) io.tell(`Bỏ qua mục thông tin không có trong báo cáo: ${key}`);
  await writeBook(options.out, workbook, options.info === undefined ? [] : [options.info]);
  io.tell(`Đã tạo ${options.out}: ${made.report.addedSheets.length} trang tính, bộ biểu mẫu ${edition.id}.`);
  return exitCodes.fine;
}

/**
 * The tables that `--tables` names: ids between commas, `all`, or `none`.
 *
 * @throws Unusable naming the tables that there are
 */
function tablesNamed(list: string): readonly string[] {
  const known = tableIds();
  if (list.trim() === "all") return known;
  if (list.trim() === "none") return [];
  const ids = [...new Set(list.split(",").map((id) => id.trim()))].filter((id) => id !== "");
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new Unusable(
      "--tables",
      `không có phụ biểu ${unknown.join(", ")}. Các phụ biểu: ${known.join(", ")}.`,
    );
  }
  return ids;
}
