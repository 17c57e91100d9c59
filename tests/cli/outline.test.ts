import { writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { run, temporaryFolder } from "./run.js";

const OWN = {
  id: "xa-a",
  name: "Đề cương của xã A",
  from: "periodic",
  sentences: { "management.1.1": { text: "Đã có {directives} văn bản chỉ đạo CCHC." } },
  sections: [{ id: "all", level: 1, heading: "Kết quả chung", take: ["management"] }],
};

describe("outlines on the command line", () => {
  const at = temporaryFolder();

  beforeAll(async () => {
    await writeFile(at("data.json"), JSON.stringify({ forms: { "1": { "1": 25 } } }));
    await run("new", "--edition", "tu-ky-2023", "--out", at("new.xlsx"));
    await run("fill", at("new.xlsx"), "--data", at("data.json"), "--out", at("book.xlsx"));
    await writeFile(at("own.json"), JSON.stringify(OWN));
  });

  it("writes by an office's own outline from a file", async () => {
    const { code, out } = await run(
      "report",
      at("book.xlsx"),
      "--format",
      "text",
      "--outline",
      at("own.json"),
    );
    expect(code).toBe(0);
    expect(out).toContain("I. KẾT QUẢ CHUNG\n- Đã có 25 văn bản chỉ đạo CCHC.");
  });

  it("keeps it in the workbook, whose reports are then written by it", async () => {
    const kept = await run("outline", at("book.xlsx"), "--outline", at("own.json"), "--out", at("kept.xlsx"));
    expect(kept.code).toBe(0);
    const { out } = await run("report", at("kept.xlsx"), "--format", "text");
    expect(out).toContain("I. KẾT QUẢ CHUNG\n- Đã có 25 văn bản chỉ đạo CCHC.");
    const usual = await run("report", at("kept.xlsx"), "--format", "text", "--outline", "periodic");
    expect(usual.out).toContain("I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH");
  });

  it("refuses a faulty one with the place of each fault, and writes nothing", async () => {
    await writeFile(
      at("faulty.json"),
      JSON.stringify({ ...OWN, sections: [{ id: "all", level: 1, heading: "A", take: ["managment"] }] }),
    );
    for (const words of [
      ["report", at("book.xlsx"), "--out", at("never.docx"), "--outline", at("faulty.json")],
      ["outline", at("book.xlsx"), "--outline", at("faulty.json"), "--out", at("never.xlsx")],
    ]) {
      const { code, told } = await run(...words);
      expect(code).toBe(2);
      expect(told.join("\n")).toContain("sections.all.take: đề cương gốc không có mục managment");
    }
  });

  it("refuses an outline that binds a fact to a row which the edition does not have, whatever stands at its number", async () => {
    const alone = {
      id: "khac",
      name: "Của biểu khác",
      facts: { late: [{ row: "1/1", says: "hồ sơ quá hạn" }] },
      framing: {
        subject: { text: "A" },
        dataWindow: { text: "B" },
        opening: { text: "C" },
        closing: { text: "D" },
      },
      sections: [
        { id: "all", level: 1, heading: "A", paragraphs: [{ sentences: [{ text: "Có {late} hồ sơ." }] }] },
      ],
    };
    await writeFile(at("alone.json"), JSON.stringify(alone));
    const { code, told } = await run(
      "report",
      at("book.xlsx"),
      "--out",
      at("never.docx"),
      "--outline",
      at("alone.json"),
    );
    expect(code).toBe(2);
    expect(told.join("\n")).toContain("bộ biểu mẫu tu-ky-2023 không có dòng cho late");
  });

  it("refuses an outline that the workbook's edition does not name", async () => {
    await run("new", "--edition", "dinh-hoa-2025", "--out", at("dinh-hoa.xlsx"));
    const { code, told } = await run(
      "report",
      at("dinh-hoa.xlsx"),
      "--format",
      "text",
      "--outline",
      "periodic",
    );
    expect(code).toBe(2);
    expect(told.join("\n")).toContain(
      "không dành cho bộ biểu mẫu dinh-hoa-2025. Đề cương dùng được: summary.",
    );
  });
});
