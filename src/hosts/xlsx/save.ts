import { unzipSync } from "fflate";
import type { Book } from "./book.js";
import { writeBook } from "./library.js";
import { completePackage } from "./package/write.js";
import { writeZip } from "./zip/write.js";

/**
 * The bytes of an .xlsx file. Cached results are as last calculated; programs that calculate do so
 * again when they open the file.
 */
export async function saveBook(book: Book): Promise<Uint8Array> {
  const { library } = book;
  library.calcProperties.fullCalcOnLoad = true;
  const written = new Map(Object.entries(unzipSync(await writeBook(library))));
  const complete = completePackage(written, {
    names: book.names,
    sheets: library.worksheets.map(({ name, id }) => ({
      name,
      part: id,
      carried: book.carried.get(name) ?? new Map(),
      fitting: book.fitting.get(name) ?? new Set(),
    })),
    defaultFont: book.defaultFont,
  });
  return writeZip(complete);
}
