import { describe, expect, it } from "@jest/globals";
import { editionIds, findEdition } from "../../../src/forms/library.js";
import { changeDraft, isYear, suggestedDraft } from "../../../src/taskpane/session/draft.js";

describe("what the fields of the first step hold", () => {
  it.each([
    [new Date(2023, 2, 14), "quarter-1", "2023"],
    [new Date(2023, 5, 10), "half-year", "2023"],
    [new Date(2023, 8, 9), "quarter-3", "2023"],
    [new Date(2023, 11, 1), "year", "2023"],
  ])("on %s suggest the period that is due", (today, period, year) => {
    expect(suggestedDraft(today)).toMatchObject({ period, year, organization: "", superior: "" });
  });

  it("always name a period that the chosen edition has", () => {
    for (const edition of editionIds()) {
      const draft = changeDraft(
        { ...suggestedDraft(new Date(2023, 8, 9)), period: "multi-year" },
        { edition },
      );
      expect(findEdition(edition)?.periods.map(({ id }) => id)).toContain(draft.period);
    }
  });

  it.each([
    ["2023", true],
    [" 2023 ", true],
    ["202", false],
    ["20233", false],
    ["năm nay", false],
    ["", false],
  ])("take %j for a year: %s", (text, expected) => {
    expect(isYear(text)).toBe(expected);
  });
});
