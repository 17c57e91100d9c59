import { findTextCells } from "../../workbook/reading/read-texts.js";
import { indexSnapshot } from "../../workbook/snapshot-index.js";
import { readBook } from "../book.js";
import { editsOf } from "../data-file.js";
import { readJson, writeFile } from "../files.js";
import { fillTables } from "../fill-tables.js";
import { type ExitCode, exitCodes, type Io, Unusable } from "../io.js";

/** `cchc fill`: values from a JSON file into a copy of a report workbook. */
export async function fillBook(
  path: string,
  options: { readonly data: string; readonly out: string },
  io: Io,
): Promise<ExitCode> {
  const { workbook: book, report, snapshot } = await readBook(path);
  const { edits, tables, remarks } = editsOf(
    options.data,
    await readJson(options.data),
    report,
    findTextCells(indexSnapshot(snapshot)),
  );
  for (const remark of remarks) io.tell(`${options.data}: ${remark}`);
  for (const loss of book.losses) io.tell(`${path}: tệp kết quả sẽ không còn ${loss}`);
  const inTables = await fillTables(path, book, report.edition, report, tables);
  const written = await book.write(edits);
  if (!written.ok) throw new Unusable(path, written.fault.message);
  await writeFile(options.out, await book.save(), [path, options.data]);
  io.tell(`Đã ghi ${edits.length + inTables} ô vào ${options.out}.`);
  return exitCodes.fine;
}
