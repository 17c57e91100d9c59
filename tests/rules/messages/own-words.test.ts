import { describe, expect, it } from "@jest/globals";
import { type FindingPlace, findingAt } from "../../../src/rules/finding.js";
import { describe as say } from "../../../src/rules/messages.js";
import { edition } from "../../support/report-data.js";

/** An edition may print the words of a table otherwise; what is said of the table is said in its words. */

const [levels, parts] = [edition("tu-ky-2023"), edition("two-tier-2025")];
const column: FindingPlace = {
  ...({
    kind: "table",
    form: null,
    table: "online-services",
    row: 1,
    column: "level-3",
    address: null,
  } as const),
};
const row: FindingPlace = { kind: "indicator", form: 3, code: "1.4", address: null };

describe("the words of a table as an edition prints them", () => {
  it("are those of a finding in the table", () => {
    const negative = findingAt(column, "error", { rule: "value.negative", actual: -1, expected: null });
    const missing = findingAt(column, "warning", {
      rule: "value.missing",
      actual: null,
      expected: null,
    } as never);
    expect(say(missing, levels)).toContain("Tổng số DVC TT MĐ 3");
    expect(say(missing, parts)).toContain("Tổng số DVC TT một phần");
    expect(say(negative, parts)).not.toContain("MĐ 3");
  });

  it("and those of a row of the forms that is compared with it, but of no other", () => {
    const by = { kind: "table", table: "online-services", columns: ["level-3"], from: "total" } as const;
    const differs = findingAt(row, "error", { rule: "cross.mismatch", actual: 7, expected: 8, by });
    expect(say(differs, levels)).toContain("Tổng số DVC TT MĐ 3");
    expect(say(differs, parts)).toContain("Tổng số DVC TT một phần");
    const says = "Cột MĐ 3 phải khớp.";
    const words = findingAt(row, "error", {
      ...{ rule: "cross.mismatch", actual: 7, expected: 8 },
      by: { kind: "relation", name: "x", operator: "=", left: [], right: [], says },
    });
    expect(say(words, parts)).toContain(says);
  });
});
