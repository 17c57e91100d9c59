import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { run, temporaryFolder } from "../cli/run.js";

const readme = readFileSync("README.md", "utf8");
const at = temporaryFolder();

/** The `cchc` lines of the README, as words; files that they make go to a temporary folder. */
function commands(): readonly (readonly string[])[] {
  return readme
    .split("\n")
    .filter((line) => line.startsWith("npm run -s cchc -- "))
    .map((line) =>
      line
        .split(/\s+/)
        .slice(5)
        .map((word) => (/^[a-z-]+\.(xlsx|docx)$/.test(word) ? at(word) : word)),
    );
}

it("the README's commands make, fill, check and report as it says", async () => {
  const lines = commands();
  expect(lines.map(([command]) => command)).toEqual(["new", "fill", "check", "report"]);
  for (const words of lines) {
    const { code, out } = await run(...words);
    expect([words.join(" "), code]).toEqual([
      words.join(" "),
      words[0] === "check" || words[0] === "report" ? 1 : 0,
    ]);
    const printed = /```text\n(.+)\n```/.exec(readme)?.[1] ?? "";
    if (words[0] === "check") expect(out).toContain(printed);
  }
  expect(existsSync(at("bao-cao.docx"))).toBe(true);
});

it("the README's pictures are there", () => {
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path = ""]) => path);
  expect(pictures.length).toBeGreaterThan(2);
  expect(pictures.filter((picture) => !existsSync(picture))).toEqual([]);
});
