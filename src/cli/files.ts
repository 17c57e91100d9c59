import { readBytes, writeBytes } from "../hosts/xlsx/files.js";
import { NODE_CODEC } from "../hosts/xlsx/node-codec.js";
import { emptyWorkbook, openWorkbook, type XlsxWorkbook } from "../hosts/xlsx/open.js";
import { Unusable } from "./io.js";

/** Opens an .xlsx file. @throws Unusable saying what is wrong with it */
export async function openBook(path: string): Promise<XlsxWorkbook> {
  const bytes = await readBytes(path);
  const book = bytes.ok ? await openWorkbook(bytes.value, { codec: NODE_CODEC }) : bytes;
  if (!book.ok) throw unusable(path, book.fault);
  return book.value;
}

/** A workbook without a sheet, to be filled and saved. */
export function createBook(): XlsxWorkbook {
  return emptyWorkbook({ codec: NODE_CODEC });
}

/** The bytes of a file. @throws Unusable when there is none */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  const bytes = await readBytes(path);
  if (!bytes.ok) throw unusable(path, bytes.fault);
  return bytes.value;
}

/** Reads a JSON file. @throws Unusable when there is none or it is no JSON */
export async function readJson(path: string): Promise<unknown> {
  const bytes = await readBytes(path);
  if (!bytes.ok) throw unusable(path, bytes.fault);
  const text = new TextDecoder().decode(bytes.value).replace(/^\ufeff/, "");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Unusable(
      path,
      `không phải tệp JSON hợp lệ (${jsonPlace(text, cause)}). Sửa lại rồi chạy lại.`,
      {
        cause,
      },
    );
  }
}

/** Writes a file whole or not at all, never over an input. @throws Unusable when it cannot be written */
export async function writeFile(
  path: string,
  content: Uint8Array | string,
  inputs: readonly string[],
): Promise<void> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const written = await writeBytes(path, bytes, inputs);
  if (!written.ok) throw unusable(path, written.fault);
}

/**
 * Writes a workbook whole or not at all, never over an input. @throws Unusable when it cannot be written,
 * or when Excel would not open it under that name
 */
export async function writeBook(path: string, book: XlsxWorkbook, inputs: readonly string[]): Promise<void> {
  const ending = /\.xl(?:s|t)[xm]$/i.exec(path)?.[0].toLowerCase();
  if (ending !== undefined && ending !== book.extension) {
    const reason = `kết quả phải ghi thành tệp ${book.extension} (như tệp gốc) thì Excel mới mở được. Hãy đặt tên kết thúc bằng ${book.extension}.`;
    throw new Unusable(path, reason);
  }
  await writeFile(path, await book.save(), inputs);
}

/** What is wrong with a file, as the command line tells it. */
function unusable(path: string, fault: { readonly message: string; readonly cause?: unknown }): Unusable {
  return new Unusable(path, fault.message, { cause: fault.cause });
}

/** `dòng 3, cột 14`, where the parser tells a position. */
function jsonPlace(text: string, cause: unknown): string {
  const position = /position (\d+)/.exec(cause instanceof Error ? cause.message : "")?.[1];
  if (position === undefined) return text.trim() === "" ? "tệp trống" : "tệp kết thúc giữa chừng";
  const before = text.slice(0, Number(position)).split("\n");
  return `dòng ${before.length}, cột ${(before.at(-1)?.length ?? 0) + 1}`;
}
