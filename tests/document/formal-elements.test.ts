import { describe, expect, it } from "@jest/globals";
import {
  attachedTo,
  numberLine,
  organizationInCapitals,
  organizationName,
  organizationParts,
  placeAndDate,
  recipientLines,
  signatureLines,
  superiorName,
} from "../../src/document/formal-elements.js";
import type { ReportInfo } from "../../src/report/report.js";
import { BLANK_INFO } from "../support/report-builder.js";

const info = (given: Partial<ReportInfo>): ReportInfo => ({ ...BLANK_INFO, ...given });

describe("names of the bodies", () => {
  it.each([
    ["UBND xã Phượng Kỳ", "Ủy ban nhân dân xã Phượng Kỳ"],
    ["Ủy ban nhân dân xã Phượng Kỳ", "Ủy ban nhân dân xã Phượng Kỳ"],
    ["Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã"],
  ])("writes the issuing body %s out in full", (given, name) => {
    expect(organizationName(info({ organization: given }))).toBe(name);
  });

  it("parts the committee from its unit", () => {
    expect(organizationParts(info({ organization: "UBND xã Phượng Kỳ" }))).toEqual([
      "ỦY BAN NHÂN DÂN",
      "XÃ PHƯỢNG KỲ",
    ]);
    expect(organizationParts(info({ organization: "Phòng Nội vụ" }))).toEqual(["PHÒNG NỘI VỤ"]);
    expect(organizationInCapitals(info({ organization: "Uỷ ban nhân dân xã Ea Đrăng" }))).toBe(
      "UỶ BAN NHÂN DÂN XÃ EA ĐRĂNG",
    );
  });

  it("abbreviates the superior's common words", () => {
    const superior = "Ủy ban nhân dân huyện Tứ Kỳ";
    expect(superiorName(info({ organization: "Phòng Nội vụ", superior }))).toBe("UBND HUYỆN TỨ KỲ");
    expect(superiorName(info({ organization: "UBND xã Phượng Kỳ", superior }))).toBeNull();
    expect(superiorName(info({}))).toBeNull();
  });
});

describe("number, place and date", () => {
  it.each([
    ["5", "BC-UBND", "Số: 05/BC-UBND"],
    ["05", "", "Số: 05/BC-UBND"],
    ["125", "/BC-VP", "Số: 125/BC-VP"],
    ["", "BC-UBND", "Số:        /BC-UBND"],
    ["12/BC-UBND", "BC-UBND", "Số: 12/BC-UBND"],
  ])("number %j with symbol %j is %j", (number, symbol, line) => {
    expect(numberLine(info({ number, symbol }))).toBe(line);
  });

  it("prints a given date in full, with zeros before days under 10 and months 1 and 2", () => {
    const date = { year: 2023, month: 2, day: 9 };
    expect(placeAndDate(info({ place: "Thanh Miện", date }))).toBe("Thanh Miện, ngày 09 tháng 02 năm 2023");
  });

  it("leaves the day open, then the month, then the year", () => {
    const place = "Thanh Miện";
    const to = { year: 2023, month: 9, day: 9 };
    expect(placeAndDate(info({ place, to }))).toBe("Thanh Miện, ngày      tháng 9 năm 2023");
    expect(placeAndDate(info({ place, year: 2023 }))).toBe("Thanh Miện, ngày      tháng      năm 2023");
    expect(placeAndDate(info({ place }))).toBe("Thanh Miện, ngày      tháng      năm");
  });

  it("tells what an appendix belongs to", () => {
    const date = { year: 2023, month: 9, day: 12 };
    const given = info({ number: "7", symbol: "BC-UBND", date, organization: "UBND xã Phượng Kỳ" });
    expect(attachedTo(given)).toEqual([
      "(Kèm theo Báo cáo số 07/BC-UBND ngày 12 tháng 9 năm 2023",
      "của Ủy ban nhân dân xã Phượng Kỳ)",
    ]);
  });
});

describe("recipients", () => {
  it("starts with Như trên when the report is addressed and ends with Lưu", () => {
    const given = info({
      addressees: ["UBND huyện Tứ Kỳ"],
      recipients: ["Lưu: VP./.", "- Như trên;", "– Đảng ủy xã;", "  ", "Công chức UBND xã."],
    });
    expect(recipientLines(given)).toEqual([
      "- Như trên;",
      "- Đảng ủy xã;",
      "- Công chức UBND xã;",
      "- Lưu: VP.",
    ]);
  });

  it("keeps a copy with the registry when nobody is named", () => {
    expect(recipientLines(info({}))).toEqual(["- Lưu: VT."]);
  });
});

describe("signature", () => {
  it("sets authority and title in capitals and leaves the name as written", () => {
    const given = {
      signerAuthority: "KT. Chủ tịch",
      signerTitle: "Phó Chủ tịch",
      signerName: " Nguyễn Văn A ",
    };
    expect(signatureLines(info(given))).toEqual({
      above: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
      name: "Nguyễn Văn A",
    });
  });

  it("leaves room for a title that is not given", () => {
    expect(signatureLines(info({}))).toEqual({ above: ["…………………"], name: "" });
  });
});
