import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import { describeEdition } from "../../src/jobs/describe-edition.js";
import { describeRules } from "../../src/jobs/describe-rules.js";
import { editionFromJson, editionIdFrom } from "../../src/jobs/editions.js";
import { edition } from "../support/report-data.js";

describe("an edition from a file", () => {
  const own = { ...edition("tu-ky-2023"), id: "xa-minh-2026", name: "Xã mình" };

  it("is taken when it is sound", () => {
    const parsed = editionFromJson("minh.json", own);
    expect(parsed.ok && parsed.value.id).toBe("xa-minh-2026");
  });

  it("is refused with an outline that the program does not have", () => {
    expect(editionFromJson("minh.json", { ...own, outlines: ["periodic", "annual"] })).toMatchObject({
      ok: false,
      fault: {
        faults: [{ path: "outlines", message: expect.stringContaining("không có đề cương annual") }],
      },
    });
  });

  it.each([
    ["Bộ biểu mẫu 2024", "bo-bieu-mau-2024"],
    ["  Đề án số 06! ", "de-an-so-06"],
    ["…", ""],
  ])("gets its id from its name: %j is %j", (name, id) => {
    expect(editionIdFrom(name)).toBe(id);
  });
});

describe("editions and rules as data", () => {
  it("tell every row with the name of its cell, and which edition is the usual one", () => {
    const described = editionIds().map((id) => describeEdition(edition(id)));
    expect(described.filter((one) => one.default)).toHaveLength(1);
    for (const { forms } of described) {
      for (const { number, indicators } of forms) {
        for (const { name } of indicators) expect(name).toMatch(new RegExp(`^CCHC_BM${number}_`));
      }
    }
  });

  it("tell every rule with what it looks at; the forms come before the tables", () => {
    const rules = describeRules(edition("tu-ky-2023"));
    const firstOfTables = rules.findIndex(({ form }) => form === null);
    expect(rules.slice(firstOfTables).every(({ form }) => form === null)).toBe(true);
    const ratio = rules.find(
      (rule) => rule.id === "ratio.mismatch" && rule.form === 3 && rule.code === "3.3",
    );
    expect(ratio && "inputs" in ratio && ratio.inputs).toEqual(
      expect.arrayContaining([
        { form: 3, code: "3.3.1" },
        { form: 3, code: "3.3.2" },
      ]),
    );
  });
});
