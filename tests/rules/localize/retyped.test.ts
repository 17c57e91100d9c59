import { describe, expect, it } from "@jest/globals";
import { proposalsOf } from "../../../src/jobs/proposals.js";
import { evaluate, findingsOf } from "../../../src/rules/evaluate.js";
import { localize } from "../../../src/rules/localize/localize.js";
import { isRetyped } from "../../../src/rules/localize/suspect.js";
import { english } from "../../../src/rules/messages/en/wording.js";
import { suggestion } from "../../../src/rules/suggest.js";
import { rulesOf } from "../../support/check.js";
import { toldDefects } from "../../support/localize.js";
import { edition } from "../../support/report-data.js";
import { reportWithTables } from "../../support/table-books.js";

/** Numbers that stand as text: the sheet's own sums leave them out, and what they make is wrong for that only. */

const ID = "tu-ky-2023";

/** 55 of 60 dossiers in time, with what stands in the cells of those before and at their time. */
const dossiers = (
  early: string | number,
  onTime: string | number = 10,
  forms = { "3/3.3.1": 60, "3/3.3.2": 55 },
  received = 60,
) => {
  const row = {
    ...{ field: "Hộ tịch", "received-online": received, "received-direct": 0, "received-carried": 0 },
    ...{ "resolved-early": early, "resolved-on-time": onTime, "resolved-late": 5 },
    ...{ "progress-in-time": 0, "progress-late": 0 },
  };
  const none = Object.fromEntries(Object.keys(row).map((column) => [column, 0]));
  const rows = [row, { ...none, field: "Chứng thực" }];
  const share = Math.round((10_000 * forms["3/3.3.2"]) / forms["3/3.3.1"]) / 100;
  return reportWithTables(ID, { "dossiers-by-field": rows }, { ...forms, "3/3.3": share });
};

const told = async (...of: Parameters<typeof dossiers>) => {
  const report = await dossiers(...of);
  const evaluation = evaluate(rulesOf(edition(ID)), { report, earlier: null });
  const findings = findingsOf(evaluation).filter(({ rule }) => !/^(value\.missing|info\.)/.test(rule));
  return { report, defects: localize(evaluation, findings) };
};

describe("a number that stands as text in a table", () => {
  it("is one defect with what it makes of the sums, and no other cell is blamed", async () => {
    expect(toldDefects(await dossiers("45"))).toEqual([
      {
        // The sheet says 15 dossiers were resolved, and 45 still to be.
        told: [
          "cross.mismatch 3/3.3.1 error",
          "cross.mismatch 3/3.3.2 error",
          "total.mismatch dossiers-by-field/1/resolved-total error",
          "total.mismatch dossiers-by-field/1/progress-total error",
          "total.mismatch dossiers-by-field/total/resolved-early error",
          "value.text-number dossiers-by-field/1/resolved-early info",
        ],
        explained: ["dossiers-by-field#1#resolved-early: 45 → 45 (slip)"],
      },
    ]);
    expect(toldDefects(await dossiers(45))).toEqual([]);
  });

  it("is told as such, in both languages, and put right by one button", async () => {
    const { report, defects } = await told("45");
    const [defect] = defects;
    if (defect === undefined) throw new Error("no defect");
    const column = 'cột "Số lượng hồ sơ đã giải quyết: Trước hạn" của trang tính "Hồ sơ theo lĩnh vực"';
    expect(suggestion(defect, edition(ID))).toBe(
      `Có thể dòng 1, ${column}: "45" đang là chữ → số 45 làm khớp cả 5 quy tắc.`,
    );
    expect(suggestion(defect, edition(ID), english)).toContain(
      '"45", which is text → the number 45 makes all 5 rules hold.',
    );
    const proposals = proposalsOf(defect, report);
    expect(proposals.map(({ by, edits }) => [by, edits.map(({ value }) => value)])).toEqual([
      ["propose", [45]],
    ]);
  });

  it("goes together with the other one of its row, equal ones too: no two cells changed places", async () => {
    for (const [early, onTime] of [
      ["45", "10"],
      ["30", "30"],
    ] as const) {
      const inTime = Number(early) + Number(onTime);
      const forms = { "3/3.3.1": inTime + 5, "3/3.3.2": inTime };
      const { report, defects } = await told(early, onTime, forms, inTime + 5);
      expect(defects.length).toBe(1);
      const proposals = defects.flatMap((defect) => proposalsOf(defect, report));
      expect(proposals.map(({ by, edits }) => [by, edits.map(({ value }) => value)])).toEqual([
        ["propose", [Number(early), Number(onTime)]],
      ]);
    }
  });

  it("explains the sums of its own row, where those of another are wrong besides", async () => {
    const row = (field: string, online: number, early: string) => ({
      ...{ field, "received-online": online, "received-direct": "5", "received-carried": 0 },
      ...{ "resolved-early": early, "resolved-on-time": "10", "resolved-late": 0 },
      ...{ "progress-in-time": 1, "progress-late": 0 },
    });
    // More were resolved in the second row than received.
    const rows = [row("Hộ tịch", 26, "20"), row("Chứng thực", 9, "30")];
    const report = await reportWithTables(ID, { "dossiers-by-field": rows });
    const evaluation = evaluate(rulesOf(edition(ID)), { report, earlier: null });
    const sets = localize(evaluation, findingsOf(evaluation)).flatMap(({ explanations }) =>
      explanations.filter((set) => set.some(isRetyped)),
    );
    const rowsOf = sets.map((set) => [...new Set(set.map(({ cell }) => ("row" in cell ? cell.row : null)))]);
    expect(rowsOf).toEqual([[1]]);
  });

  it("is no explanation where a number is wrong besides", async () => {
    const { defects } = await told("54");
    const explained = defects.flatMap(({ explanations }) => explanations.flat());
    expect(explained.filter(isRetyped)).toEqual([]);
  });
});
