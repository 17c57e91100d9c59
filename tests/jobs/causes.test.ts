import { describe, expect, it } from "@jest/globals";
import { type Causes, defectsAmong } from "../../src/jobs/causes.js";
import { judge } from "../../src/jobs/check.js";
import { defectsOf } from "../../src/jobs/defects.js";
import { sameCauseLines } from "../../src/jobs/finding-lines.js";
import { mendList, toldCounts } from "../../src/jobs/mending.js";
import { confirmationFor } from "../../src/rules/confirm.js";
import { reportWith } from "../support/check.js";

/** A total of 139 above a part of 157: two relations fail, by one cell. */
const FORM_3 = { "3/1.4": 139, "3/1.4.3": 157 };
const judged = (cells: Readonly<Record<string, number>>) => judge(reportWith("hai-duong-2022", cells), null);
const causesOf = (judgement: ReturnType<typeof judge>): Causes => ({
  of: judgement,
  defects: defectsOf(judgement),
});
const errorsOf = (judgement: ReturnType<typeof judge>, causes: Causes | null) =>
  mendList(judgement, defectsAmong(causes, judgement)).items.filter(({ name }) => name === "error");
const rulesOf = (items: ReturnType<typeof errorsOf>) =>
  items.map((item) => (item.kind === "finding" ? item.finding.rule : item.rule));

describe("findings of one cause", () => {
  it("stand one by one until the cause is known, then as one", () => {
    const judgement = judged(FORM_3);
    expect(rulesOf(errorsOf(judgement, null))).toEqual(["part.exceeds", "total.mismatch"]);
    const [told, ...others] = errorsOf(judgement, causesOf(judgement));
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      finding: { rule: "total.mismatch" },
      defect: { also: [{ rule: "part.exceeds" }], explanations: [{}, {}] },
    });
  });

  it("stay together while she types elsewhere, without a word on numbers that are not worked out yet", () => {
    const causes = causesOf(judged(FORM_3));
    const next = judged({ ...FORM_3, "1/1": 25 });
    const [told, ...others] = errorsOf(next, causes);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ defect: { also: [{ rule: "part.exceeds" }], explanations: [] } });
  });

  it("stay together also when a number of theirs changes, and part when one of them is gone", () => {
    const causes = causesOf(judged(FORM_3));
    expect(rulesOf(errorsOf(judged({ ...FORM_3, "3/1.4": 140 }), causes))).toEqual(["total.mismatch"]);
    // Now the part is within the total, which still is not what its part makes.
    const other = judged({ ...FORM_3, "3/1.4": 158 });
    expect(rulesOf(errorsOf(other, causes))).toEqual(["total.mismatch"]);
    expect(errorsOf(other, causes)).toMatchObject([{ defect: { also: [] } }]);
    expect(errorsOf(judged({ "3/1.4": 157, "3/1.4.3": 157 }), causes)).toEqual([]);
  });

  it("whose first is not shown are told by the others", () => {
    const judgement = judged(FORM_3);
    const parts = judgement.findings.filter(({ rule }) => rule === "part.exceeds");
    expect(defectsAmong(causesOf(judgement), judgement, parts)).toEqual([]);
  });

  it("are told with their sentences, beyond five by their places alone", () => {
    const judgement = judged(FORM_3);
    const [defect] = defectsOf(judgement).filter(({ also }) => also.length > 0);
    const [other] = defect?.also ?? [];
    if (defect === undefined || other === undefined) throw new Error("nothing has one cause");
    const lines = (count: number) => {
      const also = Array.from({ length: count }, () => other);
      return sameCauseLines({ ...defect, also }, judgement.report.edition);
    };
    const sentence =
      "Cùng nguyên nhân: Biểu mẫu 3, dòng 1.4.3, ô D11: Ô ghi 157, lớn hơn 139 ở dòng 1.4. Số thành phần không thể lớn hơn tổng. Kiểm tra cả hai ô.";
    expect(lines(0)).toEqual([]);
    expect(lines(5)).toEqual(Array.from({ length: 5 }, () => sentence));
    expect(lines(6).slice(5)).toEqual(["Cùng nguyên nhân: Biểu mẫu 3, dòng 1.4.3, ô D11"]);
  });

  it("count once, as the gravest; what is left after one was explained counts by itself", () => {
    const report = reportWith("hai-duong-2022", FORM_3);
    const judgement = judge(report, null);
    const list = mendList(judgement, defectsOf(judgement));
    expect(toldCounts(list).error).toBe(1);
    const total = judgement.findings.find(({ rule }) => rule === "total.mismatch");
    if (total === undefined) throw new Error("nothing is found");
    const explained = judge({ ...report, confirmations: [confirmationFor(total, "theo Quyết định")] }, null);
    const rest = mendList(explained, defectsOf(explained));
    expect(rest.confirmed.map(({ rule }) => rule)).toEqual(["total.mismatch"]);
    expect(rest.items.filter(({ name }) => name === "error")).toMatchObject([
      { finding: { rule: "part.exceeds" } },
    ]);
  });
});
