import { DEFAULT_EDITION, editionIds, findEdition } from "../forms/library.js";
import type { Edition } from "../forms/schema.js";
import { Unusable } from "./io.js";

/** The edition of that id. @throws Unusable naming the editions that there are */
export function requireEdition(id: string): Edition {
  const edition = findEdition(id);
  if (edition !== null) return edition;
  throw new Unusable(id, `không có bộ biểu mẫu này. Các bộ hiện có: ${editionIds().join(", ")}.`);
}

/** Every edition that comes with the program, the default first. */
export function allEditions(): readonly Edition[] {
  return editionIds().map(requireEdition);
}

export { DEFAULT_EDITION };
