import { crc32 } from "./crc32.js";

/** Why packed bytes give nothing: they are broken, or more comes out than was declared. */
export type InflateFailure = "broken" | "too-large";

/**
 * Raw deflate, both ways, and checksums. The default works wherever the web's streams do; Node's own is ten times
 * faster for small parts (see node-codec.ts).
 */
export interface ZipCodec {
  /** Unpacks at most `size` bytes and never more. */
  inflate(packed: Uint8Array, size: number): Promise<Uint8Array | InflateFailure>;
  deflate(bytes: Uint8Array): Promise<Uint8Array>;
  /** CRC-32 of zip files, unsigned. */
  crc32(bytes: Uint8Array): number;
}

export const WEB_CODEC: ZipCodec = {
  crc32,

  async inflate(packed, size) {
    const result = new Uint8Array(size);
    let length = 0;
    const reader = through(packed, new DecompressionStream("deflate-raw"));
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        if (length + value.length > size) {
          await reader.cancel();
          return "too-large";
        }
        result.set(value, length);
        length += value.length;
      }
    } catch {
      return "broken";
    }
    return length === size ? result : "broken";
  },

  async deflate(bytes) {
    const reader = through(bytes, new CompressionStream("deflate-raw"));
    const chunks: Uint8Array[] = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
    }
    const result = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      result.set(chunk, at);
      at += chunk.length;
    }
    return result;
  },
};

function through(
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream,
): ReadableStreamDefaultReader<Uint8Array> {
  const writer = transform.writable.getWriter();
  // What goes wrong while writing is seen by the reader too.
  writer.write(new Uint8Array(bytes)).catch(() => undefined);
  writer.close().catch(() => undefined);
  return transform.readable.getReader();
}
