import { writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { openBook, writeBook } from "../../src/cli/files.js";
import { findTextCells } from "../../src/workbook/reading/read-texts.js";
import { indexSnapshot } from "../../src/workbook/snapshot-index.js";
import { valueOfResult } from "../hosts/results.js";
import { run, temporaryFolder } from "./run.js";

const TEXT = "[Thay] UBND thị trấn đã thực hiện 59 nhiệm vụ đúng và trong hạn, 03 nhiệm vụ đang thực hiện.";

describe("cchc texts", () => {
  const at = temporaryFolder();

  beforeAll(async () => {
    await run("new", "--edition", "hai-duong-2022", "--out", at("new.xlsx"));
    const forms = { "1": { "4.1": 62, "4.2": 62 } };
    await writeFile(at("data.json"), JSON.stringify({ info: { organization: "UBND thị trấn A" }, forms }));
    await run("fill", at("new.xlsx"), "--data", at("data.json"), "--out", at("filled.xlsx"));
    const book = await openBook(at("filled.xlsx"));
    const cell = findTextCells(indexSnapshot(valueOfResult(await book.capture("ours")))).get("assigned");
    if (cell === undefined) throw new Error("no place");
    valueOfResult(await book.write([{ cell, value: TEXT }]));
    await writeBook(at("book.xlsx"), book, []);
  });

  it("asks about 59 beside 62, with both ways out, and so does the report", async () => {
    const { code, out } = await run("texts", at("book.xlsx"));
    expect(code).toBe(0);
    expect(out).toContain("1. 59: chưa gắn.");
    const question =
      "Lời văn ghi 59 nhưng Biểu mẫu 1, dòng 4.2 (Số nhiệm vụ đã hoàn thành đúng hạn), ô D18 ghi 62. Sửa lời văn (=text), sửa ô (=cell), hoặc cả hai đúng (=none).";
    expect(out).toContain(question);
    const { told } = await run("report", at("book.xlsx"), "--format", "text");
    expect(told.join("\n")).toContain("Lời văn ghi 59 nhưng Biểu mẫu 1, dòng 4.2");
  });

  it("writes what she answers into a copy, and the number in the report carries its cell", async () => {
    const { told, code } = await run(
      "texts",
      at("book.xlsx"),
      "--answer",
      "1=text",
      "2=none",
      "--out",
      at("answered.xlsx"),
    );
    expect([code, told]).toEqual([0, [`Đã ghi ${at("answered.xlsx")}.`]]);
    const { out } = await run("texts", at("answered.xlsx"), "--json");
    const all: unknown = JSON.parse(out);
    expect(all).toMatchObject([
      { text: "62", state: "linked", source: { kind: "row", form: 1, code: "4.2" }, question: null },
      { text: "03", state: "asked", source: null, question: null },
    ]);
    const report = await run("report", at("answered.xlsx"), "--format", "json");
    expect(report.out).toContain("đã thực hiện 62 nhiệm vụ đúng và trong hạn");
    expect(JSON.parse(report.out)).toMatchObject({ outdated: [], lost: [], replaced: [] });
  });

  it("writes a number that the workbook has changed into her text where she wishes", async () => {
    const given = ["--answer", "1=text", "2=none", "--out", at("joined.xlsx")];
    await run("texts", at("book.xlsx"), ...given);
    const later = JSON.stringify({ info: {}, forms: { "1": { "4.1": 62, "4.2": 61 } } });
    await writeFile(at("later.json"), later);
    await run("fill", at("joined.xlsx"), "--data", at("later.json"), "--out", at("later.xlsx"));
    const was = "UBND thị trấn đã thực hiện 62 nhiệm vụ đúng và trong hạn, 03 nhiệm vụ đang thực hiện.";
    const now = was.replace("62", "61");
    const { told } = await run("report", at("later.xlsx"), "--format", "text");
    expect(told.find((line) => line.includes("texts --update"))).toContain(
      `ghi "${was}", báo cáo in "${now}"`,
    );
    expect((await run("texts", at("later.xlsx"))).out).toContain("Thêm --update để ghi lại.");
    const updated = await run("texts", at("later.xlsx"), "--update", "--out", at("updated.xlsx"));
    expect(updated.told[0]).toContain("Đã ghi lại lời văn");
    const { out } = await run("texts", at("updated.xlsx"), "--json");
    expect(JSON.parse(out)).toMatchObject([
      { text: "61", line: now, state: "linked", now: null },
      { text: "03", state: "asked" },
    ]);
    expect((await run("report", at("updated.xlsx"), "--format", "text")).told.join()).not.toContain(
      "--update",
    );
  });

  it.each([
    [["--update"], "chưa cho biết tên tệp mới"],
    [["--answer", "1=text"], "chưa cho biết tên tệp mới"],
    [["--answer", "9=text", "--out", "x.xlsx"], 'không hiểu "9=text"'],
    [["--answer", "2=text", "--out", "x.xlsx"], 'không hiểu "2=text"'],
    [["--answer", "abc", "--out", "x.xlsx"], 'không hiểu "abc"'],
  ])("refuses %j", async (given, message) => {
    const { code, told } = await run("texts", at("book.xlsx"), ...given);
    expect(code).toBe(2);
    expect(told.join("\n")).toContain(message);
  });
});
