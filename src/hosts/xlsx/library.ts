import ExcelJS from "exceljs";

/** The one module that imports exceljs, so that another library could take its place. */
export type LibraryBook = ExcelJS.Workbook;
export type LibrarySheet = ExcelJS.Worksheet;
export type LibraryRow = ExcelJS.Row;
export type LibraryCell = ExcelJS.Cell;
export type LibraryStyle = Partial<ExcelJS.Style>;
export type LibraryValue = ExcelJS.CellValue;

/** Who the file's properties name as its maker. */
const CREATOR = "CCHC";

/** A workbook without sheets. */
export function newBook(): LibraryBook {
  const book = new ExcelJS.Workbook();
  book.creator = CREATOR;
  book.lastModifiedBy = CREATOR;
  return book;
}

/** Parses a package. Throws whatever the library throws on broken parts. */
export async function loadBook(bytes: Uint8Array): Promise<LibraryBook> {
  const book = new ExcelJS.Workbook();
  // The library takes any byte array; its declaration names a type that no runtime has.
  const input: unknown = bytes;
  await book.xlsx.load(input as ArrayBuffer);
  return book;
}

/** The workbook as a package with stored, not deflated, parts: they are packed once, at the end. */
export async function writeBook(book: LibraryBook): Promise<Uint8Array> {
  const options = { zip: { compression: "STORE" as const } };
  const output: unknown = await book.xlsx.writeBuffer(options);
  return output instanceof Uint8Array ? output : new Uint8Array(output as ArrayBuffer);
}

/** Whether the cell lies in a merged area without being its first cell. */
export function isCovered(cell: LibraryCell): boolean {
  return cell.isMerged && cell.master !== cell;
}
