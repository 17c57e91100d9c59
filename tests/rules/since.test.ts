import { describe, expect, it } from "@jest/globals";
import { findingKey, numbersOf } from "../../src/rules/confirm.js";
import { type Finding, findingAt, type Told } from "../../src/rules/finding.js";
import { sinceLast } from "../../src/rules/since.js";

const row = (code: string, actual: number): Finding =>
  findingAt({ kind: "indicator", form: 3, code, address: null }, "error", {
    rule: "value.negative",
    actual,
    expected: null,
  });
const entry = (at: number, told: Told): Finding =>
  findingAt(
    { kind: "table", form: null, table: "documents", row: at, column: "date", address: null },
    "error",
    told,
  );
const hapless = (at: number, actual: string) =>
  entry(at, { rule: "value.type", actual, expected: null, cause: "words" });

const check = (findings: readonly Finding[]) => ({
  day: "2023-06-14",
  sheet: "",
  printed: "",
  findings: findings.map((finding) => ({ finding: findingKey(finding), numbers: numbersOf(finding) })),
});
const told = (now: readonly Finding[], before: readonly Finding[]) => {
  const { isNew, still, fixed } = sinceLast(now, check(before));
  return {
    isNew: now.filter((finding) => isNew.has(finding)),
    still,
    fixed: fixed.map((one) => one.finding),
  };
};

describe("what has become of the findings since the last check", () => {
  it("is a new one where the rule or the cell is another", () => {
    const now = row("1.4", -1);
    expect(told([now], [])).toEqual({ isNew: [now], still: 0, fixed: [] });
    expect(told([now], [row("1.5", -1)])).toEqual({
      isNew: [now],
      still: 0,
      fixed: ["value.negative 3/1.5"],
    });
  });

  it("is the same one while the numbers change", () => {
    expect(told([row("1.4", -1)], [row("1.4", -7)])).toEqual({ isNew: [], still: 1, fixed: [] });
  });

  it("is fixed when it is found no more", () => {
    expect(told([], [row("1.4", -1)])).toEqual({ isNew: [], still: 0, fixed: ["value.negative 3/1.4"] });
  });

  it("is the same one in the same row of a table, whatever it says now", () => {
    expect(told([hapless(3, "kia")], [hapless(3, "hôm qua")])).toEqual({ isNew: [], still: 1, fixed: [] });
    // Each keeps its own row before any is taken for one that moved.
    const now = [hapless(3, "mai"), hapless(4, "kia")];
    expect(told(now, [hapless(3, "hôm qua"), hapless(4, "mai")])).toEqual({ isNew: [], still: 2, fixed: [] });
  });

  it("follows an entry of a table to another row, as long as it says the same", () => {
    const before = [hapless(3, "hôm qua"), hapless(4, "mai")];
    expect(told([hapless(5, "hôm qua"), hapless(6, "mai")], before)).toEqual({
      isNew: [],
      still: 2,
      fixed: [],
    });
    const other = hapless(5, "kia");
    expect(told([other], before)).toMatchObject({ isNew: [other], still: 0 });
  });

  it("is a new one in another table or column, though it says the same", () => {
    const at = (table: string, column: string) =>
      findingAt({ kind: "table", form: null, table, row: 3, column, address: null }, "error", {
        ...{ rule: "value.type", actual: "hôm qua", expected: null, cause: "words" },
      });
    const before = at("documents", "date");
    for (const now of [at("tasks", "date"), at("documents", "number")]) {
      expect(told([now], [before])).toEqual({ isNew: [now], still: 0, fixed: [findingKey(before)] });
    }
  });

  it("counts equal entries one by one", () => {
    const now = [hapless(1, "x"), hapless(2, "x"), hapless(3, "x")];
    const { isNew, still } = told(now, [hapless(1, "x"), hapless(9, "x")]);
    expect({ isNew: isNew.length, still }).toEqual({ isNew: 1, still: 2 });
  });
});
