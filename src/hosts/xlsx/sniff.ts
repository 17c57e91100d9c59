import { type BookFault, bookFault } from "./faults.js";

/** First bytes of a compound file ([MS-CFB] 2.2): old Office files, and encrypted new ones. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** First bytes of a zip file, with parts or without. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];

/** What the first bytes say against a file, before anything is unpacked; null when it may be a workbook. */
export function sniff(bytes: Uint8Array): { readonly ok: false; readonly fault: BookFault } | null {
  if (bytes.length === 0) return bookFault("empty");
  if (startsWith(bytes, COMPOUND)) return sniffCompound(bytes);
  if (startsWith(bytes, EMPTY_ZIP)) return bookFault("not-workbook");
  if (startsWith(bytes, ZIP)) return null;
  return bookFault("not-xlsx");
}

/** The names of a compound file's streams stand in its directory, in UTF-16. */
function sniffCompound(bytes: Uint8Array): { readonly ok: false; readonly fault: BookFault } {
  if (hasStream(bytes, "EncryptedPackage")) return bookFault("encrypted");
  if (hasStream(bytes, "Workbook") || hasStream(bytes, "Book")) return bookFault("legacy-xls");
  return bookFault("not-xlsx");
}

const DIRECTORY_ENTRY = 128;
const SECTOR = 512;

/** Directory entries are 128 bytes and begin on such a boundary; the name is at the front, then its length. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const length = wanted.length + 2;
  for (let at = SECTOR; at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
    if (bytes[at + 64] === length && bytes[at + 65] === 0 && startsWith(bytes.subarray(at), wanted))
      return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
