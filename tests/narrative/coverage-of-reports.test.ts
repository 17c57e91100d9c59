import { describe, expect, test } from "@jest/globals";
import { inspectionReal, phuongKyReal, thanhMienReal } from "../support/real-report.js";
import { coverageOf } from "./told.js";

describe.each([
  [thanhMienReal.name, thanhMienReal, 0.85],
  [phuongKyReal.name, phuongKyReal, 0.65],
  [inspectionReal.name, inspectionReal, 0.65],
] as const)("the narrative from the numbers of %s", (name, real, target) => {
  test("tells what the real report tells", async () => {
    const { numeric, told, lost, untold, uncited } = await coverageOf(real);
    const share = told.length / numeric.length;
    const held = numeric.filter(({ cell }) => cell);
    console.log(
      [
        `${name}: ${told.length} of ${numeric.length} numeric facts (${(100 * share).toFixed(1)}%)`,
        `facts that a cell can hold: ${held.length - lost.length} of ${held.length}`,
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
    // Of what the real text claims with a number, at most a fifth is missing in ours.
    expect(untold.length / numeric.length).toBeLessThanOrEqual(0.2);
  });
});
