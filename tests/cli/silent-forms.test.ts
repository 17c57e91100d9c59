import { readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { NODE_CODEC } from "../../src/hosts/xlsx/node-codec.js";
import { openWorkbook } from "../../src/hosts/xlsx/open.js";
import { run, temporaryFolder } from "./run.js";

/** A form that says nothing, told once by `cchc check` and not cell by cell. */

const DATA = "tests/fixtures/thanh-mien-2023-q3.json";

interface Printed {
  readonly rule: string;
  readonly form: number | null;
  readonly sheet: string;
  readonly severity: string;
  readonly message: string;
}

describe("cchc check of a form that says nothing", () => {
  const at = temporaryFolder();

  beforeAll(async () => {
    const data = JSON.parse(await readFile(DATA, "utf8"));
    await writeFile(at("without-3.json"), JSON.stringify({ ...data, forms: { ...data.forms, "3": {} } }));
    await run("new", "--edition", "hai-duong-2022", "--out", at("new.xlsx"));
    await run("fill", at("new.xlsx"), "--data", DATA, "--out", at("full.xlsx"));
    await run("fill", at("new.xlsx"), "--data", at("without-3.json"), "--out", at("blank.xlsx"));
  });

  const findings = async (...args: readonly string[]): Promise<readonly Printed[]> =>
    JSON.parse((await run("check", ...args, "--json")).out)[0].findings;
  const ofForm3 = (printed: readonly Printed[], rule: string) =>
    printed.filter((finding) => finding.rule === rule && finding.form === 3);

  it("tells once what `--previous` had and this workbook has not", async () => {
    const printed = await findings(at("blank.xlsx"), "--previous", at("full.xlsx"));
    const [told, ...more] = ofForm3(printed, "layout.form-blank");
    expect(more).toEqual([]);
    expect(told).toMatchObject({ severity: "warning", sheet: "Biểu mẫu 3" });
    expect(told?.message).toMatch(/^Biểu mẫu này chưa có số liệu nào, trong khi kỳ trước có \d+ ô\./);
    expect(ofForm3(printed, "value.missing")).toEqual([]);
  });

  it("asks cell by cell where no earlier workbook is given", async () => {
    const printed = await findings(at("blank.xlsx"));
    expect(ofForm3(printed, "layout.form-blank")).toEqual([]);
    expect(ofForm3(printed, "value.missing").length).toBeGreaterThan(3);
  });

  it("tells once of numbers pasted one column beside their cells", async () => {
    const bytes = new Uint8Array(await readFile(at("full.xlsx")));
    const opened = await openWorkbook(bytes, { codec: NODE_CODEC });
    if (!opened.ok) throw new Error(opened.fault.message);
    const captured = await opened.value.capture();
    if (!captured.ok) throw new Error(captured.fault.message);
    const sheet = captured.value.sheets.find(({ name }) => name === "Biểu mẫu 3");
    if (sheet === undefined) throw new Error("no form 3");
    const typed = Array.from({ length: 30 }, (_zero, index) => index + 6).flatMap((row) => {
      const value = sheet.values[row - sheet.top]?.[4 - sheet.left] ?? null;
      return (typeof value !== "number" && typeof value !== "string") ||
        sheet.formulas[row - sheet.top]?.[4 - sheet.left] !== ""
        ? []
        : [{ row, value }];
    });
    const cell = (row: number, column: number) => ({ sheet: "Biểu mẫu 3", row, column });
    const written = await opened.value.write(
      typed.flatMap(({ row, value }) => [
        { cell: cell(row, 4), value: null },
        { cell: cell(row, 5), value },
      ]),
    );
    expect(written.ok).toBe(true);
    await writeFile(at("beside.xlsx"), await opened.value.save());
    const printed = await findings(at("beside.xlsx"), "--previous", at("full.xlsx"));
    expect(ofForm3(printed, "layout.values-beside").map(({ severity }) => severity)).toEqual(["error"]);
    expect(ofForm3(printed, "value.missing")).toEqual([]);
    expect(ofForm3(printed, "layout.form-blank")).toEqual([]);
  });
});
