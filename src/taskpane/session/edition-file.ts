import type { ParsedEdition } from "../../forms/parse-edition.js";
import { editionFromJson } from "../../jobs/editions.js";

/**
 * The edition that a file describes, or every fault of the file.
 *
 * @param text what the file holds
 */
export function readEditionFile(name: string, text: string): ParsedEdition {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const message = "không phải tệp JSON, hoặc tệp bị hỏng. Chọn tệp .json do chương trình này tạo.";
    return { ok: false, fault: { file: name, faults: [{ path: "", message }] } };
  }
  return editionFromJson(name, json);
}
