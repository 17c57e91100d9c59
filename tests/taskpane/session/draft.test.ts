import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../../src/forms/catalogue.js";
import { findEdition } from "../../../src/forms/library.js";
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

  it.each([
    [new Date(2025, 5, 30), "tu-ky-2023"],
    [new Date(2025, 6, 1), "two-tier-2025"],
    [new Date(2026, 0, 15), "two-tier-2025"],
  ])("on %s suggest the forms of that time: from July 2025 communes have no district", (today, edition) => {
    expect(suggestedDraft(today).edition).toBe(edition);
  });

  it("let the usual forms follow the year and the period, and leave those that she chose", () => {
    const today = suggestedDraft(new Date(2026, 2, 10));
    expect(changeDraft(today, { year: "2023" }).edition).toBe("tu-ky-2023");
    const half = changeDraft(today, { year: "2025" });
    expect(half.edition).toBe("tu-ky-2023");
    expect(changeDraft(half, { period: "quarter-3" }).edition).toBe("two-tier-2025");
    const chosen = changeDraft(today, { edition: "hai-duong-2022" });
    expect(changeDraft(chosen, { year: "2025", period: "year" }).edition).toBe("hai-duong-2022");
  });

  it("keep the forms while a year is being typed, and follow it then", () => {
    const today = suggestedDraft(new Date(2026, 2, 10));
    const typing = changeDraft(today, { year: "202" });
    expect(typing.edition).toBe("two-tier-2025");
    expect(changeDraft(typing, { year: "2023" }).edition).toBe("tu-ky-2023");
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
