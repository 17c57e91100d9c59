import { bookFault, type Outcome } from "../faults.js";
import { WEB_CODEC, type ZipCodec } from "./codec.js";
import { readDirectory, type ZipEntry } from "./directory.js";
import { ZIP_LIMITS, type ZipLimits } from "./limits.js";

/** A zip file whose directory has been read. Parts are unpacked one by one, when they are wanted. */
export interface ZipArchive {
  /** Its parts by name, in the order of the file; folders are left out. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The bytes of a part, checked against its size and checksum. */
  unpack(entry: ZipEntry): Outcome<Uint8Array>;
  /** The bytes of a part as they stand in the file. */
  packed(entry: ZipEntry): Uint8Array;
}

/**
 * Opens a zip file. Declared sizes are checked first; while inflating, what really comes out is
 * counted, so a part that lies about its size stops at its declared size.
 */
export function openZip(
  bytes: Uint8Array,
  codec: ZipCodec = WEB_CODEC,
  limits: ZipLimits = ZIP_LIMITS,
): Outcome<ZipArchive> {
  if (bytes.length > limits.fileBytes) return bookFault("too-large");
  const directory = readDirectory(bytes, limits);
  if (!directory.ok) return directory;
  const files = directory.value.filter(({ name }) => !name.endsWith("/"));
  const packed = ({ start, packedSize }: ZipEntry) => bytes.subarray(start, start + packedSize);
  return {
    ok: true,
    value: {
      entries: new Map(files.map((entry) => [entry.name, entry])),
      packed,
      unpack(entry) {
        const part = entry.method === 0 ? packed(entry) : codec.inflate(packed(entry), entry.size);
        const whole = typeof part !== "string" && part.length === entry.size;
        // More than was declared is damage too, or a lie: nothing of it was kept either way.
        if (!whole || codec.crc32(part) !== entry.crc) return bookFault("damaged");
        return { ok: true, value: part };
      },
    },
  };
}
