import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import { findEdition } from "../../src/forms/library.js";
import { outlineIds } from "../../src/narrative/own-text-places.js";
import { run, temporaryFolder } from "./run.js";

interface JsonEdition {
  readonly id: string;
  readonly status: string;
  readonly source: Readonly<Record<string, string>>;
  readonly layout: string;
  readonly outlines: readonly string[];
  readonly forms: readonly {
    readonly sheet: string;
    readonly indicators: readonly {
      readonly code: string;
      readonly printedCode: string;
      readonly name: string;
      readonly requiredWhen: { readonly code: string; readonly equals: number } | null;
    }[];
  }[];
}

describe("cchc editions", () => {
  it("lists five, each with its source, outline, layout and every row", async () => {
    const { code, out } = await run("editions", "--json");
    const editions: readonly JsonEdition[] = JSON.parse(out);
    expect(code).toBe(0);
    expect(editions.map(({ id, status, layout }) => [id, status, layout])).toEqual([
      ["tu-ky-2023", "issued", "sheet-per-form"],
      ["hai-duong-2022", "issued", "sheet-per-form"],
      ["dinh-hoa-2025", "issued", "continuous"],
      ["vinh-linh-2023", "issued", "sheet-per-form"],
      ["two-tier-2025", "proposed", "sheet-per-form"],
    ]);
    for (const { id, forms, outlines } of editions) {
      // As many rows as the real forms have: tests/forms/editions.test.ts.
      const declared = findEdition(id)?.forms.map(({ indicators }) => indicators.length);
      expect(forms.map(({ indicators }) => indicators.length)).toEqual(declared);
      for (const id of outlines) expect(outlineIds()).toContain(id);
    }
  });

  it("gives a row without an STT the code that its name and references use", async () => {
    const editions: readonly JsonEdition[] = JSON.parse((await run("editions", "--json")).out);
    const dinhHoa = editions.find(({ id }) => id === "dinh-hoa-2025");
    expect(dinhHoa?.forms[2]?.sheet).toBe("Phụ lục");
    expect(dinhHoa?.forms[2]?.indicators.find(({ code }) => code === "3.2.1.a")).toMatchObject({
      printedCode: "",
      name: "CCHC_BM3_3_2_1_a",
    });
  });

  it("says which answer of which row asks for a row, as form 1 prints it", async () => {
    const editions: readonly JsonEdition[] = JSON.parse((await run("editions", "--json")).out);
    const [form1] = editions.find(({ id }) => id === "hai-duong-2022")?.forms ?? [];
    const asked = (form1?.indicators ?? []).flatMap(({ code, requiredWhen }) =>
      requiredWhen == null ? [] : [[code, requiredWhen]],
    );
    expect(asked).toEqual([
      ["5.1", { code: "5", equals: 1 }],
      ["5.2", { code: "5", equals: 1 }],
    ]);
  });

  it("says of the proposed one, in both forms, that no authority has issued it", async () => {
    const editions: readonly JsonEdition[] = JSON.parse((await run("editions", "--json")).out);
    const note = "đề xuất, chưa theo văn bản của cấp có thẩm quyền";
    expect(editions.find(({ id }) => id === "two-tier-2025")?.source).toMatchObject({ note });
    const lines = (await run("editions")).out.split("\n");
    expect(lines).toContain(`two-tier-2025 (${note})`);
    expect(lines.filter((line) => line.includes("đề xuất"))).toHaveLength(1);
  });
});

describe("cchc new", () => {
  const at = temporaryFolder();

  it.each(editionIds())("makes a workbook of %s that checks without an error", async (id) => {
    const made = await run("new", "--edition", id, "--out", at(`${id}.xlsx`));
    expect(made).toMatchObject({ code: 0, out: "" });
    const { code, out } = await run("check", at(`${id}.xlsx`), "--json");
    const [book] = JSON.parse(out);
    expect({ code, edition: book.edition, errors: book.summary.errors }).toEqual({
      code: 0,
      edition: id,
      errors: 0,
    });
  });
});
