import { describe, expect, it } from "@jest/globals";
import { eachIndicator, indicatorKey } from "../../../src/forms/indicators.js";
import type { InfoKey } from "../../../src/report/info-fields.js";
import type { ReportInfo } from "../../../src/report/report.js";
import type { CellValue } from "../../../src/values/cell.js";
import { VIETNAMESE } from "../../../src/values/culture.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import { readReport } from "../../../src/workbook/reading/read-report.js";
import { findTextCells } from "../../../src/workbook/reading/read-texts.js";
import { indexSnapshot } from "../../../src/workbook/snapshot-index.js";
import { snapshotOf } from "../../support/plan-snapshot.js";
import { edition, filledSnapshot, phuongKyData, thanhMienData } from "../../support/report-data.js";

const haiDuong = edition("hai-duong-2022");
const tuKy = edition("tu-ky-2023");

describe("the report of Thanh Miện, quarter III of 2023", () => {
  const report = readReport(haiDuong, filledSnapshot(haiDuong, thanhMienData, {}, VIETNAMESE));
  const reading = (form: number, code: string) => report.values.get(indicatorKey(form, code))?.reading;

  it("is read whole, with every cell found", () => {
    expect(report.layout).toEqual([]);
    expect(report.values.size).toBe([...eachIndicator(haiDuong)].length);
    const filled = [...report.values.values()].filter((value) => value.reading.kind !== "blank");
    const given = Object.values(thanhMienData.forms).flatMap((rows) => Object.keys(rows));
    expect(filled.length).toBe(given.length);
  });

  it("gives back the values as printed", () => {
    for (const [form, rows] of Object.entries(thanhMienData.forms)) {
      for (const [code, printed] of Object.entries(rows)) {
        const value = report.values.get(indicatorKey(Number(form), code));
        expect([`${form}/${code}`, value?.cell.value]).toEqual([`${form}/${code}`, printed]);
      }
    }
    expect(reading(1, "2")).toMatchObject({ kind: "number", value: 88, typed: "88" });
    expect(reading(6, "1")).toMatchObject({ kind: "number", value: 67.1, decimals: 1 });
    expect(reading(6, "1.1")).toMatchObject({ kind: "number", value: 3000, alternative: null });
    expect(reading(1, "3.1")).toEqual({ kind: "blank" });
    expect(reading(5, "1")).toEqual({ kind: "text", text: "0" });
  });

  it("knows the cell of every value", () => {
    expect(report.values.get("3/3.3.1")?.address).toEqual({ sheet: "Biểu mẫu 3", row: 18, column: 4 });
    expect(report.infoCells.get("place")).toMatchObject({ sheet: "Thông tin chung", column: 2 });
  });

  it("carries its information", () => {
    expect(report.info).toEqual({
      organization: "UBND thị trấn Thanh Miện",
      superior: "UBND huyện Thanh Miện",
      province: "Hải Dương",
      period: "quarter-3",
      year: 2023,
      from: { year: 2023, month: 6, day: 10 },
      to: { year: 2023, month: 9, day: 9 },
      number: "",
      symbol: "BC-UBND",
      place: "Thanh Miện",
      date: null,
      guidance:
        "Công văn số 508/UBND-VP ngày 01/3/2022 của Ủy ban nhân dân tỉnh Hải Dương về việc triển khai thực hiện chế độ báo cáo cải cách hành chính định kỳ",
      addressees: ["Phòng Nội vụ huyện Thanh Miện"],
      recipients: [
        "Phòng Nội vụ",
        "TT. Đảng ủy thị trấn",
        "TT. HĐND thị trấn",
        "Lãnh đạo UBND thị trấn",
        "Công chức UBND",
        "Lưu: VT",
      ],
      signerAuthority: "TM. ỦY BAN NHÂN DÂN",
      signerTitle: "CHỦ TỊCH",
      signerName: "",
      unreadable: [],
    } satisfies ReportInfo);
  });
});

it("the half-year report of Phượng Kỳ is read too: 04 and 01 as 4 and 1, most rows blank", () => {
  const report = readReport(tuKy, filledSnapshot(tuKy, phuongKyData));
  expect(report.layout).toEqual([]);
  expect(report.values.get("3/1.2")?.reading).toMatchObject({ kind: "number", value: 4, typed: "04" });
  expect(report.values.get("3/1.3")?.reading).toMatchObject({ kind: "number", value: 1, typed: "01" });
  expect(report.info.period).toBe("half-year");
});

describe("information as officers type it", () => {
  const info = (typed: Readonly<Partial<Record<InfoKey, CellValue>>>) => {
    const names = Object.fromEntries(
      Object.entries(typed).map(([key, value]) => [`CCHC_INFO_${key}`, value]),
    );
    return readReport(tuKy, snapshotOf(planReportWorkbook(tuKy), { typed: names })).info;
  };

  it("a new workbook is blank save for what most reports say", () => {
    expect(info({})).toMatchObject({
      organization: "",
      period: null,
      year: null,
      from: null,
      addressees: [],
      symbol: "BC-UBND",
      unreadable: [],
    });
  });

  it("the data window follows the period while its formulas have no result", () => {
    expect(info({ period: "Quý I", year: 2023 })).toMatchObject({
      period: "quarter-1",
      from: { year: 2022, month: 12, day: 15 },
      to: { year: 2023, month: 3, day: 14 },
    });
  });

  it("a day that the superior set counts, as a date, as text, or as a bare serial number", () => {
    const day = { year: 2023, month: 6, day: 9 };
    for (const typed of [45086, "09/6/2023", "9-6-2023", "ngày 09 tháng 6 năm 2023", "2023-06-09"]) {
      expect(info({ period: "6 tháng", year: "năm 2023", to: typed }).to).toEqual(day);
    }
  });

  it("lists stand one per line, with or without the marks of the printed page", () => {
    const typed = "- UBND huyện Tứ Kỳ;\n- Phòng Nội vụ huyện;\r\n\n–  MTTQ, các đoàn thể;\n- Lưu: VT.";
    const plain = ["UBND huyện Tứ Kỳ", "Phòng Nội vụ huyện", "MTTQ, các đoàn thể", "Lưu: VT"];
    expect(info({ recipients: typed }).recipients).toEqual(plain);
    expect(info({ recipients: "Phòng Nội vụ; Lưu: VP./." }).recipients).toEqual(["Phòng Nội vụ", "Lưu: VP"]);
    expect(info({ recipients: "Đoàn kiểm tra; (để báo cáo)" }).recipients).toEqual([
      "Đoàn kiểm tra; (để báo cáo)",
    ]);
  });

  it("decomposed letters and stray spaces are put right; a number stays as typed", () => {
    expect(info({ place: `  ${"Phượng Kỳ".normalize("NFD")}\n`, number: 15 })).toMatchObject({
      place: "Phượng Kỳ",
      number: "15",
    });
  });

  it("what cannot be read is named, in the order of the sheet", () => {
    const typed = {
      date: "hôm nay",
      year: "hai ba",
      period: "Quý IV",
      organization: { error: "#REF!" },
      to: true,
    };
    expect(info(typed)).toMatchObject({
      organization: "",
      period: null,
      year: null,
      date: null,
      unreadable: ["organization", "period", "year", "to", "date"],
    });
  });
});

describe("the officer's own text", () => {
  const places = [
    { id: "direction", heading: "Chỉ đạo, điều hành", prompt: "Nêu văn bản chính." },
    { id: "assigned-tasks", heading: "Nhiệm vụ được giao", prompt: "Nêu nguyên nhân." },
  ];
  const snapshot = snapshotOf(planReportWorkbook(tuKy, new Map(), places), {
    typed: { CCHC_TEXT_assigned_tasks: " - Còn 03 nhiệm vụ chậm.\r\n- Đang đôn đốc. " },
  });

  it("is kept by section; blank places are absent", () => {
    expect([...readReport(tuKy, snapshot).texts]).toEqual([
      ["assigned-tasks", "- Còn 03 nhiệm vụ chậm.\n- Đang đôn đốc."],
    ]);
  });

  it("has a cell for every place", () => {
    expect([...findTextCells(indexSnapshot(snapshot))]).toEqual([
      ["direction", { sheet: "Nội dung bổ sung", row: 4, column: 2 }],
      ["assigned-tasks", { sheet: "Nội dung bổ sung", row: 5, column: 2 }],
    ]);
  });
});

describe("the column Ghi chú", () => {
  it("is read beside each row", () => {
    const snapshot = filledSnapshot(tuKy, phuongKyData);
    const cell = readReport(tuKy, snapshot).values.get("3/1.2")?.address;
    if (cell == null) throw new Error("row 1.2 of form 3 is gone");
    const noted = {
      ...snapshot,
      sheets: snapshot.sheets.map((sheet) => ({
        ...sheet,
        values: sheet.values.map((line, i) =>
          line.map((value, j) =>
            sheet.name === cell.sheet && i === cell.row - sheet.top && j === cell.column + 1 - sheet.left
              ? "LĐTBXH"
              : value,
          ),
        ),
      })),
    };
    expect(readReport(tuKy, noted).notes).toEqual(new Map([["3/1.2", "LĐTBXH"]]));
    expect(readReport(tuKy, snapshot).notes).toEqual(new Map());
  });
});
