import { describe, expect, it } from "@jest/globals";
import { infoFromJson, infoToCells } from "../../../src/workbook/filling/info-entries.js";
import { edition, thanhMienData } from "../../support/report-data.js";

const haiDuong = edition("hai-duong-2022");

function entries(json: unknown): Readonly<Record<string, string | number>> {
  const outcome = infoFromJson(haiDuong, json);
  if (!outcome.ok) throw new Error(outcome.fault.map((fault) => fault.message).join("\n"));
  return Object.fromEntries(outcome.value.entries);
}

function faults(json: unknown): readonly string[] {
  const outcome = infoFromJson(haiDuong, json);
  return outcome.ok ? [] : outcome.fault.map((fault) => fault.message);
}

describe("information from JSON", () => {
  it("reads that of Thanh Miện", () => {
    expect(entries(thanhMienData.info)).toMatchObject({
      organization: "UBND thị trấn Thanh Miện",
      period: "Quý III",
      year: 2023,
      from: 45087,
      to: 45178,
      addressees: "Phòng Nội vụ huyện Thanh Miện",
      recipients:
        "Phòng Nội vụ\nTT. Đảng ủy thị trấn\nTT. HĐND thị trấn\nLãnh đạo UBND thị trấn\nCông chức UBND\nLưu: VT",
    });
  });

  it.each([
    ["a period by id", { period: "half-year" }, { period: "6 tháng đầu năm" }],
    ["a period by its printed name", { period: "6 tháng đầu năm" }, { period: "6 tháng đầu năm" }],
    ["a date as officers write it", { date: "09/9/2023" }, { date: 45178 }],
    ["a year as text", { year: "2023" }, { year: 2023 }],
    [
      "a list as one text",
      { addressees: "UBND huyện\nPhòng Nội vụ" },
      { addressees: "UBND huyện\nPhòng Nội vụ" },
    ],
    ["a number where a text is wanted", { number: 15 }, { number: "15" }],
    ["null, which blanks the cell", { signerName: null }, { signerName: "" }],
    ["decomposed letters", { place: "Thanh Miện".normalize("NFD") }, { place: "Thanh Miện" }],
    ["the edition's own id, which is no entry", { edition: "hai-duong-2022" }, {}],
  ])("%s", (_, json, expected) => {
    expect(entries(json)).toEqual(expected);
  });

  it("reports unknown keys and goes on", () => {
    expect(infoFromJson(haiDuong, { place: "Thanh Miện", signature: "x" })).toEqual({
      ok: true,
      value: { entries: new Map([["place", "Thanh Miện"]]), unknownKeys: ["signature"] },
    });
  });

  it("lists every fault at once", () => {
    expect(
      faults({ period: "quý 5", year: 23, to: "31/02/2023", addressees: [1], organization: {} }),
    ).toEqual([
      'Mục "period" (Kỳ báo cáo): cần một trong các kỳ "quarter-1" (Quý I), "half-year" (6 tháng đầu năm), "quarter-3" (Quý III), "year" (Năm); tệp đang ghi "quý 5".',
      'Mục "year" (Năm): cần năm có bốn chữ số, ví dụ 2023; tệp đang ghi 23.',
      'Mục "to" (Số liệu tính đến ngày): cần một ngày có thật, dạng 2023-09-09 hoặc 09/9/2023; tệp đang ghi "31/02/2023".',
      'Mục "addressees" (Kính gửi): cần một chuỗi chữ hoặc một danh sách chuỗi chữ; tệp đang ghi [1].',
      'Mục "organization" (Đơn vị báo cáo): cần một chuỗi chữ; tệp đang ghi {}.',
    ]);
  });

  it.each([[[]], [null], ["UBND xã"], [7]])("%j is no information", (json) => {
    expect(faults(json)).toEqual([
      'Phần "info" phải là một đối tượng JSON, ví dụ {"organization": "UBND xã Phượng Kỳ"}.',
    ]);
  });

  it("does not take another edition's information for this workbook", () => {
    expect(faults({ edition: "tu-ky-2023" })).toEqual([
      'Mục "edition" (Bộ biểu mẫu): tệp Excel dùng bộ biểu mẫu "hai-duong-2022"; tệp đang ghi "tu-ky-2023".',
    ]);
  });
});

describe("entries into cells", () => {
  it("become edits; what has no cell any more is told", () => {
    const cell = { sheet: "Thông tin chung", row: 6, column: 2 };
    const given = new Map<"organization" | "place", string>([
      ["organization", "UBND xã Phượng Kỳ"],
      ["place", "Phượng Kỳ"],
    ]);
    expect(infoToCells(given, new Map([["organization", cell]]))).toEqual({
      edits: [{ cell, value: "UBND xã Phượng Kỳ" }],
      lost: ["place"],
    });
    expect(infoToCells(new Map([["place", ""]]), new Map([["place", cell]])).edits).toEqual([
      { cell, value: null },
    ]);
  });
});
