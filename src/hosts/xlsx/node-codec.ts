import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { ZipCodec } from "./zip/codec.js";

/** Raw deflate and inflate by Node's zlib. */
export const NODE_CODEC: ZipCodec = {
  crc32: (bytes) => crc32(bytes),

  deflate: (bytes) => new Uint8Array(deflateRawSync(bytes)),

  inflate(packed, size) {
    try {
      // One byte over shows a part that holds more than it declares.
      const bytes = inflateRawSync(packed, { maxOutputLength: size + 1 });
      if (bytes.length > size) return "too-large";
      return bytes.length === size ? new Uint8Array(bytes) : "broken";
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : "";
      return code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "broken";
    }
  },
};
