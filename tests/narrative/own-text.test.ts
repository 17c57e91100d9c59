import { describe, expect, test } from "@jest/globals";
import { findOutline } from "../../src/narrative/library.js";
import { ownParagraphs } from "../../src/narrative/own-text.js";
import { ownTextPlaces } from "../../src/narrative/own-text-places.js";
import { buildReport } from "../support/report-builder.js";
import { narrate, printed, quarterOne } from "./reports.js";

describe("places for the officer's own text", () => {
  const places = ownTextPlaces("periodic");

  test("each has its section's id, a heading that needs no report, and a prompt", () => {
    expect(places.map(({ id }) => id)).toEqual([
      "plan",
      "management",
      "inspection",
      "communication",
      "assigned",
      "survey",
      "institutions",
      "control",
      "publication",
      "one-stop",
      "dossiers",
      "digitisation",
      "petitions",
      "quality",
      "organization",
      "civil-service",
      "finance",
      "infrastructure",
      "platforms",
      "documents",
      "citizens",
      "online",
      "papi",
      "complaints",
      "strengths",
      "limits",
      "causes",
      "duties",
      "proposals",
    ]);
    for (const { heading, prompt } of places) expect(heading + prompt).not.toMatch(/[{}]/);
  });

  test.each([
    "multi-year",
    "inspection",
  ])("of the outline %s, made from another, are each printed once", (id) => {
    const printed = findOutline(id)?.sections.flatMap((section) => section.texts ?? [section.id]) ?? [];
    for (const place of ownTextPlaces(id)) {
      expect([place.id, printed.filter((each) => each === place.id).length]).toEqual([place.id, 1]);
    }
  });

  test.each([
    "periodic",
    "summary",
    "own-text",
  ])("of the outline %s are sections of it, in its order", (id) => {
    const sections = findOutline(id)?.sections.filter(({ ownText }) => ownText !== undefined) ?? [];
    expect(sections.map((section) => section.ownText?.heading ?? section.heading)).toEqual(
      ownTextPlaces(id).map(({ heading }) => heading),
    );
    expect(sections.map((section) => section.id)).toEqual(ownTextPlaces(id).map((place) => place.id));
  });

  test("what she writes follows what was composed, marked as hers", () => {
    const texts = {
      management: "Chỉ đạo cụ thể:\n- Công văn số 5/UBND-VP;\r\n + Phân công {bộ phận} <A>.\n\n",
    };
    const report = buildReport("tu-ky-2023", { "1/1": 5 }, { organization: "UBND xã A" }, texts);
    const section = narrate(report).sections.find(({ id }) => id === "management");
    expect(printed(narrate(report), "management")).toEqual([
      "- Trong kỳ báo cáo, UBND xã đã ban hành 05 văn bản chỉ đạo, quán triệt công tác CCHC.",
      "Chỉ đạo cụ thể:",
      "- Công văn số 5/UBND-VP;",
      "+ Phân công {bộ phận} <A>.",
    ]);
    expect(section?.paragraphs.map(({ origin }) => origin)).toEqual(["composed", "own", "own", "own"]);
  });

  test("her text makes a section stand that has nothing else, numbered in its place", () => {
    const report = buildReport(
      "tu-ky-2023",
      {},
      {},
      { communication: "Đã phát 12 tin, bài.", causes: "Do ..." },
    );
    const narrative = narrate(report);
    const numbered = narrative.sections.map(({ id, number }) => `${number} ${id}`);
    expect(numbered).toContain("4 communication");
    expect(numbered).toContain("3 causes");
    expect(narrative.missing.filter(({ section }) => section === "communication")).toEqual([]);
  });

  test("an empty place is missed only where its section would be empty", () => {
    const missed = narrate(buildReport("tu-ky-2023", { "1/1": 5 })).missing.flatMap((missing) =>
      missing.kind === "own-text" ? [missing.section] : [],
    );
    expect(missed).toContain("communication");
    expect(missed).not.toContain("management");
    expect(missed).toContain("duties");
    expect(missed).not.toContain("papi");
  });
});

test.each([
  ["", []],
  ["  \n - \n*\n", []],
  ["Một dòng", [["plain", "Một dòng"]]],
  ["• Một", [["dash", "Một"]]],
  ["– Hai", [["dash", "Hai"]]],
  ["+ Ba", [["plus", "Ba"]]],
  ["-Bốn", [["plain", "-Bốn"]]],
  ["-5 độ", [["plain", "-5 độ"]]],
])("own text %j", (text, expected) => {
  const paragraphs = ownParagraphs(text).map(({ bullet, runs }) => [
    bullet,
    runs.map((run) => run.text).join(""),
  ]);
  expect(paragraphs).toEqual(expected);
});

describe("where her text stands", () => {
  const COMPOSED =
    "- Trong quý I năm 2024, UBND xã đã ban hành 05 văn bản chỉ đạo, quán triệt công tác CCHC.";
  const narrative = (text: string) =>
    narrate({ ...quarterOne({ "1/1": 5 }), texts: new Map([["management", text]]) });

  test.each([
    ["Đã họp hai lần.", [COMPOSED, "Đã họp hai lần."]],
    ["[Sau] Đã họp hai lần.", [COMPOSED, "Đã họp hai lần."]],
    ["[Trước]\nĐã họp hai lần.", ["Đã họp hai lần.", COMPOSED]],
    ["[thay] Đã họp hai lần.", ["Đã họp hai lần."]],
    ["[Chưa rà soát]\n[Thay] Đã họp hai lần.", ["Đã họp hai lần. [Chưa rà soát]"]],
    ["[Khác] Đã họp.", [COMPOSED, "[Khác] Đã họp."]],
    ["[Thay]", [COMPOSED]],
  ])("%j", (text, lines) => {
    expect(printed(narrative(text), "management")).toEqual(lines);
  });

  test("text of an earlier period is listed until she has read it again", () => {
    expect(narrative("[Chưa rà soát]\nĐã họp.").unreviewed).toEqual(["management"]);
    expect(narrative("[Chưa rà soát]").unreviewed).toEqual([]);
    expect(narrative("Đã họp.").unreviewed).toEqual([]);
  });

  test("a sentence that she replaces is no longer asked for, nor doubted", () => {
    const replaced = narrate({ ...quarterOne({}), texts: new Map([["management", "[Thay] Đã họp."]]) });
    expect(replaced.missing.filter(({ section }) => section === "management")).toEqual([]);
  });
});
