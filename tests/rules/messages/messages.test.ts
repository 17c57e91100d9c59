import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../../src/forms/catalogue.js";
import { findEdition } from "../../../src/forms/library.js";
import { allTables } from "../../../src/forms/tables.js";
import { describeRules } from "../../../src/jobs/describe-rules.js";
import { saysInEnglish } from "../../../src/rules/messages/en/says.js";
import { english } from "../../../src/rules/messages/en/wording.js";
import { vietnamese } from "../../../src/rules/messages/vi/wording.js";
import { describe as say } from "../../../src/rules/messages.js";
import { edition } from "../../support/report-data.js";
import { allSamples } from "./samples.js";

const wordings = [vietnamese, english];
const tuKy = edition("tu-ky-2023");
const editions = editionIds()
  .map((id) => findEdition(id))
  .filter((found) => found !== null);

/** What stands there without what is quoted from the forms and the cells. */
const unquoted = (sentence: string) => sentence.replace(/"[^"]*"/g, '""');
/** Letters that only Vietnamese words have. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

describe("every sentence about a finding", () => {
  const told = allSamples.map(([finding, inVietnamese, inEnglish]) => ({ finding, inVietnamese, inEnglish }));

  it.each(told)("is $inVietnamese", ({ finding, inVietnamese, inEnglish }) => {
    expect([say(finding, tuKy), say(finding, tuKy, english)]).toEqual([inVietnamese, inEnglish]);
  });

  it.each(wordings)("lacks nothing in $language: no parameter, no stop, no space too many", (wording) => {
    for (const [finding] of allSamples) {
      const sentence = say(finding, tuKy, wording);
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\$\{| {2}|\.\.$|""|\n/);
    }
  });

  it("says in English what stands and what was expected, in English numerals", () => {
    for (const [finding] of allSamples) {
      const { actual, expected } = finding;
      const sentence = say(finding, tuKy, english);
      if (finding.rule === "value.ambiguous" || finding.rule === "value.percent-range") continue;
      for (const number of [actual, expected]) {
        if (typeof number === "number")
          expect([sentence, sentence.includes(english.show(number))]).toEqual([sentence, true]);
      }
    }
  });

  it("has no Vietnamese left in English but what is quoted", () => {
    for (const [finding] of allSamples) expect(unquoted(say(finding, tuKy, english))).not.toMatch(VIETNAMESE);
  });
});

describe("the help of every rule of every edition and table", () => {
  it.each(wordings)("is one or more whole sentences in $language", (wording) => {
    for (const one of editions) {
      for (const { help } of describeRules(one, wording)) {
        expect(help).toMatch(/^\S.*[.]$/);
        expect(help).not.toMatch(/undefined|null|NaN|\[object| {2}|""/);
        if (wording === english) expect(unquoted(help)).not.toMatch(VIETNAMESE);
      }
    }
  });
});

describe("what explicit rules say, in English", () => {
  it("is known for every rule of our own editions and tables", () => {
    const said = [
      ...editions.flatMap(({ rules }) => rules ?? []),
      ...allTables().flatMap(({ rules }) => rules),
    ].map(({ says }) => says);
    expect(said.length).toBeGreaterThan(100);
    for (const sentence of said) expect(saysInEnglish(sentence)).not.toContain("The rule says");
  });

  it("is quoted where an authority wrote it", () => {
    expect(saysInEnglish("Tỉnh yêu cầu ghi tỷ lệ.")).toBe('The rule says: "Tỉnh yêu cầu ghi tỷ lệ".');
  });
});
