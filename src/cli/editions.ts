import type { EditionFault } from "../forms/invariants.js";
import { DEFAULT_EDITION, editionIds, findEdition, loadEdition } from "../forms/library.js";
import type { Edition } from "../forms/schema.js";
import { outlineIds } from "../narrative/own-text-places.js";
import { identifyEdition } from "../workbook/reading/identify.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
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

/** The edition of a workbook. @throws Unusable when nothing tells it, or what it carries is unusable */
export function editionOfBook(path: string, snapshot: WorkbookSnapshot): Edition {
  const identified = identifyEdition(snapshot);
  switch (identified.kind) {
    case "found":
      return identified.edition;
    case "unusable":
      throw new Unusable(path, faultsInWords(identified.faults));
    case "unknown":
      throw new Unusable(
        path,
        `không có bộ biểu mẫu ${identified.id}. Các bộ hiện có: ${editionIds().join(", ")}.`,
      );
    case "none":
      throw new Unusable(
        path,
        'không nhận ra bộ biểu mẫu: ô "Bộ biểu mẫu" ở sheet Thông tin chung trống hoặc đã bị sửa. Ghi lại mã bộ biểu mẫu, ví dụ tu-ky-2023.',
      );
  }
}

function outlineFaults(edition: Edition): readonly EditionFault[] {
  const known = outlineIds();
  return edition.outlines
    .filter((id) => !known.includes(id))
    .map((id) => ({ path: "outlines", message: `không có đề cương ${id}; có: ${known.join(", ")}` }));
}

/** A line for the count, then one for each fault with its place. */
function faultsInWords(faults: readonly EditionFault[]): string {
  const lines = faults.map(({ path, message }) => `  ${path === "" ? "(gốc)" : path}: ${message}`);
  return [`bộ biểu mẫu có ${faults.length} chỗ sai, chưa dùng được:`, ...lines].join("\n");
}

/** Every edition that comes with the program, the default first. */
export function allEditions(): readonly Edition[] {
  return editionIds().flatMap((id) => findEdition(id) ?? []);
}

export { DEFAULT_EDITION };
