import { describe, expect, test } from "@jest/globals";
import { framing } from "../../src/narrative/framing.js";
import { periodWords } from "../../src/narrative/period-words.js";
import type { ReportInfo } from "../../src/report/report.js";
import { buildReport } from "../support/report-builder.js";
import { narrate, phuongKy, printed, quarterOne, thanhMien } from "./reports.js";

const blank = { year: 2023, from: null, to: null };

describe("the words around the narrative", () => {
  test("Thanh Miện, quarter III", () => {
    expect(framing(thanhMien)).toEqual({
      subject:
        "Kết quả thực hiện công tác cải cách hành chính quý III, phương hướng, nhiệm vụ quý IV năm 2023",
      dataWindow: "(Số liệu tính từ ngày 10/6/2023 đến ngày 09/9/2023)",
      opening:
        "Thực hiện Công văn số 508/UBND-VP ngày 01/3/2022 của Ủy ban nhân dân tỉnh Hải Dương về việc triển khai thực hiện chế độ báo cáo cải cách hành chính định kỳ, Ủy ban nhân dân (UBND) thị trấn Thanh Miện báo cáo kết quả thực hiện công tác cải cách hành chính (CCHC) quý III, phương hướng, nhiệm vụ quý IV năm 2023, cụ thể như sau:",
      closing:
        "Trên đây là báo cáo kết quả thực hiện công tác cải cách hành chính quý III, phương hướng, nhiệm vụ quý IV năm 2023 của UBND thị trấn Thanh Miện./.",
    });
  });

  test("Phượng Kỳ, half a year", () => {
    const { subject, closing } = framing(phuongKy);
    expect(subject).toBe(
      "Kết quả thực hiện công tác cải cách hành chính 6 tháng đầu năm, phương hướng, nhiệm vụ 6 tháng cuối năm 2023",
    );
    expect(closing).toMatch(/ của UBND xã Phượng Kỳ\.\/\.$/);
  });

  test("with no information at all every sentence is still whole", () => {
    expect(framing(buildReport("tu-ky-2023"))).toEqual({
      subject: "Kết quả thực hiện công tác cải cách hành chính",
      dataWindow: null,
      opening: "Đơn vị báo cáo kết quả thực hiện công tác cải cách hành chính (CCHC), cụ thể như sau:",
      closing: "Trên đây là báo cáo kết quả thực hiện công tác cải cách hành chính./.",
    });
  });

  test.each([
    [{ from: { year: 2023, month: 6, day: 10 } }, "(Số liệu tính từ ngày 10/6/2023)"],
    [{ to: { year: 2024, month: 2, day: 9 } }, "(Số liệu tính đến ngày 09/02/2024)"],
  ])("one day of the data window known: %o", (days, line) => {
    expect(framing(buildReport("tu-ky-2023", {}, days)).dataWindow).toBe(line);
  });

  test.each([
    ["Công văn số 271/UBND-NV.", "Thực hiện Công văn số 271/UBND-NV, đơn vị"],
    ["Thực hiện Công văn số 271/UBND-NV;", "Thực hiện Công văn số 271/UBND-NV, đơn vị"],
    ["Căn cứ  Kế hoạch số 5/KH-UBND", "Thực hiện Kế hoạch số 5/KH-UBND, đơn vị"],
  ])("guidance typed as %s", (guidance, beginning) => {
    expect(framing(buildReport("tu-ky-2023", {}, { guidance })).opening.startsWith(beginning)).toBe(true);
  });

  test("names stand as typed, whatever marks they hold", () => {
    const hostile = "UBND xã {x} <b>'[y]' # {n, plural}";
    const report = quarterOne(
      { "1/1": 5 },
      { organization: hostile, superior: "Sở <i>{z}</i>", guidance: "Công văn {a} [b]" },
    );
    const { opening, closing } = framing(report);
    expect(opening).toContain(
      "Thực hiện Công văn {a} [b], Ủy ban nhân dân (UBND) xã {x} <b>'[y]' # {n, plural} báo cáo",
    );
    expect(closing).toMatch(/ của UBND xã \{x\} <b>'\[y\]' # \{n, plural\}\.\/\.$/);
    const assigned = narrate(
      quarterOne({ "1/4.1": 0 }, { organization: "Ban '{q}'", superior: "Sở <i>{z}</i>" }),
    );
    expect(printed(assigned, "assigned")).toEqual([
      "- Trong quý I năm 2024, không phát sinh nhiệm vụ do Sở <i>{z}</i>, Chủ tịch Sở <i>{z}</i> giao.",
    ]);
  });
});

describe("how the period is named", () => {
  test.each<[ReportInfo["period"], string, string, string | null]>([
    ["quarter-1", "quý I năm 2023", "quý II năm 2023", "quý I, phương hướng, nhiệm vụ quý II năm 2023"],
    [
      "half-year",
      "6 tháng đầu năm 2023",
      "6 tháng cuối năm 2023",
      "6 tháng đầu năm, phương hướng, nhiệm vụ 6 tháng cuối năm 2023",
    ],
    ["quarter-3", "quý III năm 2023", "quý IV năm 2023", "quý III, phương hướng, nhiệm vụ quý IV năm 2023"],
    ["year", "năm 2023", "năm 2024", "năm 2023, phương hướng, nhiệm vụ năm 2024"],
    [null, "kỳ báo cáo", "thời gian tới", null],
  ])("%s", (period, name, next, both) => {
    expect(periodWords({ ...blank, period })).toEqual({ period: name, next, both });
  });

  test("a period without its year leaves no gap", () => {
    expect(periodWords({ ...blank, year: null, period: "quarter-3" }).both).toBe(
      "quý III, phương hướng, nhiệm vụ quý IV",
    );
    expect(periodWords({ ...blank, year: null, period: "year" }).period).toBe("năm báo cáo");
  });

  test("several years take theirs from the data window", () => {
    const from = { year: 2021, month: 1, day: 1 };
    const to = { year: 2025, month: 3, day: 31 };
    expect(periodWords({ year: 2025, period: "multi-year", from, to }).period).toBe("giai đoạn 2021 - 2025");
  });

  test("no period given: the text speaks of the reporting period", () => {
    const report = buildReport("tu-ky-2023", { "1/1": 5 }, { organization: "UBND xã A" });
    expect(printed(narrate(report), "management")).toEqual([
      "- Trong kỳ báo cáo, UBND xã đã ban hành 05 văn bản chỉ đạo, quán triệt công tác CCHC.",
    ]);
    expect(narrate(report).sections.find(({ id }) => id === "duties")?.heading).toBe(
      "PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI",
    );
  });

  test("a year's report looks to the next year's plan", () => {
    const values = { "1/2.1": 25, "1/2.2": 22 };
    const report = buildReport("tu-ky-2023", values, { period: "year", year: 2023 });
    expect(narrate(report).suggestions.find(({ section }) => section === "duties")?.text).toBe(
      "Xây dựng, ban hành và tổ chức thực hiện Kế hoạch CCHC năm 2024, đồng thời hoàn thành 03 nhiệm vụ còn lại của Kế hoạch CCHC năm 2023.",
    );
  });
});

test.each([
  ["UBND phường Hải Tân", "UBND phường"],
  ["Uỷ ban nhân dân xã Phượng Kỳ", "UBND xã"],
  ["ỦY BAN NHÂN DÂN THỊ TRẤN THANH MIỆN", "UBND thị trấn"],
  ["UBND Phường 1", "UBND phường"],
  ["UBND đặc khu Phú Quốc", "UBND đặc khu"],
  ["Văn phòng HĐND và UBND xã A", "Văn phòng HĐND và UBND xã A"],
])("the text calls %s %s", (organization, unit) => {
  const report = buildReport("tu-ky-2023", { "4/2.3": 0 }, { organization });
  expect(printed(narrate(report), "organization")).toEqual([`- ${unit} không sử dụng hợp đồng lao động.`]);
});
