import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { compose } from "../../src/narrative/compose.js";
import { defaultOutline } from "../../src/narrative/library.js";
import { paragraphText } from "../../src/narrative/section.js";
import { filledReport, phuongKyReal, thanhMienReal } from "../support/real-report.js";

const MARKS = { plain: "", dash: "- ", plus: "+ " } as const;

test("what docs/narrative.md prints as ours is what the program writes", async () => {
  const text = await readFile("docs/narrative.md", "utf8");
  const shown = text.split("\n").filter((line) => line.startsWith("    "));
  const written = new Set<string>();
  for (const real of [thanhMienReal, phuongKyReal]) {
    const report = await filledReport(real);
    for (const { paragraphs } of compose(defaultOutline(report.edition), report).sections) {
      for (const paragraph of paragraphs) written.add(MARKS[paragraph.bullet] + paragraphText(paragraph));
    }
  }
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.map((line) => line.trim()).filter((line) => !written.has(line))).toEqual([]);
});
