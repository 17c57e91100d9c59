import { writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { run, temporaryFolder } from "./run.js";

describe("cchc sign", () => {
  const at = temporaryFolder();

  async function filled(name: string, forms: object): Promise<string> {
    await writeFile(
      at(`${name}.json`),
      JSON.stringify({ info: { organization: "UBND xã A", number: "45", symbol: "BC-UBND" }, forms }),
    );
    await run("fill", at("new.xlsx"), "--data", at(`${name}.json`), "--out", at(`${name}.xlsx`));
    return at(`${name}.xlsx`);
  }

  beforeAll(async () => {
    await run("new", "--edition", "tu-ky-2023", "--out", at("new.xlsx"));
  });

  const signedLines = (told: readonly string[]) => told.filter((line) => line.includes("sau khi ký"));

  it("keeps number and values; what changes afterwards is told", async () => {
    const book = await filled("fine", { "1": { "1": 25 }, "3": { "1.4": 139 } });
    const signed = await run("sign", book, "--out", at("signed.xlsx"));
    expect(signed.code).toBe(0);
    expect(signed.told).toContainEqual(expect.stringContaining("báo cáo 45/BC-UBND"));
    const same = await run("report", at("signed.xlsx"), "--format", "text");
    expect(signedLines(same.told)).toEqual([]);
    await writeFile(at("later.json"), JSON.stringify({ forms: { "1": { "1": 26 }, "4": { "2.1": 17 } } }));
    await run("fill", at("signed.xlsx"), "--data", at("later.json"), "--out", at("changed.xlsx"));
    const changed = await run("report", at("changed.xlsx"), "--format", "text");
    expect(signedLines(changed.told)).toEqual([
      "Báo cáo 45/BC-UBND đã ký; đã thay đổi 2 số sau khi ký (1/1, 4/2.1).",
    ]);
  });

  it("signs no draft", async () => {
    const book = await filled("wrong", { "3": { "1.4": 139, "1.4.3": 157 } });
    const { code, told } = await run("sign", book, "--out", at("never.xlsx"));
    expect(code).toBe(2);
    expect(told.join("\n")).toContain("lỗi chưa sửa hoặc chưa xác nhận");
  });
});
