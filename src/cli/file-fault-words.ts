import type { FileFault } from "../forms/faults.js";

/** What is wrong with a data file: a line for the count, then one for each fault with its place. */
export function fileFaultsInWords(what: "bộ biểu mẫu" | "đề cương", faults: readonly FileFault[]): string {
  const lines = faults.map(({ path, message }) => `  ${path === "" ? "(gốc)" : path}: ${message}`);
  return [`${what} có ${faults.length} chỗ sai, chưa dùng được:`, ...lines].join("\n");
}
