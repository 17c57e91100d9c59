import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { compose } from "../../src/narrative/compose.js";
import { paragraphText } from "../../src/narrative/section.js";
import { formatNumber } from "../../src/values/vietnamese-number.js";
import { coverageOf } from "../narrative/told.js";
import {
  filledReport,
  inspectionReal,
  outlineOf,
  phuongKyReal,
  thanhMienReal,
} from "../support/real-report.js";

const MARKS = { plain: "", dash: "- ", plus: "+ " } as const;
const REPORTS = [thanhMienReal, phuongKyReal, inspectionReal];

test("what docs/narrative.md prints as ours is what the program writes", async () => {
  const text = await readFile("docs/narrative.md", "utf8");
  const shown = text.split("\n").filter((line) => line.startsWith("    "));
  const written = new Set<string>();
  for (const real of REPORTS) {
    const report = await filledReport(real);
    for (const { paragraphs } of compose(outlineOf(real, report), report).sections) {
      for (const paragraph of paragraphs) written.add(MARKS[paragraph.bullet] + paragraphText(paragraph));
    }
  }
  expect(shown.length).toBeGreaterThan(30);
  expect(shown.map((line) => line.trim()).filter((line) => !written.has(line))).toEqual([]);
});

test("the figures of docs/narrative.md are those that are counted", async () => {
  const text = await readFile("docs/narrative.md", "utf8");
  const counted = await Promise.all(REPORTS.map(async (real) => ({ real, ...(await coverageOf(real)) })));
  const row = (name: string, cells: readonly string[]) => `| ${[name, ...cells].join(" | ")} |`;
  const share = (part: number, whole: number) => `${part} (${formatNumber((100 * part) / whole, 1)} %)`;
  const rows = [
    row(
      "",
      counted.map(({ real }) => real.name),
    ).replace("|  |", "| |"),
    row(
      "Số liệu bản thật nêu bằng số",
      counted.map(({ numeric }) => String(numeric.length)),
    ),
    row(
      "Chương trình kể lại",
      counted.map(({ told, numeric }) => share(told.length, numeric.length)),
    ),
    row(
      "Không kể được",
      counted.map(({ untold, numeric }) => share(untold.length, numeric.length)),
    ),
    row(
      "Trong đó số liệu có ô trong sổ",
      counted.map(({ told, lost }) => `${told.length}/${told.length + lost.length}`),
    ),
    row(
      "Văn bản được viện dẫn",
      counted.map(
        ({ real, uncited }) => `${real.documents.length - uncited.length}/${real.documents.length}`,
      ),
    ),
  ];
  expect(rows.filter((line) => !text.includes(line))).toEqual([]);
});
