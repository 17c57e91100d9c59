import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { ZipCodec } from "./zip/codec.js";

/** Raw deflate by Node's zlib. For parts of a few kilobytes the synchronous calls are the fast ones. */
export const NODE_CODEC: ZipCodec = {
  crc32: (bytes) => crc32(bytes),

  async inflate(packed, size) {
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

  async deflate(bytes) {
    return new Uint8Array(deflateRawSync(bytes));
  },
};
