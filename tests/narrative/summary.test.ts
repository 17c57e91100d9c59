import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { eachIndicator, indicatorKey } from "../../src/forms/indicators.js";
import { compose } from "../../src/narrative/compose.js";
import { untoldIndicators } from "../../src/narrative/coverage.js";
import { framing } from "../../src/narrative/framing.js";
import { defaultOutline } from "../../src/narrative/library.js";
import type { Report, ReportInfo } from "../../src/report/report.js";
import { buildReport, type TypedValues } from "../support/report-builder.js";
import { edition } from "../support/report-data.js";
import { reportWithTables } from "../support/table-books.js";
import { printed } from "./reports.js";

const dinhHoa = edition("dinh-hoa-2025");
const outline = defaultOutline(dinhHoa);
const INFO: Partial<ReportInfo> = {
  organization: "UBND xã Kim Phượng",
  superior: "UBND huyện Định Hóa",
  period: "multi-year",
  year: 2025,
  from: { year: 2021, month: 1, day: 1 },
  to: { year: 2025, month: 4, day: 10 },
  guidance: "Kế hoạch số 100/KH-UBND ngày 04/4/2025 của UBND huyện Định Hóa",
};

const report = (values: TypedValues = {}): Report => buildReport(dinhHoa, values, INFO);
const told = (values: TypedValues, section: string) => printed(compose(outline, report(values)), section);

/** Any numbers in every row, each of its kind. */
const numbers: fc.Arbitrary<TypedValues> = fc.record(
  Object.fromEntries(
    [...eachIndicator(dinhHoa)].flatMap(({ form, indicator }) => {
      const key = indicatorKey(form.number, indicator.code);
      switch (indicator.kind) {
        case "heading":
          return [];
        case "choice":
          return [[key, fc.constantFrom(...indicator.choices.map(({ value }) => value))]];
        case "ratio":
          return [[key, fc.integer({ min: 0, max: 100 })]];
        default:
          return [[key, fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5000 }))]];
      }
    }),
  ),
);

describe("the summary of several years", () => {
  test("is framed as one: its title and its period, and no quarter anywhere", () => {
    const frame = framing(report(), outline);
    expect(frame).toEqual({
      subject: "Tổng kết Chương trình cải cách hành chính nhà nước giai đoạn 2021 - 2025",
      dataWindow: "(Số liệu tính từ ngày 01/01/2021 đến ngày 10/4/2025)",
      opening:
        "Thực hiện Kế hoạch số 100/KH-UBND ngày 04/4/2025 của UBND huyện Định Hóa, Ủy ban nhân dân (UBND) xã Kim Phượng báo cáo tổng kết Chương trình cải cách hành chính (CCHC) nhà nước giai đoạn 2021 - 2025, cụ thể như sau:",
      closing:
        "Trên đây là báo cáo tổng kết Chương trình cải cách hành chính nhà nước giai đoạn 2021 - 2025 của UBND xã Kim Phượng./.",
    });
    expect(JSON.stringify(outline)).not.toMatch(/[Qq]uý I|6 tháng|[Tt]rong kỳ\b|\{year\}|\{nextYear\}/);
  });

  test("has the sections of the report of Kim Phượng", () => {
    const headings = compose(outline, report()).sections.map(({ number, heading }) => `${number} ${heading}`);
    expect(headings).toEqual([
      "I CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH, TRIỂN KHAI THỰC HIỆN",
      "1 Xây dựng, triển khai thực hiện kế hoạch cải cách hành chính",
      "2 Việc thành lập, kiện toàn Ban chỉ đạo cải cách hành chính",
      "3 Kết quả, mức độ hoàn thành Chương trình, kế hoạch giai đoạn 2021 - 2025; việc cải thiện, nâng cao các Chỉ số cải cách hành chính",
      "4 Công tác kiểm tra công vụ, kiểm tra cải cách hành chính",
      "5 Công tác tuyên truyền cải cách hành chính",
      "6 Việc thực hiện các nhiệm vụ được UBND huyện, Chủ tịch UBND huyện giao",
      "7 Những mô hình, sáng kiến, giải pháp mới trong cải cách hành chính được áp dụng có hiệu quả",
      '8 Kết quả triển khai phong trào thi đua "Thực hiện cải cách hành chính"',
      "II KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH",
      "1 Cải cách thể chế",
      "2 Cải cách thủ tục hành chính (TTHC)",
      "2.1 Rà soát, cắt giảm, đơn giản hóa thủ tục hành chính",
      "2.2 Số lượng thủ tục hành chính thuộc thẩm quyền giải quyết",
      "2.3 Kết quả thực hiện cơ chế một cửa, một cửa liên thông",
      "2.4 Tình hình tiếp nhận, giải quyết hồ sơ thủ tục hành chính",
      "2.5 Kết quả tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức",
      "3 Cải cách tổ chức bộ máy",
      "4 Cải cách công vụ",
      "5 Cải cách tài chính công",
      "6 Xây dựng và phát triển chính quyền điện tử, chính quyền số",
      "III ĐÁNH GIÁ CHUNG",
      "1 Ưu điểm",
      "2 Tồn tại, hạn chế, nguyên nhân",
      "IV PHƯƠNG HƯỚNG, NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH TRỌNG TÂM THỜI GIAN TỚI",
    ]);
  });

  test("tells the numbers of the rows without an STT", () => {
    expect(told({ "1/1.1": 88, "1/1.1.a": 25, "1/1.1.b": 22 }, "achievement")).toEqual([
      "- Trong 25 nhiệm vụ đề ra của Chương trình CCHC giai đoạn 2021 - 2025, tính đến ngày 10/4/2025 UBND xã đã hoàn thành 22/25 nhiệm vụ, đạt 88%.",
    ]);
    expect(told({ "3/3.2.2": 100, "3/3.2.2.a": 44, "3/3.2.2.b": 44, "3/3.2.2.c": 7 }, "digital")).toEqual([
      "- Về dịch vụ công trực tuyến toàn trình: đang cung cấp 44/44 TTHC đủ điều kiện, đạt 100%; trong đó 07 TTHC có phát sinh hồ sơ nộp trực tuyến.",
    ]);
    expect(told({ "4/4.1.5": 25, "4/4.1.5.a": 40, "4/4.1.5.b": 30 }, "organization")).toEqual([
      "- Tổng số đơn vị sự nghiệp thuộc UBND cấp huyện là 40 đơn vị, tại thời điểm báo cáo có 30 đơn vị; đã cắt giảm 25% so với năm 2015.",
    ]);
  });

  test("tells every row of a full report, whatever its numbers", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        expect(untoldIndicators(outline, report(values))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("says nothing of the numbers of another edition that happen to have its codes", () => {
    const other = buildReport("tu-ky-2023", { "3/3.1.1": 500, "3/3.2.1": 922, "1/1": 25 }, INFO);
    const facts = compose(outline, other).sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ runs }) => runs.flatMap(({ fact }) => (fact === null ? [] : [fact]))),
    );
    expect(facts).toEqual([]);
  });
});

describe("its tables and registers", () => {
  test("are told in its sections, fields by their size, documents cited", async () => {
    const filled = await reportWithTables("dinh-hoa-2025", {
      documents: [
        {
          type: "Kế hoạch",
          number: "13",
          symbol: "KH-UBND",
          date: "2023-02-14",
          subject: "cải cách hành chính giai đoạn 2021 - 2025",
          field: "Kế hoạch CCHC",
        },
      ],
      "dossiers-by-field": [
        {
          field: "Hộ tịch",
          "received-online": 279,
          "received-direct": 1,
          "received-carried": 0,
          "resolved-early": 280,
          "resolved-on-time": 0,
          "resolved-late": 0,
        },
        {
          field: "Chứng thực",
          "received-online": 605,
          "received-direct": 0,
          "received-carried": 0,
          "resolved-early": 605,
          "resolved-on-time": 0,
          "resolved-late": 0,
        },
      ],
      communication: [{ channel: "Đài truyền thanh", "reform-posts": 12 }],
    });
    const narrative = compose(outline, { ...filled, info: { ...filled.info, ...INFO } });
    expect(printed(narrative, "plan")).toEqual([
      "- UBND xã đã ban hành Kế hoạch số 13/KH-UBND ngày 14/02/2023 về cải cách hành chính giai đoạn 2021 - 2025.",
    ]);
    expect(printed(narrative, "communication")).toEqual(["- Đài truyền thanh: 12 tin, bài về CCHC."]);
    const dossiers = printed(narrative, "dossiers").join("\n");
    expect(dossiers).toContain("đã tiếp nhận 885 hồ sơ TTHC");
    expect(dossiers.indexOf("Chứng thực: tiếp nhận 605")).toBeLessThan(
      dossiers.indexOf("Hộ tịch: tiếp nhận 280"),
    );
    expect(dossiers).toContain("Toàn bộ 885/885 hồ sơ đã giải quyết được giải quyết trước hạn.");
  });
});
