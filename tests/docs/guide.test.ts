import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

/** The officer's guide says what the program says: its buttons, its pictures. */
const FOLDER = "docs/huong-dan";
const pages = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md"))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));

/** Where words of the program stand: the pane's texts and the ribbon. */
const program = [
  "src/taskpane/texts/vi.ts",
  "src/taskpane/view/report/report-texts-vi.ts",
  "src/taskpane/view/adopt/draft-texts.ts",
  "src/taskpane/view/check/charts/chart-texts.ts",
  "manifest.xml",
]
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

describe("the guide for officers", () => {
  it("has ten pages and one that leads to them", () => {
    const numbered = pages
      .map(({ name }) => Number(/^(\d+)-/.exec(name)?.[1]))
      .filter((number) => number > 0);
    expect(numbered.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(pages.map(({ name }) => name)).toContain("README.md");
  });

  it.each(pages)("$name is short, and every link and picture of it is there", ({ text }) => {
    expect(text.split("\n").length).toBeLessThanOrEqual(60);
    expect(text).toBe(text.normalize("NFC"));
    const targets = matches(text, /\]\(([^)#]+)/g);
    expect(targets.filter((target) => !existsSync(join(FOLDER, target)))).toEqual([]);
  });

  it.each(
    pages.filter(({ name }) => name !== "README.md"),
  )("$name quotes the words of the program as they are", ({ text }) => {
    // Bold words at the head of a paragraph lead into it; the others are buttons and states.
    const pieces = text.split("**");
    const quoted = pieces.flatMap((piece, index) => {
      const leads = /(^|\n)(- |\d+\. |\| )?$/.test(pieces[index - 1] ?? "");
      return index % 2 === 1 && !leads ? [piece.replace(/\s+/g, " ").replace(/[.:]$/, "")] : [];
    });
    expect(quoted.length).toBeGreaterThan(0);
    expect(quoted.filter((words) => !program.includes(words))).toEqual([]);
  });
});
