import { sheetKey } from "../../workbook/layout/names.js";
import type { LibraryBook, LibrarySheet } from "./library.js";
import type { Carried } from "./package/carried.js";
import type { FittingRows } from "./package/fitting-rows.js";
import type { BookName } from "./package/names.js";

/**
 * An open workbook: what the library holds, and what goes past it because the library would lose it.
 * The one mutable thing of this host; its parts replace their fields, never share them.
 */
export interface Book {
  readonly library: LibraryBook;
  names: readonly BookName[];
  /** By sheet name. */
  readonly carried: Map<string, Carried>;
  /** By sheet name. */
  readonly fitting: Map<string, FittingRows>;
  readonly defaultFont: string | null;
}

/** A sheet by name, case aside as in Excel; null when there is none. */
export function findSheet(book: Book, name: string): LibrarySheet | null {
  const exact = book.library.getWorksheet(name);
  if (exact) return exact;
  const key = sheetKey(name);
  return book.library.worksheets.find((sheet) => sheetKey(sheet.name) === key) ?? null;
}

/** Whether a sheet is protected: the file's `sheetProtection` says so. */
export function isProtected(book: Book, sheet: string): boolean {
  const element = book.carried.get(sheet)?.get("sheetProtection");
  return element !== undefined && /\ssheet\s*=\s*["'](?:1|true)["']/.test(element);
}

/** Whether the workbook counts its dates from 1904. */
export function countsFrom1904(book: LibraryBook): boolean {
  return book.properties.date1904 === true;
}
