import { bookFault, type Outcome } from "../faults.js";
import { WEB_CODEC, type ZipCodec } from "./codec.js";
import { readDirectory } from "./directory.js";
import { ZIP_LIMITS, type ZipLimits } from "./limits.js";

/** Parts of a package by name, in the order of the file. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks a zip file. Declared sizes are checked first; while inflating, what really comes out is
 * counted, so a part that lies about its size stops at its declared size.
 */
export function readZip(
  bytes: Uint8Array,
  codec: ZipCodec = WEB_CODEC,
  limits: ZipLimits = ZIP_LIMITS,
): Outcome<Parts> {
  if (bytes.length > limits.fileBytes) return bookFault("too-large");
  const directory = readDirectory(bytes, limits);
  if (!directory.ok) return directory;
  const parts = new Map<string, Uint8Array>();
  for (const entry of directory.value) {
    if (entry.name.endsWith("/")) continue;
    const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
    const part = entry.method === 0 ? packed : codec.inflate(packed, entry.size);
    if (part === "too-large") return bookFault("too-large");
    if (part === "broken" || part.length !== entry.size || codec.crc32(part) !== entry.crc) {
      return bookFault("broken");
    }
    parts.set(entry.name, part);
  }
  return { ok: true, value: parts };
}
