import { WEB_CODEC, type ZipCodec } from "./codec.js";

/** A part of a zip file that is written, packed already. */
export interface PackedPart {
  readonly nameBytes: Uint8Array;
  readonly utf8: boolean;
  readonly method: number;
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

/** 1 January 1980, where the dates of zip files begin: the same workbook gives the same bytes. */
const EPOCH = 0x0021_0000;
const LOCAL_LENGTH = 30;
const ENTRY_LENGTH = 46;
const END_LENGTH = 22;
/** Version 2.0 of the format: deflate and folders. */
const VERSION = 20;
const UTF8_FLAG = 0x800;

/** Packs a part of the given name. */
export function packPart(name: string, bytes: Uint8Array, codec: ZipCodec): PackedPart {
  const nameBytes = new TextEncoder().encode(name);
  const packed = codec.deflate(bytes);
  const about = { nameBytes, utf8: nameBytes.length !== name.length, time: EPOCH, size: bytes.length };
  return { ...about, method: 8, crc: codec.crc32(bytes), packed };
}

/** A zip file of the parts, in their order. */
export function writePacked(parts: readonly PackedPart[]): Uint8Array {
  const length = parts.reduce(
    (sum, { nameBytes, packed }) => sum + LOCAL_LENGTH + ENTRY_LENGTH + 2 * nameBytes.length + packed.length,
    END_LENGTH,
  );
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  let at = 0;
  const starts = parts.map((part) => {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    writeFields(view, at + 4, part);
    file.set(part.nameBytes, at + LOCAL_LENGTH);
    file.set(part.packed, at + LOCAL_LENGTH + part.nameBytes.length);
    at += LOCAL_LENGTH + part.nameBytes.length + part.packed.length;
    return start;
  });
  const directory = at;
  for (const [index, part] of parts.entries()) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    writeFields(view, at + 6, part);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    file.set(part.nameBytes, at + ENTRY_LENGTH);
    at += ENTRY_LENGTH + part.nameBytes.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return file;
}

/** The fields that stand alike before a part and in the directory (APPNOTE 4.3.7 and 4.3.12). */
function writeFields(view: DataView, at: number, part: PackedPart): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, part.utf8 ? UTF8_FLAG : 0, true);
  view.setUint16(at + 4, part.method, true);
  view.setUint32(at + 6, part.time, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.packed.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, part.nameBytes.length, true);
}

/** A zip file of parts, each packed. */
export function writeZip(
  parts: Iterable<readonly [string, Uint8Array]>,
  codec: ZipCodec = WEB_CODEC,
): Uint8Array {
  return writePacked([...parts].map(([name, bytes]) => packPart(name, bytes, codec)));
}
