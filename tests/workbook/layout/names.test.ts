import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { infoFields } from "../../../src/report/info-fields.js";
import {
  formSheetName,
  indicatorName,
  infoName,
  type NamedThing,
  nameOf,
  parseName,
  textName,
} from "../../../src/workbook/layout/names.js";

describe("defined names", () => {
  it("are the contract that other tools rely on", () => {
    expect(formSheetName(3)).toBe("Biểu mẫu 3");
    expect(indicatorName(3, "3.3.1")).toBe("CCHC_BM3_3_3_1");
    expect(indicatorName(3, "3.2.1.a")).toBe("CCHC_BM3_3_2_1_a");
    expect(infoName("signerName")).toBe("CCHC_INFO_signerName");
    expect(textName("assigned-tasks")).toBe("CCHC_TEXT_assigned_tasks");
  });

  const digits = fc.integer({ min: 1, max: 99 }).map(String);
  const code = fc
    .tuple(digits, fc.array(fc.oneof(digits, fc.constantFrom("a", "b", "c")), { maxLength: 4 }))
    .map(([first, rest]) => [first, ...rest].join("."));
  const section = fc
    .array(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/), { minLength: 1, maxLength: 4 })
    .map((words) => words.join("-"));
  const thing: fc.Arbitrary<NamedThing> = fc.oneof(
    fc.record({ kind: fc.constant("indicator" as const), form: fc.integer({ min: 1, max: 30 }), code }),
    fc.record({
      kind: fc.constant("info" as const),
      key: fc.constantFrom(...infoFields.map((field) => field.key)),
    }),
    fc.record({ kind: fc.constant("text" as const), section }),
  );

  it("tell what they name, in any case that Excel may give back", () => {
    fc.assert(
      fc.property(thing, (wanted) => {
        expect(parseName(nameOf(wanted))).toEqual(wanted);
        if (wanted.kind !== "info") expect(parseName(nameOf(wanted).toUpperCase())).toEqual(wanted);
      }),
    );
  });

  it("are valid in Excel: letters, digits and underscores, and no cell reference", () => {
    fc.assert(
      fc.property(thing, (wanted) => {
        expect(nameOf(wanted)).toMatch(/^CCHC_[A-Za-z0-9_]+$/);
      }),
    );
  });

  it.each([
    "Print_Titles",
    "CCHC_BM_1",
    "CCHC_BM0_1",
    "CCHC_BM3_",
    "CCHC_INFO_nothing",
    "CCHC_TEXT_",
    "BM3_1",
  ])("%s is none of ours", (name) => {
    expect(parseName(name)).toBeNull();
  });
});
