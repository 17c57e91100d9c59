import { readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { openXmlErrors } from "../support/ooxml.js";
import { run, temporaryFolder } from "./run.js";

const THANH_MIEN = "tests/fixtures/thanh-mien-2023-q3.json";

interface JsonFinding {
  readonly rule: string;
  readonly code: string | null;
  readonly cell: string | null;
  readonly status?: string;
  readonly confirmed?: { readonly reason: string; readonly outdated: boolean };
}

describe("living with findings on the command line", () => {
  const at = temporaryFolder();
  const findings = async (file: string): Promise<readonly JsonFinding[]> =>
    JSON.parse((await run("check", at(file), "--json")).out)[0].findings;
  const ratioOf = async (file: string) =>
    (await findings(file)).find(({ rule }) => rule === "ratio.mismatch");
  const change = async (from: string, forms: object, out: string) => {
    await writeFile(at("data.json"), JSON.stringify({ forms }));
    expect((await run("fill", at(from), "--data", at("data.json"), "--out", at(out))).code).toBe(0);
  };

  beforeAll(async () => {
    await run("new", "--edition", "hai-duong-2022", "--out", at("new.xlsx"));
    await run("fill", at("new.xlsx"), "--data", THANH_MIEN, "--out", at("filled.xlsx"));
  });

  it("writes a copy with the printed sheet, sound by Microsoft's Open XML SDK, and prints the findings", async () => {
    const before = await readFile(at("filled.xlsx"));
    const args = ["--sheet", at("checked.xlsx"), "--date", "14/9/2023"];
    const { code, out, told } = await run("check", at("filled.xlsx"), ...args);
    expect(code).toBe(1);
    expect(out).toContain("LỖI  Biểu mẫu 3, dòng 1.4, ô D10: Tổng ghi 139");
    expect(told).toEqual([
      `Đã ghi ${at("checked.xlsx")}: bản sao của ${at("filled.xlsx")} có trang tính "Phiếu kiểm tra".`,
    ]);
    expect(await readFile(at("filled.xlsx"))).toEqual(before);
    expect(await openXmlErrors(new Uint8Array(await readFile(at("checked.xlsx"))), "xlsx")).toEqual([]);
  });

  it("tells equal findings once, with their cells", async () => {
    const { out } = await run("check", at("filled.xlsx"));
    expect(out).toContain(
      "  Chưa điền  Biểu mẫu 6, ô D10, D11, D12, D13, D14 và 4 ô khác: 9 chỗ: " +
        "Chưa điền. Nếu không phát sinh thì ghi 0.\n",
    );
    expect(out.split("\n").filter((line) => line.includes("Số ghi dạng chữ"))).toHaveLength(1);
  });

  it("says of the copy what is new, still there and fixed since", async () => {
    await change("checked.xlsx", { "3": { "1.4": 157 }, "1": { "1": "khoảng 25" } }, "changed.xlsx");
    const [book] = JSON.parse((await run("check", at("changed.xlsx"), "--json")).out);
    expect(book.since).toMatchObject({ day: "2023-09-14", new: 2 });
    expect(book.since.fixed).toEqual(
      expect.arrayContaining(["total.mismatch 3/1.4 < 3/1.4.3", "part.exceeds 3/1.4.3 < 3/1.4"]),
    );
    expect(book.findings.filter(({ status }: JsonFinding) => status === "new")).toHaveLength(2);
    const { out } = await run("check", at("changed.xlsx"));
    expect(out).toMatch(/\n {2}So với phiếu kiểm tra ngày 14\/9\/2023: 2 mới, \d+ còn, \d+ đã sửa\n/);
    expect(out).toContain("\n  [mới] LỖI  Biểu mẫu 1, dòng 1, ô D6: ");
    const english = await run("check", at("changed.xlsx"), "--lang", "en");
    expect(english.out).toMatch(
      /Since the printed check of 14\/9\/2023: 2 new, \d+ still there, \d+ fixed\n/,
    );
  });

  it("makes the sheet anew in its place, sound again", async () => {
    const args = ["--sheet", at("again.xlsx"), "--date", "2023-09-20"];
    expect((await run("check", at("changed.xlsx"), ...args)).told[0]).toContain(
      'có trang tính "Phiếu kiểm tra".',
    );
    expect(await openXmlErrors(new Uint8Array(await readFile(at("again.xlsx"))), "xlsx")).toEqual([]);
    const [book] = JSON.parse((await run("check", at("again.xlsx"), "--json")).out);
    expect(book.since).toMatchObject({ day: "2023-09-20", new: 0, fixed: [] });
  });

  it("forgets a check of another period", async () => {
    await run("next", at("again.xlsx"), "--out", at("next.xlsx"));
    const [book] = JSON.parse((await run("check", at("next.xlsx"), "--json")).out);
    expect(book.since).toBeUndefined();
  });

  it("an error that is confirmed is none any more: check ends as report does", async () => {
    await change("new.xlsx", { "3": { "1.4": 139, "1.4.3": 157 } }, "doubtful.xlsx");
    const checked = async (file: string) => {
      const { code, out } = await run("check", at(file));
      return { code, errors: /(\d+) lỗi/.exec(out)?.[1], confirmed: /Đã xác nhận: (\d+)/.exec(out)?.[1] };
    };
    const confirmed = async (from: string, rule: string, out: string) => {
      const cell = (await findings(from)).find((one) => one.rule === rule)?.cell;
      const args = ["--cell", `Biểu mẫu 3!${cell}`, "--rule", rule, "--reason", "Đã đối chiếu"];
      expect((await run("confirm", at(from), ...args, "--out", at(out))).code).toBe(0);
    };
    const reported = async (file: string) => (await run("report", at(file), "--out", at("report.docx"))).code;
    expect(await checked("doubtful.xlsx")).toEqual({ code: 1, errors: "1", confirmed: undefined });
    await confirmed("doubtful.xlsx", "total.mismatch", "one.xlsx");
    expect(await checked("one.xlsx")).toEqual({ code: 1, errors: "1", confirmed: "1" });
    expect(await reported("one.xlsx")).toBe(1);
    await confirmed("one.xlsx", "part.exceeds", "both.xlsx");
    expect(await checked("both.xlsx")).toEqual({ code: 0, errors: "0", confirmed: "2" });
    expect(await reported("both.xlsx")).toBe(0);
    const [book] = JSON.parse((await run("check", at("both.xlsx"), "--json")).out);
    expect(book.summary.errors).toBe(0);
    expect(book.findings.filter(({ severity }: { severity: string }) => severity === "error")).toMatchObject([
      { confirmed: { outdated: false } },
      { confirmed: { outdated: false } },
    ]);
    await change("both.xlsx", { "3": { "1.4": 140 } }, "again.xlsx");
    expect(await checked("again.xlsx")).toEqual({ code: 1, errors: "1", confirmed: undefined });
  });

  it("confirms a finding with a reason, tells it apart, and again when a number of it changes", async () => {
    const cell = ["--cell", "Biểu mẫu 7!D29", "--rule", "ratio.mismatch"];
    expect(await ratioOf("filled.xlsx")).not.toHaveProperty("confirmed");
    const reason = "Số theo hệ thống của tỉnh";
    const { code, told } = await run(
      "confirm",
      at("filled.xlsx"),
      ...cell,
      "--reason",
      reason,
      "--out",
      at("kept.xlsx"),
    );
    expect({ code, told: told[0] }).toEqual({
      code: 0,
      told: `Đã ghi ${at("kept.xlsx")}: đã xác nhận, giữ nguyên "Tỷ lệ ghi 98,17 nhưng 905 / 922 = 98,16%. Sửa tỷ lệ hoặc hai số thành phần."`,
    });
    expect(await ratioOf("kept.xlsx")).toMatchObject({ confirmed: { reason, outdated: false } });
    const { out } = await run("check", at("kept.xlsx"));
    expect(out).toContain("  Đã xác nhận: 1 chỗ\n    Biểu mẫu 7, dòng 6.7, ô D29: Tỷ lệ ghi 98,17");
    expect(out).toContain(`Lý do: ${reason}\n`);

    await change("kept.xlsx", { "7": { "6.7": 97 } }, "moved.xlsx");
    expect(await ratioOf("moved.xlsx")).toMatchObject({ confirmed: { reason, outdated: true } });
    expect((await run("check", at("moved.xlsx"))).out).not.toContain("Đã xác nhận");

    await run("confirm", at("kept.xlsx"), ...cell, "--take-back", "--out", at("back.xlsx"));
    expect(await ratioOf("back.xlsx")).not.toHaveProperty("confirmed");
  });

  it.each([
    [["--cell", "Biểu mẫu 3!D99", "--reason", "x"], "không có điều gì được nêu ở ô Biểu mẫu 3!D99"],
    [["--cell", "Biểu mẫu 7!D29"], "chưa ghi lý do giữ nguyên"],
    [
      ["--cell", "Biểu mẫu 7!D29", "--reason", "x"],
      "có nhiều điều được nêu (value.text-number, ratio.mismatch)",
    ],
  ])("says what is missing: %j", async (args, sentence) => {
    const { code, told } = await run("confirm", at("filled.xlsx"), ...args, "--out", at("none.xlsx"));
    expect(code).toBe(2);
    expect(told.join()).toContain(sentence);
  });

  it.each([
    [["--date", "hôm nay"], "không phải là ngày"],
    [[at("new.xlsx")], "chỉ lập phiếu cho từng tệp một"],
  ])("does not make a sheet of %j", async (args, sentence) => {
    const { code, told } = await run("check", at("filled.xlsx"), ...args, "--sheet", at("none.xlsx"));
    expect(code).toBe(2);
    expect(told.join()).toContain(sentence);
  });
});
