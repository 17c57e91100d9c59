import { DEFAULT_EDITION, editionIds } from "../forms/catalogue.js";
import { allEditions, findEdition } from "../forms/library.js";
import type { Edition } from "../forms/schema.js";
import { editionFromJson } from "../jobs/editions.js";
import { fileFaultsInWords } from "./file-fault-words.js";
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
    throw new Unusable(idOrFile, fileFaultsInWords("bộ biểu mẫu", parsed.fault.faults));
  }
  const edition = findEdition(idOrFile);
  if (edition !== null) return edition;
  throw new Unusable(
    idOrFile,
    `không có bộ biểu mẫu này. Các bộ hiện có: ${editionIds().join(", ")}; hoặc ghi tên một tệp .json mô tả bộ biểu mẫu.`,
  );
}

export { allEditions, DEFAULT_EDITION };
