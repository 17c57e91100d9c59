import haiDuong2022 from "./editions/hai-duong-2022.json" with { type: "json" };
import tuKy2023 from "./editions/tu-ky-2023.json" with { type: "json" };
import { parseEdition } from "./parse-edition.js";
import type { Edition } from "./schema.js";

/** The edition that a new workbook gets unless another is named: its rows are already cut for a commune. */
export const DEFAULT_EDITION = "tu-ky-2023";

const files: Readonly<Record<string, unknown>> = {
  "tu-ky-2023": tuKy2023,
  "hai-duong-2022": haiDuong2022,
};

const loaded = new Map<string, Edition>();

/** Ids of the editions that come with the program, the default first. */
export function editionIds(): readonly string[] {
  return Object.keys(files);
}

/**
 * The edition of that id, or null when there is none. Parsed at the first request only.
 *
 * @throws when a file that we ship breaks an invariant; the tests keep this from happening
 */
export function findEdition(id: string): Edition | null {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  if (!Object.hasOwn(files, id)) return null;
  const parsed = parseEdition(`${id}.json`, files[id]);
  if (!parsed.ok) {
    const lines = parsed.faults.map((fault) => `${parsed.file}: ${fault.path}: ${fault.message}`);
    throw new Error(lines.join("\n"));
  }
  loaded.set(id, parsed.edition);
  return parsed.edition;
}
