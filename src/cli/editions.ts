import type { EditionFault } from "../forms/faults.js";
import { DEFAULT_EDITION, editionIds, findEdition, loadEdition } from "../forms/library.js";
import type { Edition } from "../forms/schema.js";
import { outlineIds } from "../narrative/own-text-places.js";
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
    const parsed = loadEdition(idOrFile, await readJson(idOrFile));
    const faults = parsed.ok ? outlineFaults(parsed.edition) : parsed.faults;
    if (parsed.ok && faults.length === 0) return parsed.edition;
    throw new Unusable(idOrFile, faultsInWords(faults));
  }
  const edition = findEdition(idOrFile);
  if (edition !== null) return edition;
  throw new Unusable(
    idOrFile,
    `không có bộ biểu mẫu này. Các bộ hiện có: ${editionIds().join(", ")}; hoặc ghi tên một tệp .json mô tả bộ biểu mẫu.`,
  );
}

function outlineFaults(edition: Edition): readonly EditionFault[] {
  const known = outlineIds();
  return edition.outlines
    .filter((id) => !known.includes(id))
    .map((id) => ({ path: "outlines", message: `không có đề cương ${id}; có: ${known.join(", ")}` }));
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
