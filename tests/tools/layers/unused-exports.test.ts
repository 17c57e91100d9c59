import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { unusedExports } from "../../../tools/layers/unused-exports.js";

let tree = "";

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "cchc-exports-"));
});
afterEach(() => rmSync(tree, { recursive: true }));

/** The names that nobody imports from `src/a.ts`, beside other files. */
function unused(exported: string, others: Readonly<Record<string, string>>): readonly string[] {
  for (const [path, text] of Object.entries({ "src/a.ts": exported, ...others })) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  return unusedExports(tree)
    .filter(({ file }) => file === "src/a.ts")
    .map(({ name }) => name);
}

describe("exports that nobody imports", () => {
  it.each([
    ["a value", "export const one = 1;", ["one"]],
    ["a function", "export async function run() {}", ["run"]],
    ["a class and a type", "export class Book {}\nexport type Name = string;", ["Book", "Name"]],
    ["an interface that its own file uses", "export interface Cell {}\nconst cell: Cell = {};", ["Cell"]],
    ["names in a list", "const one = 1, two = 2;\nexport { one, two as second };", ["one", "second"]],
    ["nothing where all is own", "const one = 1;", []],
  ])("are found: %s", (_, exported, names) => {
    expect(unused(exported, {})).toEqual(names);
  });

  it.each([
    ["by name", 'import { one } from "./a.js";'],
    ["under another name", 'import { one as first } from "./a.js";'],
    ["as a type", 'import type { one } from "./a.js";'],
    ["within a type", 'type One = import("./a.js").one;'],
    ["as a whole", 'import * as all from "./a.js";'],
    ["when used", 'const loaded = import("./a.js");'],
    ["to pass it on", 'export { one } from "./a.js";'],
    ["to pass all on", 'export * from "./a.js";'],
  ])("are none where another file imports them %s", (_, text) => {
    expect(unused("export const one = 1;", { "src/b.ts": text })).toEqual([]);
  });

  it("are none where a page of the pane or a test imports them", () => {
    const exported = "export const one = 1;\nexport const two = 2;\nexport const three = 3;";
    const others = {
      "src/view/Page.tsx": 'import { one } from "../a.js";',
      "tests/a.test.ts": 'import { two } from "../src/a.js";',
    };
    expect(unused(exported, others)).toEqual(["three"]);
  });

  it("are found where only a file of the same name elsewhere is imported", () => {
    const others = {
      "src/other/a.ts": "export const one = 1;",
      "src/other/b.ts": 'import { one } from "./a.js";',
    };
    expect(unused("export const one = 1;", others)).toEqual(["one"]);
  });
});
