import { emptyWorkbook } from "../../hosts/xlsx/open.js";
import { defaultOutlineId, ownTextPlaces } from "../../narrative/own-text-places.js";
import { infoFromJson } from "../../workbook/filling/info-entries.js";
import { planReportWorkbook } from "../../workbook/planning/plan-workbook.js";
import { requireEdition } from "../editions.js";
import { readJson, writeFile } from "../files.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";
import { tablesNamed } from "../tables.js";

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
  const given = infoFromJson(edition, options.info === undefined ? {} : await readJson(options.info));
  if (!given.ok) {
    throw new Unusable(options.info ?? "", given.faults.map((fault) => fault.message).join(" "));
  }
  for (const key of given.unknownKeys) io.tell(`Bỏ qua mục thông tin không có trong báo cáo: ${key}`);
  const tables = options.tables === undefined ? undefined : tablesNamed(options.tables);
  const book = emptyWorkbook();
  const places = ownTextPlaces(defaultOutlineId(edition));
  const applied = await book.apply(planReportWorkbook(edition, given.entries, places, tables));
  if (!applied.ok) throw new Unusable(options.out, applied.fault.message);
  await writeFile(options.out, await book.save(), options.info === undefined ? [] : [options.info]);
  io.tell(`Đã tạo ${options.out}: ${applied.value.addedSheets.length} sheet, bộ biểu mẫu ${edition.id}.`);
  return exitCodes.fine;
}
