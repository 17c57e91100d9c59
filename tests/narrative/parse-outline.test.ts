import { describe, expect, test } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import { findEdition } from "../../src/forms/library.js";
import { parseCondition } from "../../src/narrative/condition.js";
import { defaultOutline, findOutline, outlineJson } from "../../src/narrative/library.js";
import { outlineIds } from "../../src/narrative/own-text-places.js";
import { parseOutline } from "../../src/narrative/parse-outline.js";

const sound = {
  id: "small",
  name: "Đề cương thử",
  facts: {
    done: [{ row: "1/2.2", says: "hoàn thành" }],
    planned: [{ row: "1/2.1", says: "đề ra" }],
  },
  framing: {
    subject: { text: "Kết quả" },
    dataWindow: { text: "(Đến ngày {to})" },
    opening: { text: "Như sau:" },
    closing: { text: "Hết./." },
  },
  sections: [
    {
      id: "plan",
      level: 1,
      heading: "Kế hoạch {nextPeriod}",
      paragraphs: [{ sentences: [{ text: "Xong {done}[ trên {planned}].", when: ["done > 0"] }] }],
    },
  ],
};

type Change = (outline: ReturnType<typeof structuredClone<typeof sound>>) => unknown;

function faultsAfter(change: Change): readonly string[] {
  const outline = structuredClone(sound);
  const parsed = parseOutline("small.json", change(outline) ?? outline);
  return parsed.ok ? [] : parsed.fault.faults.map(({ path, message }) => `${path}: ${message}`);
}

function sentence(text: string, when: readonly string[] = ["done > 0"]): Change {
  return (outline) => ({
    ...outline,
    sections: outline.sections.map((section) => ({
      ...section,
      paragraphs: [{ sentences: [{ text, when }, { text: "{done} {planned}" }] }],
    })),
  });
}

test("the outlines that come with the program are sound, and every edition finds its own", () => {
  expect(outlineIds()).toEqual(["periodic", "summary", "own-text", "multi-year", "inspection"]);
  for (const id of outlineIds()) {
    const parsed = parseOutline(`${id}.json`, outlineJson(id));
    expect(parsed.ok ? parsed.value.outline : parsed.fault).toEqual(findOutline(id));
  }
  expect(findOutline("toString")).toBeNull();
  for (const id of editionIds()) {
    const edition = findEdition(id);
    expect(edition !== null && defaultOutline(edition).id).toBe(edition?.outlines[0]);
  }
});

describe("an unsound outline is refused with every fault and its place", () => {
  test("a sound one has none", () => expect(faultsAfter(() => undefined)).toEqual([]));

  const at = "sections.plan.paragraphs.1.sentences.1: ";
  test.each<[string, Change, string]>([
    ["an unknown field", (o) => ({ ...o, colour: 1 }), ": không có trường colour"],
    ["no sections", (o) => ({ ...o, sections: [] }), "sections: không được để trống"],
    [
      "a row that is none",
      (o) => ({ ...o, facts: { ...o.facts, done: ["2.2"] } }),
      "facts.done.1: chỉ tiêu dạng 3/3.3.1",
    ],
    [
      "a level that is none",
      (o) => ({ ...o, sections: [{ ...o.sections[0], level: 5 }] }),
      "sections.plan.level: thiếu hoặc sai dạng",
    ],
    [
      "a level left out",
      (o) => ({ ...o, sections: [...o.sections, { id: "b", level: 3, heading: "B" }] }),
      "sections.b: mục cấp 3 đứng ngay sau mục cấp 1",
    ],
    [
      "one id twice",
      (o) => ({ ...o, sections: [...o.sections, ...o.sections] }),
      "sections.plan: hai mục cùng mã plan",
    ],
    ["a name nobody declared", sentence("Xong {dnoe}."), `${at}{dnoe} không được khai ở đâu`],
    ["a brace left open", sentence("Xong {done."), `${at}câu không đúng cú pháp ICU`],
    [
      "a number that loses its source",
      sentence("Xong {done, number}."),
      `${at}chỉ dùng {tên}, plural và select`,
    ],
    [
      "a pound that loses its source",
      sentence("{done, plural, other {# việc}}"),
      `${at}chỉ dùng {tên}, plural và select`,
    ],
    ["a clause left open", sentence("Xong {done}[ trên {planned}."), `${at}ngoặc vuông không thành cặp`],
    [
      "a clause that names nothing",
      sentence("Xong {done}[ rồi]."),
      `${at}phần trong ngoặc vuông không nêu chỉ tiêu nào`,
    ],
    [
      "a condition that says nothing",
      sentence("Xong {done}.", ["done is big"]),
      `${at}điều kiện "done is big" không hiểu được`,
    ],
    [
      "a condition on an unknown fact",
      sentence("Xong {done}.", ["done < lpan"]),
      `${at}điều kiện "done < lpan": lpan không được khai ở đâu`,
    ],
    [
      "a condition on an unknown period",
      sentence("Xong {done}.", ["period is month"]),
      `${at}điều kiện "period is month": không có kỳ month`,
    ],
    ["decomposed letters", sentence("Đã xong {done} việc".normalize("NFD")), `${at}câu chưa ở dạng NFC`],
    [
      "a row bound by its number alone",
      (o) => ({ ...o, facts: { ...o.facts, done: ["1/2.2"] } }),
      'facts.done: dòng 1/2.2 ghi kèm chữ của dòng: {"row": "1/2.2", "says": "..."}; bộ biểu mẫu khác có thể có dòng khác mang số này',
    ],
    [
      "a fact that nobody tells",
      (o) => ({ ...o, facts: { ...o.facts, late: [{ row: "1/4.3", says: "quá hạn" }] } }),
      "late: late được khai nhưng không câu nào dùng",
    ],
    [
      "a fact named like a word",
      (o) => ({ ...o, facts: { ...o.facts, year: [{ row: "1/4.3", says: "quá hạn" }] } }),
      "year: tên year đã dùng cho thứ khác",
    ],
    [
      "a remainder of nothing",
      (o) => ({ ...o, remainders: { open: { from: "planned", less: ["dnoe"] } } }),
      "remainders.open: dnoe không có trong facts",
    ],
    [
      "a heading that a report may not fill",
      (o) => ({ ...o, sections: [{ ...o.sections[0], heading: "Đến {to}" }] }),
      "sections.plan: tiêu đề dùng {to}",
    ],
    [
      "a place without a fixed heading",
      (o) => ({ ...o, sections: [{ ...o.sections[0], ownText: { prompt: "Ghi thêm" } }] }),
      "sections.plan: ownText cần heading riêng",
    ],
  ])("%s", (_, change, fault) => {
    expect(faultsAfter(change)).toContainEqual(expect.stringContaining(fault));
  });

  test.each([null, [], "x", 3])("%j is no outline", (json) => {
    expect(parseOutline("x.json", json)).toMatchObject({ ok: false, fault: { file: "x.json" } });
  });
});

test.each([
  ["done > 0", { kind: "comparison", left: "done", operator: ">", right: 0 }],
  ["done <= planned", { kind: "comparison", left: "done", operator: "<=", right: "planned" }],
  ["has rate", { kind: "presence", name: "rate", present: true }],
  ["no rate", { kind: "presence", name: "rate", present: false }],
  ["period is year", { kind: "period", period: "year", same: true }],
  ["period is not half-year", { kind: "period", period: "half-year", same: false }],
  ["done >0", null],
  ["0 < done", null],
  ["done = -1", null],
  ["", null],
])("condition %j", (text, condition) => {
  expect(parseCondition(text)).toEqual(condition);
});
