import { editionIds } from "./catalogue.js";
import dinhHoa2025 from "./editions/dinh-hoa-2025.json" with { type: "json" };
import haiDuong2022 from "./editions/hai-duong-2022.json" with { type: "json" };
import tuKy2023 from "./editions/tu-ky-2023.json" with { type: "json" };
import twoTier2025 from "./editions/two-tier-2025.json" with { type: "json" };
import vinhLinh2023 from "./editions/vinh-linh-2023.json" with { type: "json" };
import { formsFrom, withFormsOf } from "./forms-from.js";
import { type ParsedEdition, parseEdition } from "./parse-edition.js";
import type { Edition } from "./schema.js";
import { shippedEdition } from "./shipped.js";

/*
 * Every edition that comes with the program, at hand. A client that counts its bytes fetches the one
 * that it needs instead (`fetch-edition.ts`).
 */

const files: Readonly<Record<string, unknown>> = {
  "tu-ky-2023": tuKy2023,
  "hai-duong-2022": haiDuong2022,
  "dinh-hoa-2025": dinhHoa2025,
  "vinh-linh-2023": vinhLinh2023,
  "two-tier-2025": twoTier2025,
};

/** The edition of that id, or null when there is none. Made at the first request only. */
export function findEdition(id: string): Edition | null {
  return Object.hasOwn(files, id) ? shippedEdition(id, () => wholeFile(files[id])) : null;
}

/** Every edition that comes with the program, the default first. */
export function allEditions(): readonly Edition[] {
  return editionIds().flatMap((id) => findEdition(id) ?? []);
}

/**
 * Reads an edition file (see `parseEdition`). Instead of its forms it may name an edition that comes
 * with the program and has the same ones: `"forms": {"from": "tu-ky-2023"}`. A file that says what an
 * edition of the program says is that edition.
 */
export function loadEdition(file: string, json: unknown): ParsedEdition {
  const whole = wholeFile(json);
  if (whole === null) {
    const message = `không có bộ biểu mẫu ${formsFrom(json)} để lấy các biểu mẫu; có: ${editionIds().join(", ")}`;
    return { ok: false, fault: { file, faults: [{ path: "forms.from", message }] } };
  }
  const read = parseEdition(file, whole);
  if (!read.ok) return read;
  const shipped = findEdition(read.value.id);
  return shipped !== null && says(file, shipped) === says(file, read.value)
    ? { ok: true, value: shipped }
    : read;
}

/** All that an edition says, in the order of the schema. */
function says(file: string, edition: Edition): string {
  const read = parseEdition(file, edition);
  return read.ok ? JSON.stringify(read.value) : "";
}

/** A file with the forms that it takes from another; null where there is no such edition. */
function wholeFile(json: unknown): unknown {
  const from = formsFrom(json);
  if (from === null) return json;
  return Object.hasOwn(files, from) ? withFormsOf(json, files[from]) : null;
}
