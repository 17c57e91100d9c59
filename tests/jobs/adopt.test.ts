import { describe, expect, it } from "@jest/globals";
import { emptyWorkbook } from "../../src/hosts/xlsx/open.js";
import { infoOfTitles, proposeAdoption, recogniseForms, tellBinding } from "../../src/jobs/adopt.js";
import { inferForms } from "../../src/jobs/infer.js";
import { open } from "../../src/jobs/open.js";
import { perform } from "../../src/jobs/perform.js";
import { survey } from "../../src/jobs/survey.js";
import { valueOfResult } from "../hosts/results.js";
import { edition } from "../support/report-data.js";
import { provincesForms } from "../taskpane/support/own-forms.js";

async function strangersBook() {
  const host = emptyWorkbook();
  valueOfResult(await host.apply(provincesForms()));
  return host;
}

describe("adopting forms that nobody inserted for us", () => {
  it("binds the sure cells by name and changes no cell", async () => {
    const host = await strangersBook();
    expect(valueOfResult(await open(host)).kind).toBe("empty");
    const { snapshot, blank } = valueOfResult(await survey(host));
    const outcome = recogniseForms(snapshot, null);
    if (outcome.kind !== "recognised") throw new Error(outcome.kind);
    const proposal = proposeAdoption(outcome.recognition);
    if (proposal.kind !== "ready") throw new Error(proposal.kind);
    expect([blank, proposal.bound]).toEqual([false, outcome.recognition.bindings.length]);
    expect((await perform(host, proposal.work)).kind).toBe("done");
    expect(valueOfResult(await survey(host)).snapshot.sheets).toEqual(snapshot.sheets);
    const book = valueOfResult(await open(host));
    expect(book.kind === "forms" && book.report.edition.id).toBe("hai-duong-2022");
  });

  it("tells of each cell its name and why it was taken for the row's", async () => {
    const { snapshot } = valueOfResult(await survey(await strangersBook()));
    const outcome = recogniseForms(snapshot, edition("hai-duong-2022"));
    if (outcome.kind !== "recognised") throw new Error(outcome.kind);
    const binding = outcome.recognition.bindings.find(({ form, code }) => form === 3 && code === "3.3.1");
    expect(binding && tellBinding(binding)).toEqual({
      name: "CCHC_BM3_3_3_1",
      reasons: expect.arrayContaining(["tên chỉ tiêu trùng khớp", "STT trùng"]),
    });
  });

  it("proposes nothing where no cell is sure", async () => {
    const { snapshot } = valueOfResult(await survey(await strangersBook()));
    const outcome = recogniseForms(snapshot, null);
    if (outcome.kind !== "recognised") throw new Error(outcome.kind);
    const doubtful = { ...outcome.recognition, bindings: [] };
    expect(proposeAdoption(doubtful)).toEqual({ kind: "unsure" });
    const stranger = outcome.recognition.bindings.slice(0, 1);
    expect(proposeAdoption(doubtful, stranger)).toEqual({ kind: "unsure" });
  });

  it("takes from titles only what they tell in one way", async () => {
    const address = { sheet: "BM1", row: 1, column: 1 };
    const told = (key: "organization" | "year", value: string) => ({ key, value, address, text: value });
    const { snapshot } = valueOfResult(await survey(await strangersBook()));
    const outcome = recogniseForms(snapshot, null);
    if (outcome.kind !== "recognised") throw new Error(outcome.kind);
    const info = [
      told("organization", "UBND xã A"),
      told("year", "2023"),
      told("organization", "UBND xã B"),
      told("organization", "UBND xã A"),
    ];
    expect([...infoOfTitles({ ...outcome.recognition, info })]).toEqual([["year", "2023"]]);
  });

  it("drafts a set of forms from tables that fit none, or says where it looked", async () => {
    const { snapshot } = valueOfResult(await survey(await strangersBook()));
    const inferred = inferForms(snapshot, { id: "rieng", name: "Riêng" });
    expect(inferred.kind === "inferred" && inferred.draft.forms.length).toBe(7);
    const nothing = { sheets: [], names: [], culture: null };
    expect(inferForms(nothing, { id: "rieng", name: "Riêng" })).toEqual({ kind: "nothing", sheets: [] });
  });
});
