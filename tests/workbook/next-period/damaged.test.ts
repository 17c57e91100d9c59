import { describe, expect, it } from "@jest/globals";
import type { Result } from "../../../src/forms/result.js";
import type { Edition } from "../../../src/forms/schema.js";
import { a1 } from "../../../src/values/address.js";
import type { CellValue } from "../../../src/values/cell.js";
import { type NextPeriod, planNextPeriod } from "../../../src/workbook/next-period/plan-next-period.js";
import { readEarlier } from "../../../src/workbook/reading/read-earlier.js";
import { readReport } from "../../../src/workbook/reading/read-report.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { snapshotOf } from "../../support/plan-snapshot.js";
import { edition, filledSnapshot, thanhMienData } from "../../support/report-data.js";
import {
  insertRow,
  moveName,
  removeRow,
  removeSheet,
  renameSheet,
  setCell,
} from "../../support/snapshot-damage.js";

const HAI_DUONG: Edition = edition("hai-duong-2022");
const FILLED = filledSnapshot(HAI_DUONG, thanhMienData);
const FORM = "Biểu mẫu 3";

function outcomeOf(snapshot: WorkbookSnapshot): Result<NextPeriod, string> {
  return planNextPeriod(readReport(HAI_DUONG, snapshot), snapshot, { period: "year", year: 2023 });
}

function plan(snapshot: WorkbookSnapshot) {
  const outcome = outcomeOf(snapshot);
  if (!outcome.ok) throw new Error(outcome.fault);
  return outcome.value;
}

/** What is written into the form's sheet, by A1 reference. */
function writes(snapshot: WorkbookSnapshot, sheet = FORM): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    plan(snapshot)
      .edits.filter(({ cell }) => cell.sheet === sheet)
      .map(({ cell, value }) => [a1(cell), value]),
  );
}

function withFormula(
  snapshot: WorkbookSnapshot,
  row: number,
  formula: string,
  value: CellValue,
): WorkbookSnapshot {
  const typed = setCell(snapshot, FORM, row, 4, value);
  return {
    ...typed,
    sheets: typed.sheets.map((sheet) =>
      sheet.name === FORM
        ? {
            ...sheet,
            formulas: sheet.formulas.map((line, i) =>
              line.map((old, j) => (i === row - 1 && j === 3 ? formula : old)),
            ),
          }
        : sheet,
    ),
  };
}

/** The workbook a period later: the earlier values on their sheet. */
function later(): WorkbookSnapshot {
  const kept = snapshotOf(plan(FILLED).plan);
  return { ...FILLED, sheets: [...FILLED.sheets, ...kept.sheets], names: [...FILLED.names, ...kept.names] };
}

describe("the next period of a workbook that was changed by hand", () => {
  it("finds cells in renamed sheets and moved rows", () => {
    expect(writes(FILLED)).toMatchObject({ D18: null, D10: null });
    const moved = insertRow(renameSheet(FILLED, FORM, "TTHC"), "TTHC", 12);
    expect(writes(moved, "TTHC")).toMatchObject({ D19: null, D10: null });
    expect(writes(moved, "TTHC")).not.toHaveProperty("D12");
  });

  it("tells the rows of a missing sheet and goes on with the others", () => {
    const { account } = plan(removeSheet(FILLED, FORM));
    expect(account.lost).toHaveLength(HAI_DUONG.forms[2]?.indicators.length ?? 0);
    expect(account.lost.every(({ form }) => form === 3)).toBe(true);
    expect(account.cleared.some(({ form }) => form === 7)).toBe(true);
  });

  it("tells a deleted row", () => {
    expect(plan(removeRow(FILLED, FORM, 18)).account.lost).toEqual([{ form: 3, code: "3.3.1" }]);
  });

  it("never blanks a label that a name was moved to", () => {
    const dragged = moveName(FILLED, "CCHC_BM3_3_3_1", { row: 18, column: 2 });
    expect(writes(dragged)).not.toHaveProperty("B18");
    expect(plan(dragged).account.lost).toEqual([{ form: 3, code: "3.3.1" }]);
  });

  it("keeps a formula over other cells and says so; one made of numbers goes", () => {
    const linked = withFormula(FILLED, 10, "='Sổ hồ sơ'!B4+D11", 160);
    expect(writes(linked)).not.toHaveProperty("D10");
    expect(plan(linked).account.formulas).toEqual([{ form: 3, code: "1.4" }]);
    const added = withFormula(FILLED, 10, "=139+18", 157);
    expect(writes(added)).toMatchObject({ D10: null });
    expect(plan(added).account.formulas).toEqual([]);
  });

  it("keeps an officer's own ratio formula, and mends one that lost its cells", () => {
    const own = withFormula(FILLED, 17, "=ROUND(D19/D18*100,1)", 100);
    expect(writes(own)).not.toHaveProperty("D17");
    expect(plan(own).account.formulas).toEqual([]);
    const broken = withFormula(FILLED, 17, "=ROUND(#REF!/D18*100,1)", { error: "#REF!" });
    expect(writes(broken)).toMatchObject({
      D17: { formula: expect.stringContaining("ROUND(100*D19/D18,2)") },
    });
  });

  it("tells information cells that are gone", () => {
    const { account } = plan(removeRow(FILLED, "Thông tin chung", 11));
    expect(account.lostInfo).toEqual(["from"]);
  });

  it("puts the formulas of the data window back where the office keeps the period's days", () => {
    const data = { ...thanhMienData, info: { ...thanhMienData.info, from: "2023-06-15", to: "2023-09-14" } };
    const { edits, account } = plan(filledSnapshot(HAI_DUONG, data));
    expect(account).toMatchObject({
      ownWindow: false,
      window: { from: { year: 2022, month: 12, day: 15 }, to: { year: 2023, month: 12, day: 14 } },
    });
    const days = edits.filter(({ cell }) => cell.sheet === "Thông tin chung" && [11, 12].includes(cell.row));
    expect(days.map(({ value }) => value)).toEqual([
      { formula: expect.stringMatching(/^IF\(N\(\$B\$10\)=0,"",IF\(\$B\$9="Quý I",DATE\(/) },
      { formula: expect.stringMatching(/^IF\(N\(\$B\$10\)=0,"",IF\(\$B\$9="Quý I",DATE\(/) },
    ]);
  });
});

describe("a sheet of earlier values that was changed by hand", () => {
  it("is written anew in place, under whatever name, while it is whole", () => {
    const renamed = renameSheet(later(), "Kỳ trước", "Quý trước");
    const { plan: sheets, account } = plan(renamed);
    expect(sheets).toEqual({ sheets: [], names: [] });
    expect(account.earlierSheet).toBe("Quý trước");
    expect(readEarlier(HAI_DUONG, renamed)?.values.get("3/3.3.1")?.reading).toMatchObject({ value: 922 });
  });

  it("is refused when a row of it was deleted: half of it would be of another period", () => {
    const outcome = outcomeOf(removeRow(later(), "Kỳ trước", 20));
    expect(outcome).toEqual({
      ok: false,
      fault:
        'trang tính "Kỳ trước" (số liệu kỳ trước) đã bị xóa dòng hoặc sửa tên ô nên không ghi lại được. Xóa hẳn trang tính này rồi làm lại, trang tính mới sẽ được tạo.',
    });
  });

  it("comes back whole when it was deleted", () => {
    expect(plan(removeSheet(later(), "Kỳ trước")).plan.sheets.map(({ name }) => name)).toEqual(["Kỳ trước"]);
  });

  it("tells nothing without a period or a year", () => {
    expect(readEarlier(HAI_DUONG, FILLED)).toBeNull();
    expect(readEarlier(HAI_DUONG, setCell(later(), "Kỳ trước", 3, 3, null))).toBeNull();
    expect(readEarlier(HAI_DUONG, setCell(later(), "Kỳ trước", 4, 3, "không rõ"))).toBeNull();
  });
});
