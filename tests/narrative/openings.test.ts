import { describe, expect, it } from "@jest/globals";
import { compose } from "../../src/narrative/compose.js";
import { type Narrative, paragraphText } from "../../src/narrative/section.js";
import {
  filledReport,
  inspectionReal,
  outlineOf,
  phuongKyReal,
  thanhMienReal,
} from "../support/real-report.js";

/** Words that two sentences in a row may not both begin with. */
const WORDS = 3;

/** Neighbouring sentences of a section, list items aside, that begin with the same words. */
function alike({ sections }: Narrative): readonly string[] {
  return sections.flatMap(({ id, paragraphs }) => {
    const openings = paragraphs
      // What begins with words of a cell begins as she wrote it.
      .filter(({ bullet, origin, runs }) => bullet !== "plus" && origin === "composed" && !runs[0]?.cell)
      .flatMap((paragraph) => paragraphText(paragraph).split(/(?<=[.:])\s+(?=\p{Lu})/u))
      .map((sentence) => sentence.split(/\s+/).slice(0, WORDS).join(" "));
    return openings.flatMap((opening, index) =>
      index > 0 && openings[index - 1] === opening ? [`${id}: ${opening}`] : [],
    );
  });
}

describe("no two sentences in a row begin alike", () => {
  it.each([
    [thanhMienReal.name, thanhMienReal],
    [phuongKyReal.name, phuongKyReal],
    [inspectionReal.name, inspectionReal],
  ])("%s", async (_, real) => {
    const report = await filledReport(real);
    const outline = outlineOf(real, report);
    const { suggestions } = compose(outline, report);
    const accepted = new Set(suggestions.map(({ sentence }) => sentence));
    expect(alike(compose(outline, report))).toEqual([]);
    expect(alike(compose(outline, report, { accepted }))).toEqual([]);
  });
});
