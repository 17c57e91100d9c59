import { randomUUID } from "node:crypto";
import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type BookFaultKind, bookFault, type FileFaultKind, type Outcome } from "./faults.js";
import { ZIP_LIMITS } from "./zip/limits.js";

const READ_MESSAGES: Readonly<Record<"missing" | "directory" | "unreadable", string>> = {
  missing: "Không tìm thấy tệp. Hãy kiểm tra lại tên và thư mục.",
  directory: "Đây là thư mục, không phải tệp. Hãy chỉ rõ tệp .xlsx trong thư mục.",
  unreadable:
    "Không đọc được tệp: không có quyền hoặc tệp đang bị chương trình khác giữ. Hãy đóng chương trình đó, kiểm tra quyền rồi thử lại.",
};

const WRITE_MESSAGES: Readonly<Record<"missing" | "directory" | "unwritable" | "is-input", string>> = {
  missing: "Thư mục để ghi tệp không tồn tại. Hãy tạo thư mục hoặc chọn nơi khác.",
  directory: "Nơi ghi là một thư mục. Hãy ghi rõ tên tệp cần tạo.",
  unwritable:
    "Không ghi được tệp: không có quyền, hết chỗ trống hoặc tệp đang mở ở chương trình khác. Hãy đóng tệp hoặc chọn nơi khác.",
  "is-input": "Tệp kết quả trùng với tệp đầu vào nên không ghi đè. Hãy đặt tên khác cho tệp kết quả.",
};

/** Reads a file whole, unless it is missing, a directory, closed to us or far too large for a workbook. */
export async function readBytes(path: string): Promise<Outcome<Uint8Array, FileFaultKind | BookFaultKind>> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) return readFault("directory");
    if (!about.isFile()) return readFault("unreadable");
    if (about.size > ZIP_LIMITS.fileBytes) return bookFault("too-large");
    return { ok: true, value: new Uint8Array(await readFile(path)) };
  } catch (cause) {
    return readFault(isMissing(cause) ? "missing" : "unreadable", cause);
  }
}

/**
 * Writes a file whole or not at all: into a temporary file in the same folder, flushed to the disk and
 * renamed. Refuses to replace one of the inputs, whatever path leads to it.
 */
export async function writeBytes(
  path: string,
  bytes: Uint8Array,
  inputs: readonly string[] = [],
): Promise<Outcome<null, FileFaultKind>> {
  const target = await targetOf(path);
  for (const input of inputs) {
    if (await isSameFile(target, input)) return writeFault("is-input");
  }
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    if (await isDirectory(target)) return writeFault("directory");
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    return { ok: true, value: null };
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    return writeFault(isMissing(cause) ? "missing" : "unwritable", cause);
  }
}

/** The file that a path leads to; a link is followed so that the file behind it is replaced, not the link. */
async function targetOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([statOrNull(a), statOrNull(b)]);
  return one !== null && other !== null && one.dev === other.dev && one.ino === other.ino;
}

async function isDirectory(path: string): Promise<boolean> {
  return (await statOrNull(path))?.isDirectory() ?? false;
}

/** With big integers: inode numbers of some file systems exceed what a number holds exactly. */
async function statOrNull(path: string) {
  return stat(path, { bigint: true }).catch(() => null);
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR");
}

function readFault(kind: keyof typeof READ_MESSAGES, cause?: unknown) {
  return { ok: false, fault: { kind, message: READ_MESSAGES[kind], cause } } as const;
}

function writeFault(kind: keyof typeof WRITE_MESSAGES, cause?: unknown) {
  return { ok: false, fault: { kind, message: WRITE_MESSAGES[kind], cause } } as const;
}
