import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { ENGLISH, VIETNAMESE } from "../../src/values/culture.js";
import { type ReadAs, type Reading, readCell } from "../../src/values/reading.js";

const kinds: readonly (readonly [string, ReadAs])[] = [
  ["count", { kind: "count" }],
  ["ratio", { kind: "ratio" }],
  ["money", { kind: "money" }],
  [
    "choice",
    {
      kind: "choice",
      choices: [
        { value: 0, label: "Trực tuyến" },
        { value: 1, label: "Phát phiếu" },
        { value: 2, label: "Kết hợp" },
      ],
    },
  ],
];

/** A reading in the table's words. */
function told(reading: Reading): string {
  switch (reading.kind) {
    case "blank":
      return "_";
    case "text":
      return `"${reading.text}"`;
    case "unreadable":
      return `!${reading.cause}`;
    case "number": {
      const other = reading.alternative === null ? "" : `?${reading.alternative}`;
      return `${reading.value}${other}${reading.percent === true ? "%" : ""}`;
    }
  }
}

interface Row {
  readonly text: string;
  readonly readings: readonly string[];
}

const rows: readonly Row[] = readFileSync("tests/fixtures/odd-inputs.txt", "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [text = "", ...readings] = line.split(" | ").map((part) => part.trim());
    return { text: text.replace(/\\u([0-9a-f]{4})|\\n|\\r/g, unescaped), readings };
  });

function unescaped(mark: string, code: string | undefined): string {
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return mark === "\\n" ? "\n" : "\r";
}

describe("odd inputs", () => {
  it("are more than 500 with the reading that each deserves", () => {
    expect(rows.length).toBeGreaterThan(500);
    expect(new Set(rows.map(({ text }) => text)).size).toBe(rows.length);
    expect(rows.every(({ readings }) => readings.length === kinds.length)).toBe(true);
  });

  it.each(
    kinds.map(([name, kind], column) => ({ name, kind, column })),
  )("read as a $name under three cultures", ({ kind, column }) => {
    const wrong = rows.flatMap(({ text, readings }) => {
      const [deserved = "", vietnamese = deserved] = (readings[column] ?? "").split(" vn:");
      return ([null, VIETNAMESE, ENGLISH] as const).flatMap((culture) => {
        const reading = told(readCell({ value: text, format: "@", formula: "" }, kind, culture));
        const expected = culture === VIETNAMESE ? vietnamese : deserved;
        return reading === expected ? [] : [`${JSON.stringify(text)}: ${reading}, not ${expected}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    // Number cells: value, format, then count, ratio, money.
    [7.000000000000001, "General", "7", "7", "7"],
    [100.00000000000001, "General", "100", "100", "100"],
    [0.1 + 0.2, "General", "0.3", "0.3", "0.3"],
    [-0, "General", "0", "0", "0"],
    [-1e-17, "General", "-1e-17", "-1e-17", "-1e-17"],
    [0.88, "0%", "!percent", "88%", "!percent"],
    [0.07, "0%", "!percent", "7%", "!percent"],
    [0.9816, "0.00%", "!percent", "98.16%", "!percent"],
    [88, '0"%"', "!percent", "88%", "!percent"],
    [88, "0\\%", "!percent", "88%", "!percent"],
    [0.88, "0.00", "0.88", "0.88", "0.88"],
    [3000, "#,##0", "3000", "3000", "3000"],
    [3000, '#,##0 "đồng"', "3000", "3000", "3000"],
    [45000, "dd/mm/yyyy", "!date", "!date", "!date"],
    [0.5, "h:mm", "!date", "!date", "!date"],
    [999_999_999_999_999, "0", "999999999999999", "999999999999999", "999999999999999"],
    [1e15, "0", "!too-long", "!too-long", "!too-long"],
    [true, "General", "!boolean", "!boolean", "!boolean"],
    [{ error: "#DIV/0!" }, "General", "!cell-error", "!cell-error", "!cell-error"],
  ] as const)("the number cell %j as %s", (value, format, ...deserved) => {
    const read = kinds
      .slice(0, 3)
      .map(([, kind]) => told(readCell({ value, format, formula: "" }, kind, null)));
    expect(read).toEqual(deserved);
  });
});
