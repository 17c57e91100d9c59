import dinhHoa2025 from "./editions/dinh-hoa-2025.json" with { type: "json" };
import haiDuong2022 from "./editions/hai-duong-2022.json" with { type: "json" };
import tuKy2023 from "./editions/tu-ky-2023.json" with { type: "json" };
import twoTier2025 from "./editions/two-tier-2025.json" with { type: "json" };
import vinhLinh2023 from "./editions/vinh-linh-2023.json" with { type: "json" };
import { type ParsedEdition, parseEdition } from "./parse-edition.js";
import type { Edition, PeriodId } from "./schema.js";

/** The edition that a new workbook gets unless another is named: its rows are already cut for a commune. */
export const DEFAULT_EDITION = "tu-ky-2023";

/** The edition for periods that end after 30 June 2025, when the districts were dissolved. */
const WITHOUT_DISTRICTS = "two-tier-2025";

/** The edition that most communes need for a period: from 1 July 2025 they report to the province. */
export function usualEdition(year: number, period: PeriodId): string {
  const afterDistricts = year > 2025 || (year === 2025 && period !== "quarter-1" && period !== "half-year");
  return afterDistricts ? WITHOUT_DISTRICTS : DEFAULT_EDITION;
}

const files: Readonly<Record<string, unknown>> = {
  "tu-ky-2023": tuKy2023,
  "hai-duong-2022": haiDuong2022,
  "dinh-hoa-2025": dinhHoa2025,
  "vinh-linh-2023": vinhLinh2023,
  "two-tier-2025": twoTier2025,
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
  const parsed = loadEdition(`${id}.json`, files[id]);
  if (!parsed.ok) {
    const lines = parsed.fault.faults.map((fault) => `${parsed.fault.file}: ${fault.path}: ${fault.message}`);
    throw new Error(lines.join("\n"));
  }
  loaded.set(id, parsed.value);
  return parsed.value;
}

/** True for an edition that comes with the program, as it comes. */
export function isShipped(edition: Edition): boolean {
  const own = findEdition(edition.id);
  return own === edition || (own !== null && JSON.stringify(own) === JSON.stringify(edition));
}

/**
 * Reads an edition file (see `parseEdition`). Instead of its forms it may name an edition that comes
 * with the program and has the same ones: `"forms": {"from": "tu-ky-2023"}`.
 */
export function loadEdition(file: string, json: unknown): ParsedEdition {
  const from = formsFrom(json);
  if (from === null) return parseEdition(file, json);
  const origin = Object.hasOwn(files, from) ? files[from] : null;
  if (!isRecord(json) || !isRecord(origin) || formsFrom(origin) !== null) {
    const message = `không có bộ biểu mẫu ${from} để lấy các biểu mẫu; có: ${editionIds().join(", ")}`;
    return { ok: false, fault: { file, faults: [{ path: "forms.from", message }] } };
  }
  // The same rows owe one another the same.
  const rules = json.rules ?? origin.rules;
  return parseEdition(file, { ...json, forms: origin.forms, ...(rules !== undefined && { rules }) });
}

/** The edition whose forms a file takes, or null for a file with forms of its own. */
function formsFrom(json: unknown): string | null {
  const forms = isRecord(json) ? json.forms : null;
  return isRecord(forms) && typeof forms.from === "string" ? forms.from : null;
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
