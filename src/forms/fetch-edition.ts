import { formsFrom, withFormsOf } from "./forms-from.js";
import type { Edition } from "./schema.js";
import { shippedEdition } from "./shipped.js";

/** Each edition's file, fetched where it does not stand in the program itself. */
const fetchers: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  "tu-ky-2023": () =>
    import(/* webpackChunkName: "tuky2023" */ "./editions/tu-ky-2023.json", { with: { type: "json" } }),
  "hai-duong-2022": () =>
    import(/* webpackChunkName: "haiduong2022" */ "./editions/hai-duong-2022.json", {
      with: { type: "json" },
    }),
  "dinh-hoa-2025": () =>
    import(/* webpackChunkName: "dinhhoa2025" */ "./editions/dinh-hoa-2025.json", { with: { type: "json" } }),
  "vinh-linh-2023": () =>
    import(/* webpackChunkName: "vinhlinh2023" */ "./editions/vinh-linh-2023.json", {
      with: { type: "json" },
    }),
  "two-tier-2025": () =>
    import(/* webpackChunkName: "twotier2025" */ "./editions/two-tier-2025.json", { with: { type: "json" } }),
};

/** The edition of that id, or null when none of the program's has it. Rejects where its file cannot be fetched. */
export async function fetchEdition(id: string): Promise<Edition | null> {
  const fetched = await fetchFile(id);
  if (fetched === null) return null;
  const from = formsFrom(fetched);
  const whole = from === null ? fetched : withFormsOf(fetched, await fetchFile(from));
  return shippedEdition(id, () => whole);
}

/** Those of the program's editions that have one of the ids. */
export async function fetchEditions(ids: readonly string[]): Promise<readonly Edition[]> {
  const fetched = await Promise.all(ids.map(fetchEdition));
  return fetched.filter((edition) => edition !== null);
}

async function fetchFile(id: string): Promise<unknown> {
  const fetcher = Object.hasOwn(fetchers, id) ? fetchers[id] : undefined;
  return fetcher === undefined ? null : (await fetcher()).default;
}
