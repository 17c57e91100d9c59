import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compose } from "../../src/narrative/compose.js";
import { doubtsOf } from "../../src/narrative/doubts.js";
import { defaultOutline } from "../../src/narrative/library.js";
import { originKey } from "../../src/narrative/origin.js";
import type { Fact, Narrative, Section } from "../../src/narrative/section.js";
import { paragraphText } from "../../src/narrative/section.js";
import { confirmationFor, isConfirmed } from "../../src/rules/confirm.js";
import { agrees } from "../../src/values/tolerance.js";
import { check } from "../support/check.js";
import { anyForms, anyReport } from "./any-report.js";
import { narrateAccepting, quarterOne } from "./reports.js";

/** Forms alone, and forms with tables and registers. */
const reports = fc.oneof(anyForms, { weight: 3, arbitrary: anyReport });

/** Every cell that a fact rests on; each of the rows that were counted. */
function cellsOf({ origin, derivedFrom }: Fact): readonly string[] {
  if (derivedFrom !== undefined) return derivedFrom.flatMap(cellsOf);
  if (origin.kind !== "rows") return [originKey(origin)];
  const { table, column, rows } = origin;
  return rows.map((row) => originKey({ kind: "cell", table, row, column }));
}

function cellsIn(sections: readonly Section[]): ReadonlySet<string> {
  const runs = sections.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.runs));
  return new Set(runs.flatMap(({ fact }) => (fact === null ? [] : cellsOf(fact))));
}

function sentencesOf(narrative: Narrative): readonly string[] {
  return narrative.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ origin }) => origin === "composed")
    .flatMap((paragraph) => paragraphText(paragraph).split(/(?<=\.) (?=\p{Lu})/u));
}

const COUNT = String.raw`(\d{1,3}(?:\.\d{3})*|\d+)`;
const FRACTION = new RegExp(`${COUNT}/${COUNT}`);
const SHARE = new RegExp(`${COUNT}/${COUNT}[^/;,.]*, (?:đạt|chiếm) (gần |hơn |dưới )?(\\d+(?:,\\d+)?)%`, "g");

function parsed(text: string): number {
  return Number(text.replaceAll(".", "").replace(",", "."));
}

describe("whatever the cells hold", () => {
  test("a share agrees with the fraction beside it, and is 100 or 0 only where nothing is left out", () => {
    fc.assert(
      fc.property(reports, (report) => {
        for (const sentence of sentencesOf(narrateAccepting(report))) {
          for (const [, part = "", whole = "", about, shown = ""] of sentence.matchAll(SHARE)) {
            const exact = (100 * parsed(part)) / parsed(whole);
            const decimals = shown.split(",")[1]?.length ?? 0;
            if (about === undefined) {
              expect([sentence, agrees(parsed(shown), exact, decimals)]).toEqual([sentence, true]);
              expect(shown === "100").toBe(exact === 100);
              expect(shown === "0").toBe(exact === 0);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("no word for all of them stands beside a fraction with a remainder", () => {
    fc.assert(
      fc.property(reports, (report) => {
        for (const sentence of sentencesOf(narrateAccepting(report))) {
          if (!/toàn bộ|(?<!\p{L})đều(?!\p{L})|có mặt đủ/iu.test(sentence)) continue;
          const [, part, whole] = FRACTION.exec(sentence) ?? [];
          expect([sentence, part]).toEqual([sentence, whole]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("no sentence of a clean copy rests on a cell in error, and what is left out is listed", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const doubts = doubtsOf(check(report).findings);
        const outline = defaultOutline(report.edition);
        const clean = compose(outline, report, { doubts, clean: true });
        for (const cell of cellsIn(clean.sections)) expect([cell, doubts.has(cell)]).toEqual([cell, false]);
        const draft = compose(outline, report, { doubts });
        const marked = draft.sections
          .flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.runs))
          .filter(({ mark }) => mark === "note");
        expect(marked).toHaveLength(draft.doubtful.length);
        expect(clean.doubtful.map(({ sentence }) => sentence)).toEqual(
          draft.doubtful.map(({ sentence }) => sentence),
        );
      }),
      { numRuns: 25 },
    );
  });

  test("no fact is praised under the strengths and regretted under the limits", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const { sections } = narrateAccepting(report);
        const side = (id: string) => cellsIn(sections.filter((section) => section.id === id));
        const limits = side("limits");
        expect([...side("strengths")].filter((cell) => limits.has(cell))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a sentence on a cell in error", () => {
  const report = quarterOne({ "3/1.4": 139, "3/1.4.3": 157 });
  const findings = check(report).findings;
  const wrong = findings.find(({ rule }) => rule === "part.exceeds");

  test("stands marked in a draft, with what is wrong beside it", () => {
    const narrative = compose(defaultOutline(report.edition), report, { doubts: doubtsOf(findings) });
    expect(narrative.doubtful.map(({ text }) => text)).toEqual([
      "Tổng số TTHC thuộc thẩm quyền giải quyết tại địa phương là 139 thủ tục.",
      "Số TTHC cấp xã được thống kê là 157 thủ tục.",
    ]);
    expect(narrative.doubtful[1]?.findings).toContain(wrong);
  });

  test("is a sentence like any other once the officer has confirmed it", () => {
    const confirmed = {
      ...report,
      confirmations: findings.map((finding) => confirmationFor(finding, "Gồm cả ngành dọc")),
    };
    const doubts = doubtsOf(findings, (finding) => isConfirmed(finding, confirmed));
    expect(compose(defaultOutline(report.edition), confirmed, { doubts }).doubtful).toEqual([]);
  });
});

test("a yearly plan is not late in quarter III: only a year's report regrets what is open", () => {
  const regrets = (period: "quarter-3" | "year") =>
    narrateAccepting(quarterOne({ "1/2.1": 25, "1/2.2": 22 }, { period }))
      .sections.filter(({ id }) => id === "limits")
      .flatMap(({ paragraphs }) => paragraphs.map(paragraphText));
  expect(regrets("quarter-3")).toEqual([]);
  expect(regrets("year")).toEqual(["Kế hoạch CCHC năm 2024 còn 03 nhiệm vụ chưa hoàn thành."]);
});
