import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openBook } from "../../src/cli/files.js";
import { runCommandLine } from "../../src/cli/program.js";
import { indicatorKey } from "../../src/forms/indicators.js";
import { emptyWorkbook } from "../../src/hosts/xlsx/open.js";
import { editionIdOf } from "../../src/workbook/reading/identify.js";
import { readReport } from "../../src/workbook/reading/read-report.js";
import { edition } from "../support/report-data.js";
import { strangersPlan } from "../support/strangers-plan.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cchc-adopt-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs a command line and keeps what it printed. */
async function run(...args: string[]): Promise<{ code: number; out: string; told: readonly string[] }> {
  const told: string[] = [];
  let out = "";
  const code = await runCommandLine(args, {
    out: (text) => {
      out += text;
    },
    tell: (line) => told.push(line),
    watched: false,
    draw: () => undefined,
  });
  return { code, out, told };
}

async function strangersBook(): Promise<string> {
  const book = emptyWorkbook();
  const applied = await book.apply(strangersPlan());
  if (!applied.ok) throw new Error(applied.fault.message);
  const path = join(folder, "last-year.xlsx");
  await writeFile(path, await book.save());
  return path;
}

async function snapshotOfFile(path: string) {
  const captured = await (await openBook(path)).capture();
  if (!captured.ok) throw new Error(captured.fault.message);
  return captured.value;
}

describe("cchc adopt", () => {
  it("binds every result cell of a stranger's workbook and changes no cell", async () => {
    const path = await strangersBook();
    const out = join(folder, "adopted.xlsx");
    const { code, out: printed } = await run("adopt", path, "--out", out, "--json");
    expect(code).toBe(0);
    const json = JSON.parse(printed);
    expect(json.edition).toBe("hai-duong-2022");
    expect(json.bindings).toHaveLength(115);
    expect(json.missing).toEqual([]);
    expect(json.unrecognised).toEqual([]);
    expect(json.doubts).toEqual([]);

    const before = await snapshotOfFile(path);
    const after = await snapshotOfFile(out);
    expect(after.sheets).toEqual(before.sheets);
    expect(after.names.filter(({ area }) => area !== null)).toHaveLength(115);
    expect(editionIdOf(after, [])).toBe("hai-duong-2022");
    const report = readReport(edition("hai-duong-2022"), after);
    expect(report.values.get(indicatorKey(3, "3.3.1"))?.reading).toMatchObject({
      kind: "number",
      value: 922,
    });
    expect(report.values.get(indicatorKey(7, "6.7.2"))?.reading).toMatchObject({
      kind: "number",
      value: 905,
    });
    expect(report.layout.map(({ kind }) => kind)).toEqual(["sheet-missing"]);
  });

  it("makes the adopted workbook one that check can read", async () => {
    const path = await strangersBook();
    const out = join(folder, "checked.xlsx");
    await run("adopt", path, "--out", out);
    const { code, out: printed, told } = await run("check", out, "--json");
    expect(told).toEqual([]);
    expect(code).toBe(1);
    const [checked] = JSON.parse(printed);
    expect(checked.edition).toBe("hai-duong-2022");
    expect(
      checked.findings
        .filter(({ rule }: { rule: string }) => rule === "ratio.mismatch")
        .map(({ form, code: row, sheet }: { form: number; code: string; sheet: string }) => [
          form,
          row,
          sheet,
        ]),
    ).toContainEqual([7, "6.7", "BM7"]);
  });

  it("says how sure it is and why", async () => {
    const path = await strangersBook();
    const { told } = await run("adopt", path, "--out", join(folder, "told.xlsx"));
    expect(told[0]).toMatch(/^Bộ biểu mẫu khớp nhất: hai-duong-2022 \(\d+ %\)\.$/);
    expect(told[1]).toMatch(
      /^Đã ghi nhớ vị trí 115 ô, ô kém chắc nhất \d+ %; không ô nào nhìn thấy bị thay đổi\.$/,
    );
  });

  it("says what it looked for where nothing can be recognised, and writes nothing", async () => {
    const book = emptyWorkbook();
    const [sheet] = strangersPlan().sheets;
    if (sheet === undefined) throw new Error("no sheet");
    await book.apply({ names: [], sheets: [{ ...sheet, name: "Danh bạ", cells: sheet.cells.slice(0, 2) }] });
    const path = join(folder, "other.xlsx");
    await writeFile(path, await book.save());
    const out = join(folder, "nothing.xlsx");
    const { code, told } = await run("adopt", path, "--out", out);
    expect(code).toBe(2);
    expect(told).toEqual([
      `${path}: không nhận ra biểu mẫu nào. Đã tìm bảng có các cột STT, chỉ tiêu (nội dung), đơn vị tính, số lượng/tỷ lệ (kết quả) ở 1 trang tính: Danh bạ. Mở đúng tệp có biểu mẫu, hoặc đặt lại dòng tiêu đề của bảng.`,
    ]);
    await expect(openBook(out)).rejects.toThrow();
  });
});
