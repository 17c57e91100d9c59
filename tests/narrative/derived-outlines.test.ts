import { describe, expect, test } from "@jest/globals";
import { compose } from "../../src/narrative/compose.js";
import { findOutline } from "../../src/narrative/library.js";
import { parseOutline } from "../../src/narrative/parse-outline.js";
import { paragraphText } from "../../src/narrative/section.js";
import { printed, quarterOne, thanhMien } from "./reports.js";

function composed(id: string) {
  const outline = findOutline(id);
  if (outline === null) throw new Error(`no outline ${id}`);
  return compose(outline, thanhMien);
}

describe("the outline for an inspection team", () => {
  const { sections } = composed("inspection");
  const headings = sections.map(({ number, heading, level }) => `${level} ${number}. ${heading}`);

  test("has two parts, and nine fields with results and limits each", () => {
    expect(headings.filter((line) => line.startsWith("1 "))).toEqual([
      "1 Phần thứ nhất. TÌNH HÌNH TRIỂN KHAI THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2023",
      "1 Phần thứ hai. PHƯƠNG HƯỚNG, NHIỆM VỤ VÀ GIẢI PHÁP",
    ]);
    expect(headings.filter((line) => line.startsWith("2 ")).map((line) => line.slice(0, 4))).toEqual([
      "2 A.",
      "2 B.",
      "2 A.",
      "2 B.",
      "2 C.",
    ]);
    expect(headings.filter((line) => line.startsWith("3 "))).toHaveLength(9);
    expect(headings.filter((line) => line.endsWith("Kết quả đạt được"))).toHaveLength(9);
    expect(headings.filter((line) => line.endsWith("Tồn tại, hạn chế và nguyên nhân"))).toHaveLength(9);
  });

  test("tells the same figures under headings of its own, and her text with them", () => {
    const results = sections.find(({ id }) => id === "procedures-results");
    expect(results?.number).toBe("3.1");
    expect(results?.paragraphs.map(paragraphText).join(" ")).toContain("đã giải quyết xong 922 hồ sơ TTHC");
    const report = { ...thanhMien, texts: new Map([["quality", "Đã chấm điểm từng hồ sơ."]]) };
    const outline = findOutline("inspection");
    const own = outline === null ? [] : printed(compose(outline, report), "procedures-results");
    expect(own.at(-1)).toBe("Đã chấm điểm từng hồ sơ.");
  });
});

test("the outline over several years has eight sections of direction and ends with the periodic ones", () => {
  const { sections } = composed("multi-year");
  const direction = sections.slice(
    1,
    sections.findIndex(({ id }) => id === "results"),
  );
  expect(direction.map(({ number }) => number)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
  expect(sections.filter(({ level }) => level === 1).map(({ number }) => number)).toEqual([
    "I",
    "II",
    "III",
    "IV",
    "V",
  ]);
});

describe("an office's own outline", () => {
  const own = {
    id: "xa-a",
    name: "Đề cương của xã A",
    from: "periodic",
    sentences: { "management.1.1": { text: "Đã có {directives} văn bản chỉ đạo CCHC." } },
    sections: [{ id: "all", level: 1, heading: "Kết quả", take: ["management"] }],
  };

  test("changes a sentence and the headings, and keeps the rest", () => {
    const parsed = parseOutline("xa-a.json", own);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
    expect(parsed.value.base).toBe("periodic");
    const narrative = compose(parsed.value.outline, quarterOne({ "1/1": 5 }));
    expect(narrative.sections.map(({ number, heading }) => `${number}. ${heading}`)).toEqual(["I. KẾT QUẢ"]);
    expect(printed(narrative, "all")).toEqual(["- Đã có 05 văn bản chỉ đạo CCHC."]);
  });

  test.each([
    ["a base that is none", { from: "periodci" }, "from: không có đề cương periodci"],
    [
      "a sentence that is not there",
      { sentences: { "management.9.1": { text: "A." } } },
      "sentences.management.9.1: periodic không có câu management.9.1",
    ],
    [
      "a section that is not there",
      { sections: [{ id: "all", level: 1, heading: "A", take: ["managment"] }] },
      "sections.all.take: đề cương gốc không có mục managment",
    ],
    [
      "a name that nothing declares",
      { sentences: { "management.1.1": { text: "Đã có {directivs} văn bản." } } },
      "sections.all.paragraphs.1.sentences.1: {directivs} không được khai ở đâu",
    ],
    ["a field that is none", { sectons: [] }, ": không có trường sectons"],
  ])("with %s is refused with the place of the fault", (_, change, fault) => {
    const parsed = parseOutline("xa-a.json", { ...own, ...change });
    const faults = parsed.ok ? [] : parsed.fault.faults.map(({ path, message }) => `${path}: ${message}`);
    expect(faults).toContain(fault);
  });
});

test("every fact of the periodic outline is bound by words of its row, not by its number alone", () => {
  const facts = findOutline("periodic")?.facts ?? {};
  const bare = Object.entries(facts).filter(([, sources]) =>
    sources.some((source) => typeof source === "string"),
  );
  expect(bare).toEqual([]);
});
