import { beforeAll, describe, expect, it } from "@jest/globals";
import { run, temporaryFolder } from "./run.js";

const THANH_MIEN = "tests/fixtures/thanh-mien-2023-q3.json";

interface JsonFinding {
  readonly rule: string;
  readonly message: string;
}

describe("findings and rules in English on the command line", () => {
  const at = temporaryFolder();

  beforeAll(async () => {
    await run("new", "--edition", "hai-duong-2022", "--out", at("new.xlsx"));
    await run("fill", at("new.xlsx"), "--data", THANH_MIEN, "--out", at("filled.xlsx"));
  });

  it("tells the same findings, each in an English sentence", async () => {
    const [vietnamese] = JSON.parse((await run("check", at("filled.xlsx"), "--json")).out);
    const { code, out } = await run("check", at("filled.xlsx"), "--json", "--lang", "en");
    expect(code).toBe(1);
    const [english] = JSON.parse(out);
    const bare = ({ findings, ...rest }: { findings: readonly JsonFinding[] }) => ({
      ...rest,
      findings: findings.map(({ message: _, ...finding }) => finding),
    });
    expect(bare(english)).toEqual(bare(vietnamese));
    const total = english.findings.find(({ rule }: JsonFinding) => rule === "total.mismatch");
    expect(total.message).toBe(
      "The total says 139, but row 1.4.3 says 157. Correct the total or the rows that make it.",
    );
  });

  it("prints the list in English, with its counts and places", async () => {
    const { out } = await run("check", at("filled.xlsx"), "--lang", "en");
    const lines = out.split("\n");
    expect(lines[1]).toBe(
      "  errors: 1, to review: 3, blank: 26, notes: 68; required cells filled: 48 of 74; checks that wait for numbers: 29",
    );
    expect(lines[2]).toBe(
      "  ERROR  Biểu mẫu 3, row 1.4, cell D10: The total says 139, but row 1.4.3 says 157. Correct the total or the rows " +
        "that make it. One of these makes all 2 rules hold: row 1.4.3: 157 → 139; this cell: 139 → 157. " +
        "(From the same cause: Biểu mẫu 3, row 1.4.3, cell D11.)",
    );
  });

  it("lists the rules with their help in English", async () => {
    const { out } = await run("rules", "--edition", "hai-duong-2022", "--json", "--lang", "en");
    const rules = JSON.parse(out);
    expect(
      rules.find(({ id, code }: { id: string; code: string }) => id === "total.mismatch" && code === "1.4")
        .help,
    ).toBe("Equals row 1.4.3.");
  });

  it("refuses a language that it does not have", async () => {
    const { code, told } = await run("check", at("filled.xlsx"), "--lang", "fr");
    expect(code).toBe(2);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("--lang");
  });
});
