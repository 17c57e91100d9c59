import type { Outcome } from "../faults.js";
import { openZip } from "./archive.js";
import { WEB_CODEC, type ZipCodec } from "./codec.js";
import { ZIP_LIMITS, type ZipLimits } from "./limits.js";

/** Parts of a package by name, in the order of the file. */
type Parts = ReadonlyMap<string, Uint8Array>;

/** Unpacks a zip file whole. */
export function readZip(
  bytes: Uint8Array,
  codec: ZipCodec = WEB_CODEC,
  limits: ZipLimits = ZIP_LIMITS,
): Outcome<Parts> {
  const opened = openZip(bytes, codec, limits);
  if (!opened.ok) return opened;
  const parts = new Map<string, Uint8Array>();
  for (const entry of opened.value.entries.values()) {
    const part = opened.value.unpack(entry);
    if (!part.ok) return part;
    parts.set(entry.name, part.value);
  }
  return { ok: true, value: parts };
}
