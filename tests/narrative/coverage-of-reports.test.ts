import { describe, expect, test } from "@jest/globals";
import { compose } from "../../src/narrative/compose.js";
import { framing } from "../../src/narrative/framing.js";
import { defaultOutline } from "../../src/narrative/library.js";
import { filledReport, phuongKyReal, type RealReport, thanhMienReal } from "../support/real-report.js";
import { isCited, passageOf, passages } from "./told.js";

/** How much of a real report ours tells from a workbook that holds the same numbers. */
async function coverage(real: RealReport) {
  const report = await filledReport(real);
  const narrative = compose(defaultOutline(report.edition), report);
  const all = passages(narrative);
  const numeric = real.facts.filter(({ numbers }) => numbers.length > 0);
  const told = numeric.filter((fact) => passageOf(fact, all) !== null);
  const untold = numeric.filter((fact) => !told.includes(fact));
  const texts = [...all.map(({ text }) => text), framing(report).opening];
  const uncited = real.documents.filter((document) => !isCited(document, texts));
  return { numeric, told, untold, uncited };
}

describe.each([
  [thanhMienReal.name, thanhMienReal, 0.85],
  [phuongKyReal.name, phuongKyReal, 0.65],
] as const)("the narrative from the numbers of %s", (name, real, target) => {
  test("tells what the real report tells", async () => {
    const { numeric, told, untold, uncited } = await coverage(real);
    const share = told.length / numeric.length;
    const lost = untold.filter(({ cell }) => cell);
    console.log(
      [
        `${name}: ${told.length} of ${numeric.length} numeric facts (${(100 * share).toFixed(1)}%)`,
        `facts that a cell can hold: ${numeric.filter(({ cell }) => cell).length - lost.length} of ${numeric.filter(({ cell }) => cell).length}`,
        `documents cited: ${real.documents.length - uncited.length} of ${real.documents.length}`,
        ...untold.map(
          ({ section, raw, meaning, cell }) => `  ${cell ? "LOST " : ""}${section} ${raw}: ${meaning}`,
        ),
        ...uncited.map(({ type, number, date }) => `  NOT CITED ${type} ${number} ${date}`),
      ].join("\n"),
    );
    expect(lost.map(({ section, raw, meaning }) => `${section} ${raw}: ${meaning}`)).toEqual([]);
    expect(uncited).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(target);
  });
});
