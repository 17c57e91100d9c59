import { execFile } from "node:child_process";
import { copyFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { run, temporaryFolder } from "./run.js";

const BOOK = "tests/fixtures/strangers/base.xlsx";
const COUNT = 101;

describe("the check of many workbooks", () => {
  const at = temporaryFolder();

  it("on all cores tells what one core tells, in the order given, and of the one that cannot be used", async () => {
    const paths = Array.from({ length: COUNT }, (_zero, index) => at(`${index}.xlsx`));
    for (const path of paths) await copyFile(BOOK, path);
    const broken = paths[57] ?? "";
    await writeFile(broken, "không phải sổ");
    const one = JSON.parse((await run("check", BOOK, "--json")).out)[0];
    const { code, out, told } = await command("check", ...paths, "--json");
    expect(code).toBe(2);
    expect(told).toContain(`${broken}: `);
    const expected = paths.filter((path) => path !== broken).map((file) => ({ ...one, file }));
    expect(JSON.parse(out)).toEqual(expected);
  });
});

/** Runs the command line in a process of its own, as a person does. */
function command(...args: readonly string[]): Promise<{ code: number; out: string; told: string }> {
  return new Promise((resolve) => {
    const options = { maxBuffer: 64 * 1024 * 1024 };
    const child = execFile("node_modules/.bin/tsx", ["src/cli/main.ts", ...args], options, (_e, out, told) =>
      resolve({ code: child.exitCode ?? -1, out, told }),
    );
  });
}
