import { describe, expect, it } from "@jest/globals";
import { allEditions } from "../../../src/forms/library.js";
import { editionIdOf, isReportWorkbook } from "../../../src/workbook/reading/identify.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { edition, filledSnapshot, phuongKyData, thanhMienData } from "../../support/report-data.js";
import { insertColumn, removeNames, removeSheet, setCell } from "../../support/snapshot-damage.js";

const haiDuong = filledSnapshot(edition("hai-duong-2022"), thanhMienData);
const tuKy = filledSnapshot(edition("tu-ky-2023"), phuongKyData);
const empty: WorkbookSnapshot = { sheets: [], names: [], culture: null };

function withoutNames(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  return removeNames(
    snapshot,
    snapshot.names.map((name) => name.name),
  );
}

describe("the edition of a workbook", () => {
  it("stands in its own cell", () => {
    expect(editionIdOf(haiDuong, allEditions())).toBe("hai-duong-2022");
    expect(editionIdOf(tuKy, allEditions())).toBe("tu-ky-2023");
  });

  it("is found beside its label when the name is lost", () => {
    expect(editionIdOf(withoutNames(haiDuong), allEditions())).toBe("hai-duong-2022");
    expect(editionIdOf(insertColumn(withoutNames(haiDuong), "Thông tin chung", 1), allEditions())).toBe(
      "hai-duong-2022",
    );
  });

  it("is told by the rows when the sheet is gone", () => {
    expect(editionIdOf(removeSheet(haiDuong, "Thông tin chung"), allEditions())).toBe("hai-duong-2022");
    expect(editionIdOf(removeSheet(tuKy, "Thông tin chung"), allEditions())).toBe("tu-ky-2023");
  });

  it("may be one that the program does not have", () => {
    const { area } = haiDuong.names.find(({ name }) => name === "CCHC_INFO_edition") ?? { area: null };
    const other = setCell(haiDuong, "Thông tin chung", area?.top ?? 0, area?.left ?? 0, "lao-cai-2030");
    expect(editionIdOf(other, allEditions())).toBe("lao-cai-2030");
  });

  it("is none where nothing tells", () => {
    expect(editionIdOf(empty, allEditions())).toBeNull();
  });
});

describe("a report workbook", () => {
  it("is known by its names, or by the label of its edition", () => {
    expect(isReportWorkbook(haiDuong)).toBe(true);
    expect(isReportWorkbook(withoutNames(haiDuong))).toBe(true);
    expect(isReportWorkbook(removeSheet(haiDuong, "Thông tin chung"))).toBe(true);
  });

  it("is not any other workbook", () => {
    const sheet = { name: "Sheet1", visible: true, protected: false, top: 1, left: 1 };
    const other = {
      ...sheet,
      values: [["STT", "Họ tên"]],
      formats: [["General", "General"]],
      formulas: [["", ""]],
    };
    expect(isReportWorkbook(empty)).toBe(false);
    expect(isReportWorkbook({ ...empty, sheets: [other] })).toBe(false);
  });
});
