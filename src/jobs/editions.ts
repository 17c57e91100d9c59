import { loadEdition } from "../forms/library.js";
import type { ParsedEdition } from "../forms/parse-edition.js";
import { outlineIds } from "../narrative/own-text-places.js";

/**
 * The edition that a file describes, or every fault of it: also an outline that the program does not
 * have, without which no report could be written.
 *
 * @param file name of the file, for messages
 * @param json what the file holds
 */
export function editionFromJson(file: string, json: unknown): ParsedEdition {
  const loaded = loadEdition(file, json);
  if (!loaded.ok) return loaded;
  const known = outlineIds();
  const faults = loaded.value.outlines
    .filter((id) => !known.includes(id))
    .map((id) => ({ path: "outlines", message: `không có đề cương ${id}; có: ${known.join(", ")}` }));
  return faults.length > 0 ? { ok: false, fault: { file, faults } } : loaded;
}

/** What an edition's id may be made of: `Bộ biểu mẫu 2024` gives `bo-bieu-mau-2024`; empty for a text without a letter. */
export function editionIdFrom(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
