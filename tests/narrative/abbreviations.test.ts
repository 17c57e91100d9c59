import { expect, test } from "@jest/globals";
import { withAbbreviations } from "../../src/narrative/abbreviations.js";
import { paragraphText, type Section } from "../../src/narrative/section.js";

const SHORT = { HĐND: "Hội đồng nhân dân", TTHC: "thủ tục hành chính" };

function sections(...lines: readonly (readonly [heading: string, text: string])[]): readonly Section[] {
  return lines.map(([heading, text], index) => ({
    id: `s${index}`,
    level: 1,
    number: "I",
    heading,
    paragraphs: [{ origin: "composed", bullet: "dash", runs: [{ text, fact: null }] }],
  }));
}

function texts(made: readonly Section[]): readonly string[] {
  return made.flatMap(({ paragraphs }) => paragraphs.map(paragraphText));
}

test("an abbreviation is written out where it is first used, and only there", () => {
  const made = withAbbreviations(
    sections(["Thể chế", "Trong kỳ, HĐND đã họp."], ["Thủ tục", "HĐND giao 02 TTHC."], ["Khác", "TTHC mới."]),
    SHORT,
    "UBND xã",
  );
  expect(texts(made)).toEqual([
    "Trong kỳ, Hội đồng nhân dân (HĐND) đã họp.",
    "HĐND giao 02 thủ tục hành chính (TTHC).",
    "TTHC mới.",
  ]);
});

test("a heading that holds it has introduced it; at the beginning of a sentence it takes a capital", () => {
  expect(
    texts(withAbbreviations(sections(["Cải cách thủ tục hành chính (TTHC)", "TTHC mới."]), SHORT, "")),
  ).toEqual(["TTHC mới."]);
  expect(texts(withAbbreviations(sections(["Khác", "TTHC mới."]), SHORT, ""))).toEqual([
    "Thủ tục hành chính (TTHC) mới.",
  ]);
});

test("words of cells, her own text and the office's own name stay as they are", () => {
  const [section] = sections(["Khác", "Đã có TTHC."]);
  if (section === undefined) throw new Error("no section");
  const cell = { sheet: "A", row: 1, column: 1 };
  const quoted: Section = {
    ...section,
    paragraphs: [
      { origin: "composed", bullet: "dash", runs: [{ text: "về TTHC", fact: null, cell }] },
      { origin: "own", bullet: "plain", runs: [{ text: "TTHC của xã.", fact: null }] },
    ],
  };
  expect(texts(withAbbreviations([quoted], SHORT, ""))).toEqual(["về TTHC", "TTHC của xã."]);
  expect(texts(withAbbreviations([section], SHORT, "Trung tâm TTHC"))).toEqual(["Đã có TTHC."]);
});
