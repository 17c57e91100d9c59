import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import tables from "../fixtures/thanh-mien-2023-q3.tables.json" with { type: "json" };
import { openXmlErrors } from "../support/ooxml.js";
import { run, temporaryFolder } from "./run.js";

/** Every kind of workbook that the command line writes, judged by Microsoft's Open XML SDK. */

const DATA = "tests/fixtures/thanh-mien-2023-q3.json";
const bytesOf = async (path: string) => new Uint8Array(await readFile(path));
const faultsOf = async (path: string) =>
  (await openXmlErrors(await bytesOf(path), "xlsx")).map(
    ({ part, description }) => `${part}: ${description}`,
  );

describe("workbooks from nothing", () => {
  const at = temporaryFolder();

  it.each([
    "tu-ky-2023",
    "hai-duong-2022",
    "dinh-hoa-2025",
    "vinh-linh-2023",
    "two-tier-2025",
  ])("%s, with all tables", async (edition) => {
    expect((await run("new", "--edition", edition, "--tables", "all", "--out", at("new.xlsx"))).code).toBe(0);
    expect(await faultsOf(at("new.xlsx"))).toEqual([]);
  });

  it("filled, with rows inserted into tables, and turned into the next period's", async () => {
    await run("new", "--edition", "hai-duong-2022", "--out", at("plain.xlsx"));
    const many = { ...tables, documents: Array.from({ length: 60 }, () => tables.documents[0]) };
    const data = { ...JSON.parse(await readFile(DATA, "utf8")), tables: many };
    await writeFile(at("data.json"), JSON.stringify(data));
    expect(
      (await run("fill", at("plain.xlsx"), "--data", at("data.json"), "--out", at("full.xlsx"))).code,
    ).toBe(0);
    expect(await faultsOf(at("full.xlsx"))).toEqual([]);
    expect((await run("next", at("full.xlsx"), "--out", at("next.xlsx"))).code).toBe(0);
    expect(await faultsOf(at("next.xlsx"))).toEqual([]);
  });
});

describe.each([
  "xlsxwriter-macro.xlsm",
  "openpyxl.xlsx",
  "libreoffice.xlsx",
  "by-hand.xlsm",
])("%s", (name) => {
  const at = temporaryFolder();
  const path = `tests/fixtures/strangers/${name}`;
  const ending = name.slice(-5);

  it("gains no fault by being filled and turned into the next period's", async () => {
    const before = await faultsOf(path);
    await writeFile(at("data.json"), JSON.stringify({ ...JSON.parse(await readFile(DATA, "utf8")), tables }));
    expect((await run("fill", path, "--data", at("data.json"), "--out", at(`full${ending}`))).code).toBe(0);
    expect((await run("next", at(`full${ending}`), "--out", at(`next${ending}`))).code).toBe(0);
    expect((await faultsOf(at(`full${ending}`))).filter((fault) => !before.includes(fault))).toEqual([]);
    expect((await faultsOf(at(`next${ending}`))).filter((fault) => !before.includes(fault))).toEqual([]);
    // openpyxl itself writes fonts whose children are out of order.
    if (name !== "openpyxl.xlsx") expect(before).toEqual([]);
  });
});
