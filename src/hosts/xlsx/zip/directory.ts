import { bookFault, type Outcome } from "../faults.js";
import type { ZipLimits } from "./limits.js";

/** One part of a zip file as its central directory lists it (APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** The name as it stands in the file, and whether its bytes are marked as UTF-8. */
  readonly nameBytes: Uint8Array;
  readonly utf8: boolean;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  /** Time and date of the part, as MS-DOS packs them. */
  readonly time: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where the packed bytes begin. */
  readonly start: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** A zip comment is at most 65535 bytes, so the end record lies in the last 65557. */
const END_SEARCH = END_LENGTH + 0xffff;
const ZIP64_MARK = 0xffffffff;
const ENCRYPTED_FLAG = 1;
/** The sizes stand behind the part instead of before it. */
const DESCRIPTOR_FLAG = 8;
const UTF8_FLAG = 0x800;

/**
 * Reads the central directory and checks what it declares: number and sizes of parts, ratio, places
 * inside the file, no name twice. What the directory says of a part must be what stands before the part
 * itself: one damaged byte must not look like a huge or an encrypted file. Unpacks nothing.
 */
export function readDirectory(bytes: Uint8Array, limits: ZipLimits): Outcome<readonly ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return bookFault("truncated");
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (view.getUint16(end + 8, true) !== count) return bookFault("damaged");
  if (offset + length > end) return bookFault("truncated");
  if (count * ENTRY_LENGTH > length) return bookFault("damaged");
  if (count > limits.entries) return bookFault("too-large");

  const entries = new Map<string, ZipEntry>();
  let total = 0;
  let position = offset;
  for (let index = 0; index < count; index += 1) {
    if (position + ENTRY_LENGTH > end || view.getUint32(position, true) !== ENTRY_SIGNATURE) {
      return bookFault("damaged");
    }
    const nameLength = view.getUint16(position + 28, true);
    const extraLength = view.getUint16(position + 30, true);
    const next = position + ENTRY_LENGTH + nameLength + extraLength + view.getUint16(position + 32, true);
    if (next > end) return bookFault("damaged");
    const entry = readEntry(bytes, view, position, nameLength);
    if (entry === null || entries.has(entry.name)) return bookFault("damaged");
    if (view.getUint16(position + 8, true) & ENCRYPTED_FLAG) return bookFault("encrypted");
    total += entry.size;
    const tooDense = entry.size > limits.ratioFromBytes && entry.size > entry.packedSize * limits.ratio;
    if (total > limits.totalBytes || tooDense) return bookFault("too-large");
    entries.set(entry.name, entry);
    position = next;
  }
  if (position !== offset + length) return bookFault("damaged");
  return { ok: true, value: [...entries.values()] };
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_SEARCH);
  for (let position = view.byteLength - END_LENGTH; position >= first; position -= 1) {
    if (view.getUint32(position, true) === END_SIGNATURE) return position;
  }
  return null;
}

/** Null when the entry is in a form that no spreadsheet program writes, or is not what stands in its place. */
function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry | null {
  const nameStart = at + ENTRY_LENGTH;
  const nameBytes = bytes.subarray(nameStart, nameStart + nameLength);
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if (method !== 0 && method !== 8) return null;
  // Zip64 sizes are for parts of 4 GB and more.
  if (packedSize === ZIP64_MARK || size === ZIP64_MARK || local === ZIP64_MARK) return null;
  if (method === 0 && packedSize !== size) return null;
  if (local + LOCAL_LENGTH > bytes.length || view.getUint32(local, true) !== LOCAL_SIGNATURE) return null;
  const localName = local + LOCAL_LENGTH;
  const start = localName + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const entry = {
    name: new TextDecoder().decode(nameBytes),
    nameBytes,
    utf8: (flags & UTF8_FLAG) !== 0,
    method,
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    start,
  };
  if (start + packedSize > bytes.length) return null;
  if (view.getUint16(local + 6, true) !== flags || view.getUint16(local + 8, true) !== method) return null;
  if (view.getUint16(local + 26, true) !== nameLength) return null;
  if (nameBytes.some((byte, index) => byte !== bytes[localName + index])) return null;
  const sizes = flags & DESCRIPTOR_FLAG ? descriptorAt(view, start + packedSize) : local + 14;
  return sizes !== null && agrees(view, sizes, entry) ? entry : null;
}

/** Where checksum and sizes stand behind a part: a signature before them is usual, not demanded. */
function descriptorAt(view: DataView, at: number): number | null {
  if (at + 16 > view.byteLength) return null;
  return view.getUint32(at, true) === DESCRIPTOR_SIGNATURE ? at + 4 : at;
}

function agrees(view: DataView, at: number, { crc, packedSize, size }: ZipEntry): boolean {
  const [packed, unpacked] = [view.getUint32(at + 4, true), view.getUint32(at + 8, true)];
  // Some writers always put Zip64 fields before a part, and the true sizes into the directory.
  const fits = (declared: number, real: number) => declared === real || declared === ZIP64_MARK;
  return view.getUint32(at, true) === crc && fits(packed, packedSize) && fits(unpacked, size);
}
