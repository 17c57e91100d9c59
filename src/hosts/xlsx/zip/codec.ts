import { deflateSync, Inflate } from "fflate";
import { crc32 } from "./crc32.js";

/** Why packed bytes give nothing: they are broken, or more comes out than was declared. */
type InflateFailure = "broken" | "too-large";

/**
 * Raw deflate, inflate and checksums. The default works everywhere; Node's own is several times faster
 * for the small parts of a workbook (see node-codec.ts).
 */
export interface ZipCodec {
  /** Unpacks at most `size` bytes and never more. */
  inflate(packed: Uint8Array, size: number): Uint8Array | InflateFailure;
  deflate(bytes: Uint8Array): Uint8Array;
  /** CRC-32 of zip files, unsigned. */
  crc32(bytes: Uint8Array): number;
}

/** Deflate gives at most 1032 bytes for one, so a piece of this size gives at most 17 MB. */
const PIECE_BYTES = 16 * 1024;

export const WEB_CODEC: ZipCodec = {
  crc32,

  deflate: (bytes) => deflateSync(bytes, { level: 6 }),

  inflate(packed, size) {
    const result = new Uint8Array(size);
    let length = 0;
    const inflater = new Inflate((piece) => {
      if (length + piece.length <= size) result.set(piece, length);
      length += piece.length;
    });
    try {
      for (let at = 0; at < packed.length && length <= size; at += PIECE_BYTES) {
        inflater.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length);
      }
    } catch {
      return "broken";
    }
    if (length > size) return "too-large";
    return length === size ? result : "broken";
  },
};
