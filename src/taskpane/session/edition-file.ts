import type { EditionFault } from "../../forms/faults.js";
import { loadEdition } from "../../forms/library.js";
import type { ParsedEdition } from "../../forms/parse-edition.js";
import { outlineIds } from "../../narrative/own-text-places.js";

/**
 * The edition that a file describes, or every fault of the file.
 *
 * @param text what the file holds
 */
export function readEditionFile(name: string, text: string): ParsedEdition {
  const json = parsed(text);
  if (json === null) {
    const message = "không phải tệp JSON, hoặc tệp bị hỏng. Chọn tệp .json do chương trình này tạo.";
    return failed(name, [{ path: "", message }]);
  }
  const edition = loadEdition(name, json.value);
  if (!edition.ok) return edition;
  const known = outlineIds();
  const faults = edition.edition.outlines
    .filter((id) => !known.includes(id))
    .map((id) => ({ path: "outlines", message: `không có đề cương ${id}; có: ${known.join(", ")}` }));
  return faults.length > 0 ? failed(name, faults) : edition;
}

function failed(file: string, faults: readonly EditionFault[]): ParsedEdition {
  return { ok: false, file, faults };
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return null;
  }
}
