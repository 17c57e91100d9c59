import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../../src/forms/catalogue.js";
import { eachIndicator } from "../../../src/forms/indicators.js";
import type { Edition } from "../../../src/forms/schema.js";
import { infoFields } from "../../../src/report/info-fields.js";
import { valueCell } from "../../../src/workbook/layout/form-layout.js";
import { indicatorName } from "../../../src/workbook/layout/names.js";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../../src/workbook/plan.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import { colors } from "../../../src/workbook/planning/styles.js";
import { edition } from "../../support/report-data.js";

const places = [
  { id: "direction", heading: "Công tác chỉ đạo, điều hành", prompt: "Nêu các văn bản chính đã ban hành." },
  { id: "assigned-tasks", heading: "Nhiệm vụ được giao", prompt: "Nêu nguyên nhân chậm, nếu có." },
];

function sheetOf(plan: WorkbookPlan, name: string): SheetPlan {
  const sheet = plan.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`The plan has no sheet ${name}`);
  return sheet;
}

function cellAt(sheet: SheetPlan, row: number, column: number): CellPlan {
  const cell = sheet.cells.find((candidate) => candidate.row === row && candidate.column === column);
  if (cell === undefined) throw new Error(`No cell in row ${row}, column ${column}`);
  return cell;
}

function textAt(sheet: SheetPlan, row: number, column: number): string | null {
  const { content } = cellAt(sheet, row, column);
  return content.kind === "text" ? content.text : null;
}

/** The row of an information field, by its name. */
function infoCell(plan: WorkbookPlan, key: string): CellPlan {
  const area = plan.names.find((name) => name.name === `CCHC_INFO_${key}`)?.area;
  if (area === undefined) throw new Error(`No name for ${key}`);
  return cellAt(sheetOf(plan, "Thông tin chung"), area.top, area.left);
}

describe("sheets", () => {
  it("come in the order of the work: information, forms 1 to 7, own text", () => {
    const plan = planReportWorkbook(edition("hai-duong-2022"), new Map(), places);
    expect(plan.sheets.map((sheet) => sheet.name)).toEqual([
      "Thông tin chung",
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => `Biểu mẫu ${number}`),
      "Nội dung bổ sung",
    ]);
  });

  it("are the same for the same input", () => {
    const plan = () => JSON.stringify(planReportWorkbook(edition("tu-ky-2023"), new Map(), places));
    expect(plan()).toBe(plan());
  });

  it("print upright on A4 with the header on every page", () => {
    const form = sheetOf(planReportWorkbook(edition("tu-ky-2023")), "Biểu mẫu 7");
    expect(form.print).toMatchObject({ orientation: "portrait", titleRows: { first: 4, last: 5 } });
    expect(form.frozenRows).toBe(5);
  });

  it("hold no cell twice", () => {
    for (const sheet of planReportWorkbook(edition("tu-ky-2023"), new Map(), places).sheets) {
      const cells = sheet.cells.map((cell) => `${cell.row}:${cell.column}`);
      expect(new Set(cells).size).toBe(cells.length);
    }
  });
});

describe.each(editionIds())("names of %s", (id) => {
  const plan = planReportWorkbook(edition(id), new Map(), places);

  it("every indicator, group rows too, has exactly one cell, and every cell one name", () => {
    const wanted = [...eachIndicator(edition(id))].map(({ form, indicator }) =>
      indicatorName(form.number, indicator.code),
    );
    const names = plan.names.map((name) => name.name);
    expect(names.filter((name) => name.startsWith("CCHC_BM"))).toEqual(wanted);
    const cells = plan.names.map(({ area }) => `${area.sheet}!${area.top}:${area.left}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(cells).size).toBe(cells.length);
  });

  it("every information field and every place for own text has one", () => {
    const names = plan.names.map((name) => name.name);
    expect(names).toEqual(expect.arrayContaining(infoFields.map((field) => `CCHC_INFO_${field.key}`)));
    expect(names.slice(-2)).toEqual(["CCHC_TEXT_direction", "CCHC_TEXT_assigned_tasks"]);
  });

  it("every named cell is there to be written to", () => {
    for (const { area } of plan.names) {
      const cell = cellAt(sheetOf(plan, area.sheet), area.top, area.left);
      expect(cell.style.locked).toBe(
        area.sheet === "Thông tin chung" && area.top === infoRow(plan, "edition"),
      );
    }
  });
});

function infoRow(plan: WorkbookPlan, key: string): number {
  return infoCell(plan, key).row;
}

describe("a form", () => {
  const haiDuong = edition("hai-duong-2022");
  const plan = planReportWorkbook(haiDuong);
  const form = sheetOf(plan, "Biểu mẫu 1");

  it("has the header of the official print, over two rows", () => {
    expect([1, 2].map((row) => textAt(form, row, 1))).toEqual([
      "Biểu mẫu 1",
      "Công tác chỉ đạo điều hành CCHC",
    ]);
    expect([1, 2, 3, 4, 5].map((column) => textAt(form, 4, column))).toEqual([
      "STT",
      "Chỉ tiêu thống kê\n(sử dụng cho kỳ báo cáo hàng quý, 6 tháng, năm)",
      "Kết quả thống kê",
      null,
      "Ghi chú",
    ]);
    expect([3, 4].map((column) => textAt(form, 5, column))).toEqual(["Đơn vị tính", "Số lượng/ Tỷ lệ"]);
    expect(form.merges).toContainEqual({ top: 4, left: 3, bottom: 4, right: 4 });
    expect(form.merges).toContainEqual({ top: 4, left: 1, bottom: 5, right: 1 });
  });

  it("prints STT as text with its dot, and choices one per line", () => {
    expect(textAt(form, 14, 1)).toBe("3.3.1.");
    expect(cellAt(form, 14, 1).style.numberFormat).toBe("@");
    expect(textAt(form, 23, 3)).toBe("Trực tuyến = 0\nPhát phiếu = 1\nKết hợp = 2");
  });

  it("tells by its look what is filled, what works itself out and what is a group", () => {
    const [group, count, ratio] = [cellAt(form, 10, 4), cellAt(form, 6, 4), cellAt(form, 7, 4)];
    expect(count.style.fill).toBe(colors.input);
    expect(ratio.style.fill).toBe(colors.computed);
    expect(ratio.content.kind).toBe("formula");
    expect(group.style).toMatchObject({ fill: null, bold: true, locked: false });
    expect(cellAt(form, 10, 2).style.bold).toBe(true);
  });

  it("shows rows of the district in grey", () => {
    expect(textAt(form, 11, 2)).toBe("Số phòng chuyên môn đã kiểm tra");
    expect(cellAt(form, 11, 2).style.color).toBe(colors.muted);
    expect(cellAt(form, 11, 4).style.fill).toBeNull();
  });

  it("names the superior's level, as the information gives it", () => {
    const label = (info: Map<"superior", string>) =>
      textAt(sheetOf(planReportWorkbook(haiDuong, info), "Biểu mẫu 1"), 16, 2);
    expect(label(new Map())).toBe("Thực hiện nhiệm vụ của UBND huyện, Chủ tịch UBND huyện giao");
    expect(label(new Map([["superior", "UBND tỉnh Hải Dương"]]))).toBe(
      "Thực hiện nhiệm vụ của UBND tỉnh, Chủ tịch UBND tỉnh giao",
    );
  });
});

describe("row heights", () => {
  /** Letters of Times New Roman 12 take 5 points on average, and a line 15.75. */
  const LETTER = 5;
  const LINE = 15.75;

  it.each(editionIds())("clip no label of %s", (id) => {
    const plan = planReportWorkbook(edition(id));
    const tooLow: string[] = [];
    for (const { form, indicator } of eachIndicator(edition(id))) {
      const { sheet: name, row } = valueCell(edition(id), form, indicator.code);
      const sheet = sheetOf(plan, name);
      const height = sheet.rowHeights.find((candidate) => candidate.row === row)?.height ?? 0;
      const width = (sheet.columnWidths[1] ?? 0) * 5.25;
      const label = textAt(sheet, row, 2) ?? "";
      if (height < Math.ceil((label.length * LETTER) / width) * LINE) tooLow.push(label);
      const unit = textAt(sheet, row, 3) ?? "";
      if (height < unit.split("\n").length * LINE) tooLow.push(unit);
    }
    expect(tooLow).toEqual([]);
  });

  it("of rows for long texts may grow", () => {
    const plan = planReportWorkbook(edition("tu-ky-2023"), new Map(), places);
    const texts = sheetOf(plan, "Nội dung bổ sung").rowHeights.filter((row) => row.grows);
    expect(texts.map((row) => row.row)).toEqual([4, 5]);
  });
});

describe("Thông tin chung", () => {
  const plan = planReportWorkbook(edition("tu-ky-2023"));

  it("holds the edition's id and what most reports say", () => {
    const contents = ["edition", "symbol", "signerAuthority", "signerTitle", "organization"].map(
      (key) => infoCell(plan, key).content,
    );
    expect(contents).toEqual([
      { kind: "text", text: "tu-ky-2023" },
      { kind: "text", text: "BC-UBND" },
      { kind: "text", text: "TM. ỦY BAN NHÂN DÂN" },
      { kind: "text", text: "CHỦ TỊCH" },
      { kind: "blank" },
    ]);
  });

  it("works out the data window from period and year, as dates that can be overwritten", () => {
    const from = infoCell(plan, "from");
    expect(from.style).toMatchObject({ numberFormat: "dd/mm/yyyy", locked: false });
    const [period, year] = ["period", "year"].map((key) => `$B$${infoRow(plan, key)}`);
    expect(from.content).toMatchObject({
      kind: "formula",
      formula: expect.stringContaining(`IF(${period}="Quý III",DATE(${year},6,15)`),
    });
  });

  it("takes what is already known", () => {
    const info = new Map<"organization" | "from" | "signerTitle", string | number>([
      ["organization", "UBND xã Phượng Kỳ"],
      ["from", 44904],
      ["signerTitle", ""],
    ]);
    const filled = planReportWorkbook(edition("tu-ky-2023"), info);
    expect(infoCell(filled, "organization").content).toEqual({ kind: "text", text: "UBND xã Phượng Kỳ" });
    expect(infoCell(filled, "from").content).toEqual({ kind: "number", number: 44904 });
    expect(infoCell(filled, "signerTitle").content).toEqual({ kind: "blank" });
  });

  it("tells of rows in grey by the levels that the edition has", () => {
    const grey = (id: string) =>
      sheetOf(planReportWorkbook(edition(id)), "Thông tin chung").cells.flatMap(({ content }) =>
        content.kind === "text" ? (/Dòng chữ xám [^.]+\./.exec(content.text) ?? []) : [],
      );
    expect(grey("tu-ky-2023")).toEqual([
      "Dòng chữ xám là số liệu của cấp huyện, cấp tỉnh, xã không phải ghi.",
    ]);
    expect(grey("two-tier-2025")).toEqual(["Dòng chữ xám là số liệu của cấp tỉnh, xã không phải ghi."]);
  });

  it("says plainly when nobody has issued the forms", () => {
    const texts = (subject: Edition) =>
      sheetOf(planReportWorkbook(subject), "Thông tin chung").cells.flatMap(({ content }) =>
        content.kind === "text" ? [content.text] : [],
      );
    const proposed = texts(edition("two-tier-2025"));
    expect(proposed.filter((text) => text.startsWith("ĐỀ XUẤT"))).toEqual([
      "ĐỀ XUẤT: bộ biểu mẫu này chưa theo văn bản của cấp có thẩm quyền. Hỏi cấp trên trước khi dùng để báo cáo chính thức.",
    ]);
    expect(texts(edition("tu-ky-2023")).some((text) => text.startsWith("ĐỀ XUẤT"))).toBe(false);
  });
});
