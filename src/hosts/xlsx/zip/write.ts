import { WEB_CODEC, type ZipCodec } from "./codec.js";

/** 1 January 1980, the zip epoch: the same workbook gives the same bytes. */
const DOS_DATE = 0x21;
const VERSION = 20;
const UTF8_FLAG = 0x0800;
/** Parts smaller than this gain nothing from deflating. */
const DEFLATE_FROM_BYTES = 64;

interface Packed {
  readonly name: Uint8Array;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly size: number;
  readonly data: Uint8Array;
}

/**
 * A zip file of the parts, in their order. Without a codec they are only stored, without checksums, for
 * a reader in the same process.
 */
export async function writeZip(
  parts: Iterable<readonly [string, Uint8Array]>,
  codec: ZipCodec | null = WEB_CODEC,
): Promise<Uint8Array> {
  const packed = await Promise.all(
    [...parts].map(async ([name, bytes]): Promise<Packed> => {
      const deflated = codec !== null && bytes.length >= DEFLATE_FROM_BYTES;
      return {
        name: new TextEncoder().encode(name),
        method: deflated ? 8 : 0,
        crc: codec?.crc32(bytes) ?? 0,
        size: bytes.length,
        data: deflated ? await codec.deflate(bytes) : bytes,
      };
    }),
  );
  return assemble(packed);
}

function assemble(parts: readonly Packed[]): Uint8Array {
  const local = parts.reduce((sum, part) => sum + 30 + part.name.length + part.data.length, 0);
  const central = parts.reduce((sum, part) => sum + 46 + part.name.length, 0);
  const bytes = new Uint8Array(local + central + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let directory = local;
  for (const part of parts) {
    view.setUint32(at, 0x04034b50, true);
    writeHeader(view, at + 4, part);
    bytes.set(part.name, at + 30);
    bytes.set(part.data, at + 30 + part.name.length);

    view.setUint32(directory, 0x02014b50, true);
    view.setUint16(directory + 4, VERSION, true);
    writeHeader(view, directory + 6, part);
    view.setUint32(directory + 42, at, true);
    bytes.set(part.name, directory + 46);

    at += 30 + part.name.length + part.data.length;
    directory += 46 + part.name.length;
  }
  view.setUint32(directory, 0x06054b50, true);
  view.setUint16(directory + 8, parts.length, true);
  view.setUint16(directory + 10, parts.length, true);
  view.setUint32(directory + 12, central, true);
  view.setUint32(directory + 16, local, true);
  return bytes;
}

/** The fields that the local header and the directory entry share (APPNOTE 4.3.7, 4.3.12). */
function writeHeader(view: DataView, at: number, part: Packed): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_FLAG, true);
  view.setUint16(at + 4, part.method, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.data.length, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, part.name.length, true);
}
