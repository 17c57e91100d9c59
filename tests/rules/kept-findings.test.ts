import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type Finding, findingAt } from "../../src/rules/finding.js";
import { keptFindings } from "../../src/rules/kept-findings.js";

/** The findings after an edit, with those of before in the place of equal ones. */

const finding = (code: string, actual = 1, parts: readonly number[] = []): Finding =>
  findingAt({ kind: "indicator", form: 3, code, address: null }, "error", {
    ...{ rule: "total.mismatch", actual, expected: 7 },
    made: { kind: "rows", terms: parts },
  });

/** Which of the kept findings are objects of before: their places there, null for those that are new. */
const places = (now: readonly Finding[], before: readonly Finding[]) =>
  keptFindings(now, before).map((one) => {
    const place = before.indexOf(one);
    return place < 0 ? null : place;
  });
const list = (...codes: readonly string[]) => codes.map((code) => finding(code));

describe("findings of before in the place of equal ones", () => {
  const before = list("1", "2", "3");

  it("are the very list of before where nothing changed", () => {
    expect(keptFindings(list("1", "2", "3"), before)).toBe(before);
    const none: readonly Finding[] = [];
    expect(keptFindings([], none)).toBe(none);
  });

  it("stay where others come, go, change or change places", () => {
    expect(places(list("1", "2", "4", "3"), before)).toEqual([0, 1, null, 2]);
    expect(places(list("4", "1", "2", "3"), before)).toEqual([null, 0, 1, 2]);
    expect(places(list("1", "2", "3", "4"), before)).toEqual([0, 1, 2, null]);
    expect(places(list("1", "3"), before)).toEqual([0, 2]);
    expect(places(list("1"), before)).toEqual([0]);
    expect(places(list("3"), before)).toEqual([2]);
    expect(places([], before)).toEqual([]);
    expect(places(list("1", "2"), [])).toEqual([null, null]);
    expect(places(list("3", "1", "2"), before)).toEqual([2, 0, 1]);
    expect(places([finding("1"), finding("2", 5), finding("3")], before)).toEqual([0, null, 2]);
  });

  it("once each, of several that are equal", () => {
    const twice = list("1", "1");
    expect(places(list("1", "1"), twice)).toEqual([0, 1]);
    expect(places(list("1"), twice)).toEqual([0]);
    expect(places(list("1", "1", "1"), twice)).toEqual([0, 1, null]);
  });

  it("are told apart by all that they say, lists and blanks too", () => {
    const known = [finding("1", 1, [3, 4])];
    expect(places([finding("1", 1, [3, 4])], known)).toEqual([0]);
    expect(places([finding("1", 2, [3, 4])], known)).toEqual([null]);
    expect(places([finding("1", 1, [3, 5])], known)).toEqual([null]);
    expect(places([finding("1", 1, [3])], known)).toEqual([null]);
    expect(places([finding("1", 1, [3, 4, 0])], known)).toEqual([null]);
    const [one] = known;
    if (one === undefined) throw new Error("none");
    expect(places([{ ...one, imbalance: null }], known)).toEqual([null]);
    expect(places([{ ...one, place: { kind: "sheet", sheet: "a", form: 3 } }], known)).toEqual([null]);
  });

  it("are told apart where one says something and the other nothing, or words where the other has parts", () => {
    const place = { kind: "indicator", form: 3, code: "1", address: null } as const;
    const twice = { rule: "value.duplicate", actual: "Kế hoạch số 07", expected: null } as const;
    const other = { row: 1, name: "Kế hoạch số 07" };
    const [silent, named] = [null, { own: "a", other: "b" }].map((issuers) =>
      findingAt(place, "error", { ...twice, other, issuers }),
    );
    if (silent === undefined || named === undefined) throw new Error("none");
    expect(places([silent], [named])).toEqual([null]);
    expect(places([named], [silent])).toEqual([null]);
    const words = { ...named, issuers: "a" } as unknown as Finding;
    expect(places([words], [named])).toEqual([null]);
    expect(places([named], [words])).toEqual([null]);
  });

  it("say what the new ones say, whatever changed", () => {
    const some = fc.array(fc.record({ code: fc.constantFrom("1", "2", "3", "4"), actual: fc.nat(2) }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(some, some, (now, earlier) => {
        const made = (rows: typeof now) => rows.map(({ code, actual }) => finding(code, actual));
        expect(keptFindings(made(now), made(earlier))).toEqual(made(now));
      }),
    );
  });
});
