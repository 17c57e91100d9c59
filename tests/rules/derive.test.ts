import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import { eachIndicator } from "../../src/forms/indicators.js";
import type { Form, Indicator } from "../../src/forms/schema.js";
import type { Column, Table } from "../../src/forms/table-schema.js";
import { allTables } from "../../src/forms/tables.js";
import { deriveRules, formRules } from "../../src/rules/derive.js";
import { deriveTableRules } from "../../src/rules/tables/derive.js";
import { edition } from "../support/report-data.js";

/** Which rules follow from a declaration. */

const row = (code: string, kind: string, more: object = {}) =>
  ({
    code,
    label: code,
    kind,
    subject: "commune",
    span: "period",
    unit: null,
    optional: false,
    ...more,
  }) as unknown as Indicator;

const form = (...indicators: readonly Indicator[]) =>
  ({ number: 1, title: "a", indicators }) as unknown as Form;

/** `value.type error`, of one row, without those on periods. */
function owed(of: Form, code: string): readonly string[] {
  return formRules(of)
    .filter((rule) => rule.code === code && !rule.id.startsWith("period."))
    .map(({ id, severity }) => `${id} ${severity}`);
}

const READ = ["value.type error", "value.ambiguous warning", "value.text-number info"];
const ASKED = "value.missing warning";

describe("all that an edition's rows owe", () => {
  it.each(editionIds())("is in printed order in %s, what the edition writes out last of its row", (id) => {
    const printed = [...eachIndicator(edition(id))].map(
      ({ form: of, indicator }) => `${of.number}/${indicator.code}`,
    );
    const rules = deriveRules(edition(id));
    const places = rules.map(({ form: of, code }) => printed.indexOf(`${of}/${code}`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const late = rules.filter(({ check }, at) => {
      const next = rules[at + 1];
      const goesOn = next !== undefined && places[at] === places[at + 1];
      return check.kind === "relation" && goesOn && next.check.kind !== "relation";
    });
    expect(late).toEqual([]);
  });
});

describe("what a row owes", () => {
  it.each<[string, Indicator, readonly string[]]>([
    ["a group", row("1", "heading"), ["value.heading info"]],
    ["words", row("1", "text"), ["value.type error", ASKED]],
    ["a count", row("1", "count"), [...READ, "value.negative error", "value.integer error", ASKED]],
    [
      "a count that may stay blank",
      row("1", "count", { optional: true }),
      [...READ, "value.negative error", "value.integer error"],
    ],
    [
      "a count of the province",
      row("1", "count", { subject: "province" }),
      [...READ, "value.negative error", "value.integer error"],
    ],
    [
      "money",
      row("1", "money", { unit: "triệu đồng" }),
      [...READ, "value.negative error", "value.unit warning", ASKED],
    ],
    ["money without a unit", row("1", "money"), [...READ, "value.negative error", ASKED]],
    [
      "money in đồng",
      row("1", "money", { unit: "đồng" }),
      [...READ, "value.negative error", "value.unit warning", ASKED],
    ],
    [
      "a per cent of nothing here",
      row("1", "ratio", { unit: "%" }),
      [...READ, "value.percent-range error", "value.fraction warning", ASKED],
    ],
    [
      "a choice",
      row("1", "choice", { choices: [{ value: 0, label: "a" }] }),
      [...READ, "value.choice error", ASKED],
    ],
  ])("%s", (_, indicator, expected) => {
    expect(owed(form(indicator), "1")).toEqual(expected);
  });

  it("a ratio is checked and asked for by its parts; its part stays within its whole", () => {
    const of = form(
      row("1", "ratio", { ratio: { numerator: "1.2", denominator: "1.1" } }),
      row("1.1", "count"),
      row("1.2", "count"),
      row("2", "ratio", { reduction: { from: "2.1", to: "2.2" } }),
      row("2.1", "count"),
      row("2.2", "count"),
    );
    const ratio = [
      "value.percent-range error",
      "ratio.mismatch error",
      "ratio.undefined warning",
      "ratio.missing warning",
    ];
    expect(owed(of, "1")).toEqual([...READ, ...ratio]);
    expect(owed(of, "2")).toEqual([...READ, ...ratio]);
    const count = [...READ, "value.negative error", "value.integer error", ASKED];
    expect(["1.1", "2.1"].map((code) => owed(of, code))).toEqual([count, count]);
    expect(["1.2", "2.2"].map((code) => owed(of, code))).toEqual([
      [...count, "part.exceeds error"],
      [...count, "part.exceeds error"],
    ]);
    expect(formRules(of).filter(({ check }) => check.kind === "ratio")).toMatchObject([
      { inputs: ["1/1", "1/1.2", "1/1.1"], check: { of: { kind: "share" } } },
      { inputs: ["1/2", "1/2.2", "1/2.1"], check: { of: { kind: "reduction" } } },
    ]);
  });

  it("a total equals its parts or holds them, and each part stays within it, once", () => {
    const of = form(
      row("1", "count", { parts: { codes: ["1.1", "1.2"], relation: "equal" } }),
      row("1.1", "count", { atMost: "1" }),
      row("1.2", "count"),
      row("2", "money", { unit: "tỷ đồng", parts: { codes: ["2.1"], relation: "at-most" } }),
      row("2.1", "money", { atMost: "1" }),
      row("3", "count"),
    );
    const among = (code: string) =>
      formRules(of).flatMap((rule) =>
        rule.code === code && /^(total|part)/.test(rule.id) ? [`${rule.id} ${rule.inputs.join(" ")}`] : [],
      );
    expect(among("1")).toEqual(["total.mismatch 1/1 1/1.1 1/1.2"]);
    expect(among("1.1")).toEqual(["part.exceeds 1/1.1 1/1"]);
    expect(among("1.2")).toEqual(["part.exceeds 1/1.2 1/1"]);
    expect(among("2")).toEqual(["part.exceeds 1/2 1/2.1"]);
    expect(among("2.1")).toEqual(["part.exceeds 1/2.1 1/2", "part.exceeds 1/2.1 1/1"]);
    expect(among("3")).toEqual([]);
  });

  it.each<[string, number | null]>([
    ["tỷ đồng", 1e9],
    ["Tỉ đồng", 1e9],
    ["triệu đồng", 1e6],
    ["Triệu VND", 1e6],
    ["nghìn đồng", 1e3],
    ["ngàn đồng", 1e3],
    ["đồng", 1],
    ["USD", null],
  ])("money in %s is so many đồng: %s", (unit, factor) => {
    const rules = formRules(form(row("1", "money", { unit })));
    const found = rules.flatMap(({ check }) =>
      check.kind === "unit-size" ? [[check.unit, check.factor, check.least]] : [],
    );
    expect(found).toEqual(factor === null ? [] : [[unit, factor, null]]);
  });

  it("what was done of a plan has the plan's unit where the print leaves it out", () => {
    const of = form(
      row("1", "ratio", { unit: "%", ratio: { numerator: "1.2", denominator: "1.1" } }),
      row("1.1", "money", { unit: "triệu đồng" }),
      row("1.2", "money"),
      row("1.3", "money"),
      row("1.4", "heading"),
    );
    const units = formRules(of).flatMap(({ code, check }) =>
      check.kind === "unit-size" ? [`${code} ${check.unit}`] : [],
    );
    expect(units).toEqual(["1.1 triệu đồng", "1.2 triệu đồng"]);
  });
});

describe("what a row owes to the earlier period", () => {
  const owed = (kind: string, span: string) =>
    formRules(form(row("1", kind, { span }))).flatMap((rule) =>
      rule.id.startsWith("period.")
        ? [`${rule.id} ${rule.severity} ${"counts" in rule.check ? rule.check.counts : ""}`]
        : [],
    );

  it.each<[string, string, readonly string[]]>([
    ["count", "cumulative", ["period.decrease warning since-new-year", "period.outlier info "]],
    ["money", "period", ["period.decrease warning in-window", "period.outlier info "]],
    ["count", "moment", ["period.outlier info "]],
    ["ratio", "cumulative", []],
    ["text", "period", []],
  ])("a %s over a %s", (kind, span, expected) => {
    expect(owed(kind, span)).toEqual(expected);
  });
});

describe("what a column owes", () => {
  const column = (more: object) =>
    ({ id: "c", path: ["C"], required: false, total: "none", ...more }) as unknown as Column;
  const rules = (...columns: readonly Column[]) =>
    deriveTableRules({ id: "t", columns, agrees: [], rules: [], sheet: "T" } as unknown as Table)
      .filter((rule) => rule.column === "c")
      .map(({ id, severity, check }) => `${id} ${severity} ${check.kind}`);
  const READABLE = "value.type error readable";
  const NUMBER = [READABLE, "value.ambiguous warning one-reading", "value.text-number info stored-as-number"];

  it.each<[string, object, readonly string[]]>([
    ["its number in the list", { kind: "text", role: "order" }, []],
    ["words", { kind: "text", role: "label" }, [READABLE]],
    [
      "words that are asked for",
      { kind: "text", required: true },
      [READABLE, "value.missing warning filled"],
    ],
    ["a day", { kind: "date" }, [READABLE]],
    ["a word of a list", { kind: "choice", choices: ["a"] }, [READABLE, "value.choice warning listed"]],
    [
      "a count",
      { kind: "count" },
      [...NUMBER, "value.negative error not-negative", "value.integer error whole"],
    ],
    [
      "a per cent",
      { kind: "percent" },
      [...NUMBER, "value.percent-range error percent-range", "value.fraction warning not-fraction"],
    ],
    [
      "a per cent of a plan",
      { kind: "percent", unbounded: true },
      [...NUMBER, "value.negative error not-negative"],
    ],
    [
      "money",
      { kind: "money", unit: "đồng" },
      [...NUMBER, "value.negative error not-negative", "value.unit warning unit-size"],
    ],
    [
      "money of a size",
      { kind: "money", unit: "đồng", least: 1e6 },
      [...NUMBER, "value.negative error not-negative", "value.unit warning unit-size"],
    ],
    [
      "a count that is added up and worked out",
      { kind: "count", total: "sum", formula: { kind: "sum", of: ["a", "b"] } },
      [
        ...[
          ...NUMBER,
          "value.negative error not-negative",
          "value.integer error whole",
          "value.missing warning computed",
        ],
        ...["total.mismatch error column-total", "total.mismatch error sum"],
      ],
    ],
    [
      "a difference with a second sum",
      {
        kind: "count",
        formula: { kind: "difference", of: "a", minus: ["b"] },
        check: { kind: "sum", of: ["d"] },
      },
      [
        ...[
          ...NUMBER,
          "value.negative error not-negative",
          "value.integer error whole",
          "value.missing warning computed",
        ],
        ...["total.mismatch error difference", "total.mismatch error sum"],
      ],
    ],
    [
      "a count within another, over others",
      { kind: "count", atMost: ["a"], covers: [{ of: ["b", "d"], severity: "error" }] },
      [
        ...[...NUMBER, "value.negative error not-negative", "value.integer error whole"],
        ...["part.exceeds error within", "part.exceeds error sum-within"],
      ],
    ],
    [
      "a count within two others, over two groups, of which one makes it up",
      {
        kind: "count",
        atMost: ["a", "e"],
        covers: [
          { of: ["b", "d"], severity: "error", fully: "warning" },
          { of: ["f"], severity: "warning" },
        ],
      },
      [
        ...[...NUMBER, "value.negative error not-negative", "value.integer error whole"],
        ...["part.exceeds error within", "part.exceeds error within"],
        ...[
          "part.exceeds error sum-within",
          "total.mismatch warning sum-reaches",
          "part.exceeds warning sum-within",
        ],
      ],
    ],
    [
      "a share",
      { kind: "percent", formula: { kind: "ratio", numerator: ["a"], denominator: ["b", "d"] } },
      [
        ...[...NUMBER, "value.percent-range error percent-range"],
        ...[
          "ratio.mismatch error ratio",
          "ratio.undefined warning ratio-undefined",
          "ratio.missing warning ratio-filled",
        ],
      ],
    ],
  ])("%s", (_, of, expected) => {
    expect(rules(column(of))).toEqual(expected);
  });

  it("to other tables and to words: the column that is named, and no other", () => {
    const at = (id: string, kind: string) => {
      const table = allTables().find((one) => one.id === id);
      const rules = table === undefined ? [] : deriveTableRules(table);
      return rules
        .filter(({ check }) => check.kind === kind)
        .map(({ column, severity }) => `${column} ${severity}`);
    };
    expect(at("task-progress", "said-beside")).toEqual(Array(3).fill("completion warning"));
    expect(at("digitisation", "agrees")).toEqual(["received error", "resolved error"]);
    // Two columns are added up; the first of them carries the finding.
    expect(at("online-services", "agrees")).toEqual(["dossiers-3-online warning", "dossiers-all warning"]);
    expect(at("staff", "agrees")).toEqual([]);
  });

  it("of a register: its number, issuer and date", () => {
    const register = allTables().find(({ id }) => id === "documents");
    const of = (id: string) =>
      (register === undefined ? [] : deriveTableRules(register))
        .filter((rule) => rule.column === id && !/^value\.(type|missing|choice)$/.test(rule.id))
        .map((rule) => `${rule.id} ${rule.severity} ${rule.check.kind}`);
    expect(of("number")).toEqual(["value.duplicate error number-once", "value.far info number-in-reach"]);
    expect(of("issuer")).toEqual(["value.duplicate warning one-issuer"]);
    expect(of("date")).toEqual([
      ...["value.order warning date-order", "period.window warning in-window"],
      ...["value.weekend info working-day", "value.year info year-in-subject"],
    ]);
    expect(of("subject")).toEqual([]);
  });
});
