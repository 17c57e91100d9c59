import { describe, expect, it } from "@jest/globals";
import { type CatalogueEntry, catalogue, catalogued } from "../../src/forms/catalogue.js";
import { fetchEdition, fetchEditions } from "../../src/forms/fetch-edition.js";
import { allEditions, findEdition, loadEdition } from "../../src/forms/library.js";
import { parseEdition } from "../../src/forms/parse-edition.js";
import type { Edition } from "../../src/forms/schema.js";
import { isShipped } from "../../src/forms/shipped.js";

/** What the catalogue has to say of an edition. */
const entryOf = ({ id, name, source, periods, layout, forms }: Edition): CatalogueEntry => ({
  id,
  name,
  proposed: source.status === "proposed",
  periods: periods.map((period) => period.id),
  continuousSheet: layout.kind === "continuous" ? layout.sheet : null,
  forms: forms.map(({ number }) => number),
});

describe("the catalogue", () => {
  it("says what the editions' files say, of each of them", () => {
    expect(catalogue).toEqual(allEditions().map(entryOf));
    expect(catalogued("lao-cai-2030")).toBeNull();
  });

  it.each(
    catalogue.map(({ id }) => id),
  )("%s, when fetched, is the very one that the library has", async (id) => {
    const fetched = await fetchEdition(id);
    expect(fetched).toBe(findEdition(id));
    expect(fetched !== null && isShipped(fetched)).toBe(true);
  });

  it.each(
    catalogue.map(({ id }) => id),
  )("%s keeps the schema and every invariant, and leaves nothing unsaid", (id) => {
    const ours = findEdition(id);
    expect(parseEdition(`${id}.json`, ours)).toEqual({ ok: true, value: ours });
  });

  it("fetches nothing that the program does not have", async () => {
    expect(await fetchEdition("lao-cai-2030")).toBeNull();
    expect(await fetchEdition("toString")).toBeNull();
    expect(await fetchEditions(["lao-cai-2030", "tu-ky-2023"])).toEqual([findEdition("tu-ky-2023")]);
  });

  it("takes a file that says what an edition of ours says for that edition, and one changed for another", () => {
    const ours = findEdition("tu-ky-2023");
    const same = loadEdition("x.json", JSON.parse(JSON.stringify(ours)));
    expect(same.ok && same.value).toBe(ours);
    const changed = loadEdition("x.json", { ...ours, superior: "UBND quận" });
    expect(changed.ok && isShipped(changed.value)).toBe(false);
  });
});
