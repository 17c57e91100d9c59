import type { WorkbookHost } from "../port.js";
import type { Book } from "./book.js";
import { plainCells } from "./cells.js";
import { bookFault, type Outcome } from "./faults.js";
import { XlsxHost } from "./host.js";
import { loadBook, newBook } from "./library.js";
import { lossesOf } from "./losses.js";
import { readPackage } from "./package/read.js";
import { recalculate } from "./recalculate.js";
import { saveBook } from "./save.js";
import { sniff } from "./sniff.js";
import { WEB_CODEC, type ZipCodec } from "./zip/codec.js";
import { ZIP_LIMITS, type ZipLimits } from "./zip/limits.js";
import { readZip } from "./zip/read.js";
import { writeZip } from "./zip/write.js";

/** An open workbook: the port, and the way to a file. */
export interface XlsxWorkbook extends WorkbookHost {
  /** The workbook as the bytes of an .xlsx file. */
  save(): Promise<Uint8Array>;
  /** What a saved file would lack of the one that was read, as Vietnamese names; usually nothing. */
  readonly losses: readonly string[];
}

/** How bytes are unpacked, and how much may come of them. */
export interface OpenOptions {
  readonly codec?: ZipCodec;
  readonly limits?: ZipLimits;
}

class FileHost extends XlsxHost implements XlsxWorkbook {
  constructor(
    private readonly opened: Book,
    readonly losses: readonly string[],
  ) {
    super(opened);
  }

  save(): Promise<Uint8Array> {
    return saveBook(this.opened);
  }
}

/** A workbook without sheets, to apply a plan to. A file needs at least one sheet before it is saved. */
export function emptyWorkbook(): XlsxWorkbook {
  const book: Book = {
    library: newBook(),
    names: [],
    carried: new Map(),
    fitting: new Map(),
    defaultFont: null,
  };
  return new FileHost(book, []);
}

/** Opens the bytes of an .xlsx file, or says why they are none. Never throws on bad bytes. */
export async function openWorkbook(
  bytes: Uint8Array,
  { codec = WEB_CODEC, limits = ZIP_LIMITS }: OpenOptions = {},
): Promise<Outcome<XlsxWorkbook>> {
  const suspicion = sniff(bytes);
  if (suspicion) return suspicion;
  const unpacked = readZip(bytes, codec, limits);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  const read = readPackage(parts);
  if (!read.ok) return read;
  try {
    const library = await loadBook(writeZip(read.value.parts, "stored"));
    if (library.worksheets.length !== read.value.sheets.size) return bookFault("broken");
    const book: Book = {
      library,
      names: read.value.names,
      carried: new Map(read.value.sheets),
      fitting: new Map(read.value.fitting),
      defaultFont: read.value.defaultFont,
    };
    plainCells(library);
    recalculate(book, "missing");
    return { ok: true, value: new FileHost(book, lossesOf(parts)) };
  } catch (cause) {
    // The library stumbles over broken XML in many ways; each means the same to the officer.
    return { ok: false, fault: { ...bookFault("broken").fault, cause } };
  }
}
