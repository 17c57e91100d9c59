import ExcelJS from "exceljs";
import type { CellValue } from "../../src/values/cell.js";

/** The one module of the local hosts that opens files with exceljs, which knows looks that the product does not read. */

/** Milliseconds of a day, and the serial number of 1 January 1970. */
const DAY = 24 * 3600 * 1000;
const UNIX_EPOCH = 25569;

/** Who the file's properties name as its maker. */
const CREATOR = "CCHC";

/** A workbook without sheets. */
export function newBook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  book.creator = CREATOR;
  book.lastModifiedBy = CREATOR;
  return book;
}

/** Parses a package. Throws whatever the library throws on broken parts. */
export async function loadBook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // The library takes any byte array; its declaration names a type that no runtime has.
  const input: unknown = bytes;
  await book.xlsx.load(input as ArrayBuffer);
  return book;
}

/** The workbook as a package. */
export async function writeBook(book: ExcelJS.Workbook): Promise<Uint8Array> {
  const output: unknown = await book.xlsx.writeBuffer();
  return output instanceof Uint8Array ? output : new Uint8Array(output as ArrayBuffer);
}

/** Whether the cell lies in a merged area without being its first cell. */
export function isCovered(cell: ExcelJS.Cell): boolean {
  return cell.isMerged && cell.master !== cell;
}

/** What a cell holds; a cell covered by a merged area holds nothing. */
export function cellValue(cell: ExcelJS.Cell): CellValue {
  if (isCovered(cell)) return null;
  const { value } = cell;
  const isFormula =
    typeof value === "object" && value !== null && ("formula" in value || "sharedFormula" in value);
  if (!isFormula) return plainValue(value);
  // The cell's `value` leaves out results of 0, FALSE and "", `result` does not.
  const result: ExcelJS.CellValue | undefined = cell.result;
  return result === "" ? "" : plainValue(result);
}

function plainValue(value: ExcelJS.CellValue | undefined): CellValue {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return (value.getTime() + UNIX_EPOCH * DAY) / DAY;
  if ("error" in value) return { error: value.error };
  if ("richText" in value) return value.richText.map((run) => run.text).join("");
  // A link's text may be rich text although the library's declaration says otherwise.
  return "hyperlink" in value ? plainValue(value.text as ExcelJS.CellValue) : null;
}

/** Formula of a cell without its leading `=`, or null. */
export function formulaOf(cell: ExcelJS.Cell): string | null {
  return isCovered(cell) ? null : (cell.formula ?? null);
}
