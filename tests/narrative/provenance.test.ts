import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { editionIds } from "../../src/forms/catalogue.js";
import { eachIndicator, findIndicator, indicatorKey, isFilled } from "../../src/forms/indicators.js";
import { findEdition } from "../../src/forms/library.js";
import type { Edition } from "../../src/forms/schema.js";
import { untoldIndicators } from "../../src/narrative/coverage.js";
import { factText } from "../../src/narrative/fact-text.js";
import { defaultOutline } from "../../src/narrative/library.js";
import { type Origin, originKey } from "../../src/narrative/origin.js";
import type { Fact, Narrative, Run } from "../../src/narrative/section.js";
import type { Report } from "../../src/report/report.js";
import { shareText } from "../../src/values/share.js";
import { roundHalfUp } from "../../src/values/tolerance.js";
import { formatCount } from "../../src/values/vietnamese-number.js";
import { buildReport, type TypedValues } from "../support/report-builder.js";
import { anyReport } from "./any-report.js";
import { narrate, narrateAccepting, phuongKy, thanhMien } from "./reports.js";

const editions = editionIds()
  .map((id) => findEdition(id))
  .filter((edition) => edition !== null);

/** What an officer may have typed: any row may be blank, zeros are common, choices are choices. */
function typedValues(edition: Edition, blanks: boolean): fc.Arbitrary<TypedValues> {
  const rows = [...eachIndicator(edition)].filter(({ indicator }) => isFilled(indicator));
  const cells = rows.map(({ form, indicator }) => {
    const number =
      indicator.kind === "choice"
        ? fc.constantFrom(...indicator.choices.map((choice) => choice.value))
        : indicator.kind === "ratio"
          ? fc.oneof(
              fc.constantFrom(0, 100),
              fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
            )
          : fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 99_999 }));
    const key = indicatorKey(form.number, indicator.code);
    const entry = number.map((value): readonly (readonly [string, number])[] => [[key, value]]);
    return blanks ? fc.oneof(entry, fc.constant([])) : entry;
  });
  return fc.tuple(...cells).map((entries) => Object.fromEntries(entries.flat()));
}

const reports: fc.Arbitrary<Report> = fc
  .constantFrom(...editions)
  .chain((edition) =>
    typedValues(edition, true).map((values) => buildReport(edition, values, { organization: "UBND xã A" })),
  );

function composedRuns(narrative: Narrative): readonly Run[] {
  return narrative.sections
    .flatMap((section) => section.paragraphs)
    .filter((paragraph) => paragraph.origin === "composed")
    .flatMap((paragraph) => paragraph.runs);
}

/** Digits that name something and count nothing. */
const NAMES = [
  "so với năm 2015",
  "phiên bản 2.0",
  "từ 70% đến dưới 100%",
  "từ 30% đến dưới 70%",
  "từ 10% đến dưới 30%",
];

const PERIODS = ["6 tháng đầu năm 2024", "6 tháng cuối năm 2024", "năm 2024", "năm 2025"];

function withoutNames(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ""), text);
}

/** What a fact is by the cells that it names: its cell's number, or what its derivation makes of them. */
function stated(report: Report, { origin, derivedFrom, derivation }: Fact): number {
  if (derivedFrom === undefined) {
    if (origin.kind === "rows") return origin.rows.length;
    const reading = cellOf(report, origin)?.reading;
    if (reading?.kind !== "number") throw new Error(`${originKey(origin)} states no number`);
    return reading.value;
  }
  const [first = Number.NaN, ...others] = derivedFrom.map((part) => stated(report, part));
  switch (derivation) {
    case "share":
      return roundHalfUp((100 * first) / (others[0] ?? Number.NaN), 2);
    case "sum":
      return others.reduce((sum, value) => sum + value, first);
    default:
      return others.reduce((rest, value) => rest - value, first);
  }
}

/** The cell of a form's row, or of a table's row or total. */
function cellOf(report: Report, origin: Exclude<Origin, { kind: "rows" }>) {
  if (origin.kind === "indicator") return report.values.get(indicatorKey(origin.form, origin.code));
  const table = report.tables.get(origin.table);
  const row = origin.row === null ? table?.total : table?.rows.find((each) => each.row === origin.row)?.cells;
  return row?.get(origin.column);
}

/** The value that a reader takes a number of the text for; null for words about one ("gần 100%"). */
function readBack(text: string): number | null {
  if (!/^\d/.test(text)) return null;
  return Number(text.replace("%", "").replaceAll(".", "").replace(",", "."));
}

describe("every number comes from a cell", () => {
  test.each([
    ["Thanh Miện", thanhMien, ["quý III năm 2023", "ngày 09/9/2023", "năm 2023", "năm 2024"]],
    ["Phượng Kỳ", phuongKy, ["6 tháng đầu năm 2023", "ngày 09/6/2023", "năm 2023"]],
  ])("no digit outside facts, periods and days: %s", (_, report, names) => {
    const plain = composedRuns(narrate(report)).filter(({ fact }) => fact === null);
    expect(plain.filter(({ text }) => /\d/.test(withoutNames(text, names)))).toEqual([]);
  });

  test("whatever the cells hold, a digit belongs to a fact, and the fact is its cell's value as officers write it", () => {
    fc.assert(
      fc.property(reports, (report) => {
        for (const { text, fact } of composedRuns(narrateAccepting(report))) {
          if (fact === null) {
            expect(withoutNames(text, NAMES)).not.toMatch(/\d/);
            continue;
          }
          expect(fact.value).toBe(stated(report, fact));
          const { origin } = fact;
          if (origin.kind !== "indicator") throw new Error(`${originKey(origin)} is no row of a form`);
          expect(fact.address).toEqual(report.values.get(indicatorKey(origin.form, origin.code))?.address);
          const kind = findIndicator(report.edition, origin)?.kind ?? "count";
          if (fact.derivation === "share") {
            const [part = Number.NaN, whole = Number.NaN] = (fact.derivedFrom ?? []).map((of) =>
              stated(report, of),
            );
            expect(text).toBe(shareText(part, whole));
          } else
            expect(text).toBe(
              fact.derivedFrom === undefined ? factText(kind, fact.value) : formatCount(fact.value),
            );
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the same with tables and registers: every number parses back to a cell or to what is made of cells", () => {
    let cells = 0;
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const { text, fact, cell } of composedRuns(narrateAccepting(report))) {
          if (fact === null) {
            // Words of a cell are hers: a document's number, a field's name.
            if (cell === undefined) expect(withoutNames(text, [...NAMES, ...PERIODS])).not.toMatch(/\d/);
            continue;
          }
          if (fact.origin.kind !== "indicator") cells += 1;
          expect([fact.origin, fact.value]).toEqual([fact.origin, stated(report, fact)]);
          if (fact.origin.kind !== "rows") {
            expect(fact.address).toEqual(cellOf(report, fact.origin)?.address);
          }
          const read = readBack(text);
          if (read !== null) expect([text, read]).toEqual([text, roundHalfUp(fact.value, 2)]);
          else expect(text).toMatch(/^(gần 100%|hơn 100%|dưới 0,01%)$/);
        }
      }),
      { numRuns: 40 },
    );
    expect(cells).toBeGreaterThan(100);
  });

  test("a share stands beside nothing but its own fraction, in tables as in forms", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const { text, fact } of composedRuns(narrateAccepting(report))) {
          if (fact?.derivation !== "share") continue;
          const [part = Number.NaN, whole = Number.NaN] = (fact.derivedFrom ?? []).map((of) =>
            stated(report, of),
          );
          expect([part, whole, text]).toEqual([part, whole, shareText(part, whole)]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("a remainder names the rows it is worked out from and the cell it starts from", () => {
    const run = composedRuns(narrateAccepting(thanhMien)).find(
      ({ text, fact }) => text === "03" && fact?.derivation === "remainder",
    );
    expect(run).toEqual({
      text: "03",
      fact: {
        value: 3,
        origin: { kind: "indicator", form: 1, code: "2.1" },
        address: thanhMien.values.get("1/2.1")?.address,
        derivation: "remainder",
        derivedFrom: [
          {
            value: 25,
            origin: { kind: "indicator", form: 1, code: "2.1" },
            address: thanhMien.values.get("1/2.1")?.address,
          },
          {
            value: 22,
            origin: { kind: "indicator", form: 1, code: "2.2" },
            address: thanhMien.values.get("1/2.2")?.address,
          },
        ],
      },
    });
  });

  test("no sentence has a hole where tables and registers are told", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const { paragraphs } of narrateAccepting(report).sections) {
          for (const { runs } of paragraphs) {
            const text = runs.map((run) => run.text).join("");
            expect(text).toMatch(/^[\p{Lu}\d].*[.;:]$/u);
            expect(text).not.toMatch(/ {2}|[{}[\]<>]| [.,;:]|undefined|null|NaN|\(\)|[;:][.;]|:$.*:$/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("no sentence has a hole", () => {
    fc.assert(
      fc.property(reports, (report) => {
        for (const { paragraphs } of narrateAccepting(report).sections) {
          for (const { runs } of paragraphs) {
            const text = runs.map((run) => run.text).join("");
            expect(text).toMatch(/^[\p{Lu}\d].*\.$/u);
            expect(text).not.toMatch(/ {2}|[{}[\]<>]| [.,;:]|undefined|null|NaN|\(\)/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("every filled row is told", () => {
  test.each([
    ["Thanh Miện", thanhMien],
    ["Phượng Kỳ", phuongKy],
  ])("%s", (_, report) => {
    expect(untoldIndicators(defaultOutline(report.edition), report)).toEqual([]);
  });

  test.each(
    editions.map((edition) => [edition.id, edition] as const),
  )("a full report of %s, whatever its numbers", (_, edition) => {
    fc.assert(
      fc.property(typedValues(edition, false), (values) => {
        expect(untoldIndicators(defaultOutline(edition), buildReport(edition, values))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("with blanks, only a 0 whose whole is blank and the form of a survey not said to be held stay untold", () => {
    fc.assert(
      fc.property(reports, (report) => {
        const untold = untoldIndicators(defaultOutline(report.edition), report).filter(({ form, code }) => {
          const reading = report.values.get(indicatorKey(form, code))?.reading;
          return !(form === 1 && code === "5.2") && !(reading?.kind === "number" && reading.value === 0);
        });
        expect(untold).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
