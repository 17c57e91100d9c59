import { bookFault, type Outcome } from "../faults.js";
import type { ZipLimits } from "./limits.js";

/** One part of a zip file as its central directory lists it (APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the packed bytes begin. */
  readonly start: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** A zip comment is at most 65535 bytes, so the end record lies in the last 65557. */
const END_SEARCH = END_LENGTH + 0xffff;
const ZIP64_MARK = 0xffffffff;
const ENCRYPTED_FLAG = 1;

/**
 * Reads the central directory and checks what it declares: number and sizes of parts, ratio, places
 * inside the file, no name twice. Unpacks nothing.
 */
export function readDirectory(bytes: Uint8Array, limits: ZipLimits): Outcome<readonly ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return bookFault("truncated");
  const count = view.getUint16(end + 10, true);
  const offset = view.getUint32(end + 16, true);
  if (count > limits.entries) return bookFault("too-large");
  if (offset + count * ENTRY_LENGTH > end) return bookFault("truncated");

  const entries = new Map<string, ZipEntry>();
  let total = 0;
  let position = offset;
  for (let index = 0; index < count; index += 1) {
    if (position + ENTRY_LENGTH > end || view.getUint32(position, true) !== ENTRY_SIGNATURE) {
      return bookFault("broken");
    }
    if (view.getUint16(position + 8, true) & ENCRYPTED_FLAG) return bookFault("encrypted");
    const nameLength = view.getUint16(position + 28, true);
    const extraLength = view.getUint16(position + 30, true);
    const next = position + ENTRY_LENGTH + nameLength + extraLength + view.getUint16(position + 32, true);
    if (next > end) return bookFault("broken");
    const entry = readEntry(bytes, view, position, nameLength);
    if (entry === null || entries.has(entry.name)) return bookFault("broken");
    if (entry.start + entry.packedSize > bytes.length) return bookFault("truncated");
    total += entry.size;
    const tooDense = entry.size > limits.ratioFromBytes && entry.size > entry.packedSize * limits.ratio;
    if (total > limits.totalBytes || tooDense) return bookFault("too-large");
    entries.set(entry.name, entry);
    position = next;
  }
  return { ok: true, value: [...entries.values()] };
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_SEARCH);
  for (let position = view.byteLength - END_LENGTH; position >= first; position -= 1) {
    if (view.getUint32(position, true) === END_SIGNATURE) return position;
  }
  return null;
}

/** Null when the entry is in a form that no spreadsheet program writes, or points outside the file. */
function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry | null {
  const nameStart = at + ENTRY_LENGTH;
  const name = new TextDecoder().decode(bytes.subarray(nameStart, nameStart + nameLength));
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if (method !== 0 && method !== 8) return null;
  // Zip64 sizes are for parts of 4 GB and more.
  if (packedSize === ZIP64_MARK || size === ZIP64_MARK || local === ZIP64_MARK) return null;
  if (method === 0 && packedSize !== size) return null;
  if (local + LOCAL_LENGTH > bytes.length || view.getUint32(local, true) !== LOCAL_SIGNATURE) return null;
  const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return { name, method, crc: view.getUint32(at + 16, true), packedSize, size, start };
}
