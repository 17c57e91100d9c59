import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { findTable } from "../../../src/forms/tables.js";
import type { Report } from "../../../src/report/report.js";
import {
  type Evaluation,
  evaluate,
  findingsOf,
  reevaluate,
  ruleSetOf,
  summarize,
} from "../../../src/rules/evaluate.js";
import { toSerial } from "../../../src/values/day.js";
import type { TableRowValues } from "../../support/chance.js";
import { buildTable } from "../../support/consistent.js";
import { smallEdition, smallReport, smallTable } from "../../support/small-edition.js";

/**
 * Long tables under many edits in a row, each read anew: what is kept from one evaluation to the next tells
 * what a full one tells.
 */

const edition = smallEdition([{ code: "1" }, { code: "2" }, { code: "3" }], {
  tables: [
    {
      id: "documents",
      feeds: [{ columns: ["number"], from: { countInWindow: "date" }, to: { form: 1, code: "1" } }],
    },
    {
      id: "small",
      feeds: [
        { columns: ["done"], from: "total", to: { form: 1, code: "2" } },
        { columns: ["a"], from: { rows: ["một"] }, to: { form: 1, code: "3" } },
      ],
    },
  ],
  rules: [
    {
      ...{ name: "second-row", operator: ">=", severity: "error", says: "Vì thế." },
      ...{ left: { sum: ["1/3"] }, right: { sum: [{ table: "small", columns: ["all"], rows: ["hai"] }] } },
    },
  ],
});
/** Always the same ones, so that every rule is sure to be broken by some. */
const DRAWN = { numRuns: 40, seed: 3 };

const set = ruleSetOf(edition);
const blank = smallReport(edition, { "1/1": 40, "1/2": 50, "1/3": 12 });

/** Steps through reports one by one; the rules that were broken in some step. */
function stepThrough(reports: readonly Report[]): ReadonlySet<string> {
  const told = new Set<string>();
  let evaluation: Evaluation | null = null;
  for (const report of reports) {
    const context = { report, earlier: null };
    const fresh: Evaluation = evaluate(set, context);
    evaluation = evaluation === null ? fresh : reevaluate(evaluation, context, []);
    const findings = findingsOf(evaluation);
    expect(findings).toEqual(findingsOf(fresh));
    expect(summarize(evaluation, findings)).toEqual(summarize(fresh, findings));
    for (const { rule } of findings) told.add(rule);
  }
  return told;
}

const at = { at: fc.nat() };

describe("a long register", () => {
  const table = findTable("documents");
  if (table === null) throw new Error("no register");

  interface Book {
    readonly rows: readonly (TableRowValues | null)[];
    readonly from: number;
    readonly to: number;
    readonly organization: string;
  }

  const start = toSerial({ year: 2023, month: 1, day: 2 });
  const types = fc.constantFrom("Kế hoạch", "Báo cáo", "Công văn", "Quyết định", "Nghị quyết");
  const issuers = fc.constantFrom("", "UBND xã A", "Đảng ủy");
  /** Numbers and dates rise together, but for some. */
  const register = fc
    .array(
      fc.record({
        type: types,
        issuer: issuers,
        off: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.integer({ min: -60, max: 60 })),
      }),
      { minLength: 30, maxLength: 120 },
    )
    .map((documents) =>
      documents.map(({ type, issuer, off }, index) => ({
        ...{ type, issuer, number: index + 1, symbol: "UBND" },
        ...{ date: start + 2 * index + off, subject: "Kế hoạch năm 2023" },
      })),
    );
  const edit = fc.oneof(
    fc.record({
      kind: fc.constant("number" as const),
      ...at,
      to: fc.oneof(
        fc.integer({ min: 1, max: 130 }),
        fc.constantFrom("8a", "08", 5000, 6000, 7000, "", "số 3"),
      ),
    }),
    fc.record({
      kind: fc.constant("date" as const),
      ...at,
      to: fc.oneof(
        fc.integer({ min: 0, max: 300 }).map((days) => start + days),
        fc.constantFrom(start - 3653, "03/7/2023", "nay", ""),
      ),
    }),
    fc.record({ kind: fc.constant("type" as const), ...at, to: types }),
    fc.record({ kind: fc.constant("issuer" as const), ...at, to: issuers }),
    fc.record({ kind: fc.constant("symbol" as const), ...at, to: fc.constantFrom("UBND", "HĐND", "") }),
    fc.record({
      kind: fc.constant("subject" as const),
      ...at,
      to: fc.constantFrom("Kế hoạch năm 2022", "Kế hoạch năm 2023", ""),
    }),
    fc.record({ kind: fc.constant("copied" as const), ...at, to: fc.nat() }),
    fc.record({ kind: fc.constant("inserted" as const), ...at, to: fc.nat() }),
    fc.record({ kind: fc.constant("deleted" as const), ...at, to: fc.boolean() }),
    fc.record({ kind: fc.constant("emptied" as const), ...at, to: fc.constant(20) }),
    fc.record({ kind: fc.constant("from" as const), ...at, to: fc.integer({ min: -5, max: 60 }) }),
    fc.record({ kind: fc.constant("office" as const), ...at, to: fc.constantFrom("UBND xã A", "UBND xã B") }),
  );
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

  function edited(book: Book, one: Edit): Book {
    const { rows } = book;
    const place = one.at % Math.max(1, rows.length);
    const row = rows[place] ?? null;
    switch (one.kind) {
      case "from":
        return { ...book, from: start + one.to };
      case "office":
        return { ...book, organization: one.to };
      case "inserted":
        return { ...book, rows: rows.toSpliced(place, 0, rows[one.to % Math.max(1, rows.length)] ?? null) };
      case "copied":
        return { ...book, rows: rows.with(place, rows[one.to % rows.length] ?? null) };
      case "deleted":
        // The whole row, or what stands in it.
        return { ...book, rows: one.to ? rows.toSpliced(place, 1) : rows.with(place, null) };
      case "emptied":
        // Many at once.
        return {
          ...book,
          rows: rows.toSpliced(place, one.to, ...Array.from({ length: one.to }, () => null)),
        };
      default: {
        const { [one.kind]: _, ...others } = row ?? {};
        return {
          ...book,
          rows: rows.with(place, one.to === "" ? others : { ...others, [one.kind]: one.to }),
        };
      }
    }
  }

  function reportOf({ rows, from, to, organization }: Book): Report {
    const built = buildTable(
      table as NonNullable<typeof table>,
      rows.map((row) => row ?? {}),
    );
    const filled = built.rows.filter(({ row }) => Object.keys(rows[row - 1] ?? {}).length > 0);
    const day = (serial: number) => {
      const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    };
    return {
      ...blank,
      info: { ...blank.info, from: day(from), to: day(to), organization },
      tables: new Map([["documents", { ...built, rows: filled }]]),
    };
  }

  it("tells after each of many edits what a full evaluation tells", () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(register, fc.array(edit, { minLength: 5, maxLength: 25 }), (rows, edits) => {
        let book: Book = { rows, from: start, to: start + 250, organization: "UBND xã A" };
        const reports = [reportOf(book)];
        for (const one of edits) {
          book = edited(book, one);
          reports.push(reportOf(book));
        }
        for (const rule of stepThrough(reports)) told.add(rule);
      }),
      DRAWN,
    );
    const every = [
      "value.duplicate",
      "value.order",
      "value.far",
      "value.weekend",
      "value.year",
      "period.window",
    ];
    expect([...told]).toEqual(expect.arrayContaining(every));
  });
});

describe("a long table of amounts", () => {
  const sum = { total: "sum" } as const;
  const table = smallTable([
    { id: "all", ...sum, formula: { kind: "sum", of: ["a", "b"] } },
    { id: "a", ...sum },
    { id: "b", ...sum },
    { id: "done", ...sum, atMost: ["all"] },
  ]);
  const amount = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom("", "x", 0.5));
  const words: fc.Arbitrary<string> = fc.constantFrom("một", "hai", "ba", "bốn", "Tổng", "");
  const row = fc.record({ name: words, a: amount, b: amount, done: amount });
  const edit = fc.oneof(
    fc.record({ kind: fc.constantFrom("a" as const, "b" as const, "done" as const), ...at, to: amount }),
    fc.record({ kind: fc.constant("name" as const), ...at, to: words }),
    fc.record({ kind: fc.constant("copied" as const), ...at, to: fc.nat() }),
    fc.record({ kind: fc.constant("inserted" as const), ...at, to: fc.nat() }),
    fc.record({ kind: fc.constant("deleted" as const), ...at, to: fc.nat() }),
    fc.record({ kind: fc.constant("summed" as const), ...at, to: fc.nat() }),
  );
  type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;
  type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

  function edited(rows: readonly Row[], one: Edit): readonly Row[] {
    const place = one.at % Math.max(1, rows.length);
    const known = rows[place] ?? { name: "", a: "", b: "", done: "" };
    const other =
      typeof one.to === "number" ? rows[Math.floor(one.to) % Math.max(1, rows.length)] : undefined;
    switch (one.kind) {
      case "copied":
        return rows.length === 0 ? rows : rows.with(place, other ?? known);
      case "inserted":
        return rows.toSpliced(place, 0, other ?? known);
      case "deleted":
        return rows.toSpliced(place, 1);
      case "summed": {
        const total = (of: "a" | "b" | "done") =>
          rows.reduce((all, { [of]: number }) => all + (typeof number === "number" ? number : 0), 0);
        return [...rows, { name: "gồm", a: total("a"), b: total("b"), done: total("done") }];
      }
      default:
        return rows.length === 0 ? rows : rows.with(place, { ...known, [one.kind]: one.to });
    }
  }

  const reportOf = (rows: readonly Row[], formulas: boolean, stated: number | null): Report => {
    const typed = rows.map((one) =>
      Object.fromEntries(Object.entries(one).filter(([, value]) => value !== "")),
    );
    const built = buildTable(table, typed, formulas);
    const known = built.total?.get("done");
    if (stated === null || known === undefined) {
      return { ...blank, tables: new Map([["small", built]]) };
    }
    const cell = { value: stated, format: "General", formula: "" };
    const reading = { kind: "number", value: stated, decimals: 0, typed: null, alternative: null } as const;
    const total = new Map(built.total).set("done", { ...known, cell, reading });
    return { ...blank, tables: new Map([["small", { ...built, total }]]) };
  };

  it("tells after each of many edits what a full evaluation tells", () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 4, maxLength: 60 }),
        fc.array(edit, { minLength: 5, maxLength: 25 }),
        fc.boolean(),
        fc.option(fc.integer({ min: 0, max: 40 })),
        (start, edits, formulas, stated) => {
          let rows = start as readonly Row[];
          const reports = [reportOf(rows, formulas, stated)];
          for (const one of edits) {
            rows = edited(rows, one);
            reports.push(reportOf(rows, formulas, stated));
          }
          for (const rule of stepThrough(reports)) told.add(rule);
        },
      ),
      DRAWN,
    );
    const every = [
      "row.total",
      "row.repeated",
      "part.exceeds",
      "cross.mismatch",
      "total.mismatch",
      "value.type",
    ];
    expect([...told]).toEqual(expect.arrayContaining(every));
  });
});
