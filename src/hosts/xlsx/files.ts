import { lstat, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { type BookFaultKind, bookFault, type FileFaultKind, type Outcome } from "./faults.js";
import { removeLeftovers, temporaryBeside } from "./temporary-file.js";
import { ZIP_LIMITS } from "./zip/limits.js";

const READ_MESSAGES: Readonly<Record<"missing" | "directory" | "unreadable", string>> = {
  missing: "Không tìm thấy tệp. Hãy kiểm tra lại tên và thư mục.",
  directory: "Đây là thư mục, không phải tệp. Hãy chỉ rõ tệp .xlsx trong thư mục.",
  unreadable:
    "Không đọc được tệp: không có quyền hoặc tệp đang bị chương trình khác giữ. Hãy đóng chương trình đó, kiểm tra quyền rồi thử lại.",
};

const WRITE_MESSAGES: Readonly<Record<Exclude<FileFaultKind, "unreadable">, string>> = {
  missing: "Thư mục để ghi tệp không tồn tại. Hãy tạo thư mục hoặc chọn nơi khác.",
  directory: "Nơi ghi là một thư mục. Hãy ghi rõ tên tệp cần tạo.",
  unwritable:
    "Không ghi được tệp: không có quyền, hết chỗ trống hoặc tệp đang mở ở chương trình khác. Hãy đóng tệp hoặc chọn nơi khác.",
  "is-input": "Tệp kết quả trùng với tệp đầu vào nên không ghi đè. Hãy đặt tên khác cho tệp kết quả.",
  "no-file": "Nơi ghi là thiết bị hoặc đường ống, không phải tệp. Hãy ghi rõ tên tệp cần tạo.",
  "broken-link":
    "Nơi ghi là một liên kết hỏng: trỏ tới tệp không có hoặc quay lại chính nó. Hãy xóa liên kết hoặc đặt tên khác.",
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
 * renamed. Only to a path that is absent or a regular file, whose mode is kept; never over one of the
 * inputs, whatever path leads to it. What an earlier run that was stopped left there is removed.
 */
export async function writeBytes(
  path: string,
  bytes: Uint8Array,
  inputs: readonly string[] = [],
): Promise<Outcome<null, FileFaultKind>> {
  const target = await targetOf(path);
  if (target === null) return writeFault("broken-link");
  const standing = await statOrNull(target);
  for (const input of inputs) {
    if (standing !== null && isSameFile(standing, await statOrNull(input))) return writeFault("is-input");
  }
  if (standing?.isDirectory()) return writeFault("directory");
  if (standing !== null && !standing.isFile()) return writeFault("no-file");
  await removeLeftovers(target);
  const temporary = temporaryBeside(target);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      if (standing !== null) await file.chmod(Number(standing.mode) & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    return { ok: true, value: null };
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const folder = await statOrNull(dirname(target));
    return writeFault(isMissing(cause) || folder === null ? "missing" : "unwritable", cause);
  }
}

/**
 * The file that a path leads to; a link is followed so that the file behind it is replaced, not the
 * link. Null for a link to nothing and for links in a circle.
 */
async function targetOf(path: string): Promise<string | null> {
  const about = await lstat(path).catch(() => null);
  if (about === null || !about.isSymbolicLink()) return path;
  return realpath(path).catch(() => null);
}

function isSameFile(one: FileIdentity, other: FileIdentity | null): boolean {
  return other !== null && one.dev === other.dev && one.ino === other.ino;
}

type FileIdentity = { readonly dev: bigint; readonly ino: bigint };

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
