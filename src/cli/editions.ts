import type { EditionFault } from "../forms/faults.js";
import { DEFAULT_EDITION, editionIds, findEdition } from "../forms/library.js";
import type { Edition } from "../forms/schema.js";
import { editionFromJson } from "../jobs/editions.js";
import { readJson } from "./files.js";
import { Unusable } from "./io.js";

/**
 * The edition of that id, or the one that a JSON file describes.
 *
 * @param idOrFile an id of `cchc editions`, or a path that ends in `.json`
 * @throws Unusable naming the editions that there are, or every fault of the file, a line each
 */
export async function requireEdition(idOrFile: string): Promise<Edition> {
  if (/\.json$/i.test(idOrFile)) {
    const parsed = editionFromJson(idOrFile, await readJson(idOrFile));
    if (parsed.ok) return parsed.value;
    throw new Unusable(idOrFile, faultsInWords(parsed.fault.faults));
  }
  const edition = findEdition(idOrFile);
  if (edition !== null) return edition;
  throw new Unusable(
    idOrFile,
    `không có bộ biểu mẫu này. Các bộ hiện có: ${editionIds().join(", ")}; hoặc ghi tên một tệp .json mô tả bộ biểu mẫu.`,
  );
}

/** A line for the count, then one for each fault with its place. */
export function faultsInWords(faults: readonly EditionFault[]): string {
  const lines = faults.map(({ path, message }) => `  ${path === "" ? "(gốc)" : path}: ${message}`);
  return [`bộ biểu mẫu có ${faults.length} chỗ sai, chưa dùng được:`, ...lines].join("\n");
}

/** Every edition that comes with the program, the default first. */
export function allEditions(): readonly Edition[] {
  return editionIds().flatMap((id) => findEdition(id) ?? []);
}

export { DEFAULT_EDITION };
