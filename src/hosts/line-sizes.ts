import type { RowHeight } from "../workbook/plan.js";

/** Pixels that a column of so many characters takes: 7 a character and 5 of margin, as with Excel's own default font. */
export function columnPixels(characters: number): number {
  return Math.floor(characters * 7 + 5);
}

/** Neighbouring rows of one height. */
interface HeightRun {
  readonly first: number;
  readonly last: number;
  readonly height: number;
}

/** Neighbouring rows of one height together. */
export function heightRuns(heights: readonly RowHeight[]): readonly HeightRun[] {
  const runs: HeightRun[] = [];
  for (const { row, height } of [...heights].sort((a, b) => a.row - b.row)) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === row && run.height === height) {
      runs[runs.length - 1] = { ...run, last: row };
    } else {
      runs.push({ first: row, last: row, height });
    }
  }
  return runs;
}
