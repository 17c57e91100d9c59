import type { WorkbookHost } from "../port.js";
import { Book } from "./book.js";
import { emptyParts } from "./empty-package.js";
import { bookFault, type Outcome } from "./faults.js";
import { XlsxHost } from "./host.js";
import { lossesOf } from "./losses.js";
import { contentTypeOf } from "./package/content-types.js";
import { DamagedPart, Package } from "./package/package.js";
import { recogniseOther } from "./package/recognise.js";
import { TooManyCells } from "./read/sheet-part.js";
import { workbookPath } from "./read/workbook-part.js";
import { fillMissingResults } from "./recalculate.js";
import { sniff } from "./sniff.js";
import { XmlFault } from "./xml/text.js";
import { WEB_CODEC, type ZipCodec } from "./zip/codec.js";
import { ZIP_LIMITS, type ZipLimits } from "./zip/limits.js";

/** An open workbook: the port, and the way to a file. */
export interface XlsxWorkbook extends WorkbookHost {
  /** The workbook as the bytes of an .xlsx file. */
  save(): Promise<Uint8Array>;
  /** What a saved file would lack of the one that was read, as Vietnamese names; usually nothing. */
  readonly losses: readonly string[];
  /** How the name of its file ends: Excel does not open a workbook with macros under another ending. */
  readonly extension: Extension;
}

type Extension = ".xlsx" | ".xlsm" | ".xltx" | ".xltm";

/** How bytes are packed and unpacked, and how much may come of them. */
interface OpenOptions {
  readonly codec?: ZipCodec;
  readonly limits?: ZipLimits;
}

class FileHost extends XlsxHost implements XlsxWorkbook {
  readonly extension: Extension;

  constructor(
    private readonly opened: Book,
    readonly losses: readonly string[],
  ) {
    super(opened);
    this.extension = extensionOf(contentTypeOf(opened.pack, opened.path) ?? "");
  }

  async save(): Promise<Uint8Array> {
    return this.opened.save();
  }
}

function extensionOf(contentType: string): Extension {
  const macros = /macroenabled/i.test(contentType);
  if (/template/i.test(contentType)) return macros ? ".xltm" : ".xltx";
  return macros ? ".xlsm" : ".xlsx";
}

/** A workbook without sheets, to apply a plan to. A file needs at least one sheet before it is saved. */
export function emptyWorkbook({ codec = WEB_CODEC }: Pick<OpenOptions, "codec"> = {}): XlsxWorkbook {
  return new FileHost(new Book(Package.of(emptyParts(), codec), "xl/workbook.xml"), []);
}

/** Opens the bytes of an .xlsx file, or says why they are none. Never throws on bad bytes. */
export async function openWorkbook(
  bytes: Uint8Array,
  { codec = WEB_CODEC, limits = ZIP_LIMITS }: OpenOptions = {},
): Promise<Outcome<XlsxWorkbook>> {
  const suspicion = sniff(bytes);
  if (suspicion) return suspicion;
  const opened = Package.open(bytes, codec, limits);
  if (!opened.ok) return opened;
  const pack = opened.value;
  const other = recogniseOther(pack.paths());
  if (!other.ok) return other;
  try {
    // Says what each part is: nothing of it is needed for reading, but a file without it is damaged.
    if (pack.text("[Content_Types].xml") === null && pack.has("xl/workbook.xml")) return bookFault("damaged");
    const path = workbookPath(pack);
    if (path === null) return bookFault("not-workbook");
    const book = new Book(pack, path);
    book.readAll();
    fillMissingResults(book);
    return { ok: true, value: new FileHost(book, lossesOf(pack)) };
  } catch (cause) {
    return { ok: false, fault: { ...faultOf(cause), cause } };
  }
}

/** What a part's fault means to the officer. @throws what is no fault of the file */
function faultOf(cause: unknown) {
  if (cause instanceof XmlFault) return bookFault("broken").fault;
  if (cause instanceof DamagedPart) return bookFault("damaged").fault;
  if (cause instanceof TooManyCells) return bookFault("too-many-cells").fault;
  throw cause;
}
