import type { Book } from "./book.js";
import { writeBook } from "./library.js";
import { completePackage } from "./package/write.js";
import type { ZipCodec } from "./zip/codec.js";
import { NO_LIMITS } from "./zip/limits.js";
import { readZip } from "./zip/read.js";
import { writeZip } from "./zip/write.js";

/**
 * The bytes of an .xlsx file. Cached results are as last calculated; programs that calculate do so
 * again when they open the file.
 */
export async function saveBook(book: Book, codec: ZipCodec): Promise<Uint8Array> {
  const { library } = book;
  library.calcProperties.fullCalcOnLoad = true;
  const written = await readZip(await writeBook(library), codec, NO_LIMITS);
  if (!written.ok) throw new Error("The library wrote a package that cannot be read");
  const complete = completePackage(written.value, {
    names: book.names,
    sheets: library.worksheets.map(({ name, id }) => ({
      name,
      part: id,
      carried: book.carried.get(name) ?? new Map(),
      fitting: book.fitting.get(name) ?? new Set(),
    })),
    defaultFont: book.defaultFont,
  });
  return writeZip(complete, codec);
}
