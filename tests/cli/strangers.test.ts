import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { Package } from "../../src/hosts/xlsx/package/package.js";
import tables from "../fixtures/thanh-mien-2023-q3.tables.json" with { type: "json" };
import { unexpectedDifferences } from "../hosts/xlsx/kept.js";
import { run, temporaryFolder } from "./run.js";

/**
 * What the command line does to workbooks of other programs that hold our forms: every part and every
 * element that the job does not name stays (tests/fixtures/strangers).
 */

const DATA = "tests/fixtures/thanh-mien-2023-q3.json";
const bytesOf = async (path: string) => new Uint8Array(await readFile(path));

describe.each([
  "xlsxwriter.xlsx",
  "xlsxwriter-macro.xlsm",
  "openpyxl.xlsx",
  "libreoffice.xlsx",
  "by-hand.xlsm",
])("%s", (name) => {
  const at = temporaryFolder();
  const path = `tests/fixtures/strangers/${name}`;
  const ending = name.slice(-5);

  it.each(["fill", "fill with tables", "next"])("keeps what is not ours: %s", async (command) => {
    const [job = ""] = command.split(" ");
    await writeFile(at("tables.json"), JSON.stringify({ tables }));
    const data = command === "fill" ? ["--data", DATA] : ["--data", at("tables.json")];
    const ran = await run(job, path, ...(job === "fill" ? data : []), "--out", at(`out${ending}`));
    expect(ran).toMatchObject({ code: 0 });
    expect(ran.told.join("\n")).not.toContain("sẽ không còn");
    expect(unexpectedDifferences(await bytesOf(path), await bytesOf(at(`out${ending}`)))).toEqual([]);
  });

  it("keeps what is not ours: adopt", async () => {
    await writeFile(at(`unnamed${ending}`), withoutOurNames(await bytesOf(path)));
    const ran = await run("adopt", at(`unnamed${ending}`), "--out", at(`adopted${ending}`));
    expect(ran.code).toBe(0);
    const [before, after] = [await bytesOf(at(`unnamed${ending}`)), await bytesOf(at(`adopted${ending}`))];
    expect(unexpectedDifferences(before, after, new Set())).toEqual([]);
  });
});

describe("a workbook with macros", () => {
  const at = temporaryFolder();

  it("is not written under a name under which Excel would not open it", async () => {
    const path = "tests/fixtures/strangers/by-hand.xlsm";
    const ran = await run("next", path, "--out", at("next.xlsx"));
    expect(ran.code).toBe(2);
    expect(ran.told).toEqual([expect.stringMatching(/next\.xlsx: .*\.xlsm/)]);
    await expect(readFile(at("next.xlsx"))).rejects.toThrow();
  });
});

/** The workbook as an officer has it who never used this program. */
function withoutOurNames(bytes: Uint8Array): Uint8Array {
  const opened = Package.open(bytes);
  if (!opened.ok) throw new Error(opened.fault.message);
  const xml = opened.value.text("xl/workbook.xml") ?? "";
  opened.value.put(
    "xl/workbook.xml",
    xml.replace(/<definedName [^>]*name="CCHC_[^>]*>[^<]*<\/definedName>/g, ""),
  );
  return opened.value.save();
}
