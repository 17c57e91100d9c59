import { describe, expect, it } from "@jest/globals";
import type { FindingPlace } from "../../src/rules/finding.js";
import {
  choicesOf,
  columnAt,
  infoWords,
  nameOfColumn,
  ownColumn,
  rowWords,
  tableSheet,
  unitAt,
  unlikeUnits,
} from "../../src/rules/place-words.js";
import { edition } from "../support/report-data.js";
import { smallEdition } from "../support/small-edition.js";

/** What is printed where a finding is: rows, columns, sheets, units and choices as the forms have them. */

const tuKy = edition("tu-ky-2023");
const row = (form: number, code: string): FindingPlace => ({ kind: "indicator", form, code, address: null });
const cell = (table: string, column: string | null) =>
  ({ kind: "table", form: null, table, row: 1, column, address: null }) as const;
const organization = { kind: "info", key: "organization", address: null } as const;
const sheet: FindingPlace = { kind: "sheet", sheet: "Biểu mẫu 1", form: 1 };

describe("a column", () => {
  it("has the words of its header, quoted, and its sheet", () => {
    expect(nameOfColumn("staff", "assigned")).toBe('"Số được giao"');
    expect(ownColumn(cell("staff", "assigned"))).toBe('"Số được giao"');
    expect(columnAt(cell("staff", "assigned"))).toMatchObject({ id: "assigned", kind: "count" });
    expect(tableSheet("staff")).toBe("Đội ngũ cán bộ, công chức");
  });

  it("has its id where no table and no column is known of that name", () => {
    expect(nameOfColumn("staff", "none")).toBe('"none"');
    expect(nameOfColumn("none", "assigned")).toBe('"assigned"');
    expect(columnAt(cell("none", "assigned"))).toBeNull();
    expect(columnAt(cell("staff", "none"))).toBeNull();
    expect(tableSheet("none")).toBe("none");
  });

  it("is none of a table as a whole, of a row of the forms, of a sheet", () => {
    expect(columnAt(cell("staff", null))).toBeNull();
    expect([cell("staff", null), row(3, "3.3.1"), sheet, organization].map(ownColumn)).toEqual([
      ...["", "", "", ""],
    ]);
  });
});

describe("a unit", () => {
  const at = (place: FindingPlace) => unitAt(place, tuKy);

  it("is printed for rows and columns that count", () => {
    expect(at(row(3, "3.3.1"))).toBe("Hồ sơ");
    expect(at(row(3, "3.3"))).toBe("%");
    expect(at(cell("staff", "assigned"))).toBe("người");
    expect(at(cell("staff", "qualified-ratio"))).toBe("%");
  });

  it("is none of words, headings, choices, whole tables, sheets, and what is unknown", () => {
    const places = [row(3, "2"), row(1, "5"), row(3, "9.9"), cell("staff", "group"), cell("staff", null)];
    expect(places.map(at)).toEqual([null, null, null, null, null]);
    expect([cell("none", "assigned"), cell("staff", "none"), sheet, organization].map(at)).toEqual([
      ...[null, null, null, null],
    ]);
  });

  it("is told of two columns where they count different things", () => {
    const column = (table: string, id: string) => ({ kind: "column", table, column: id }) as const;
    const place = cell("staff", "qualified-ratio");
    expect(unlikeUnits(place, column("staff", "assigned"))).toEqual({ own: "%", other: "người" });
    expect(unlikeUnits(cell("staff", "present"), column("staff", "assigned"))).toBeNull();
    expect(unlikeUnits(place, column("staff", "group"))).toBeNull();
    expect(unlikeUnits(cell("staff", "group"), column("staff", "assigned"))).toBeNull();
    expect(unlikeUnits(cell("staff", null), column("staff", "assigned"))).toBeNull();
    expect(unlikeUnits(row(3, "3.3"), column("staff", "assigned"))).toBeNull();
    expect(unlikeUnits(place, { kind: "row", form: 3, code: "3.3.1" })).toBeNull();
  });
});

describe("a row", () => {
  it("has its STT and first words", () => {
    expect(rowWords(row(1, "5.2"), tuKy)).toBe("5.2 (Hình thức khảo sát)");
    expect([sheet, organization, cell("staff", "assigned")].map((place) => rowWords(place, tuKy))).toEqual([
      ...["", "", ""],
    ]);
  });

  it("has its words alone where its form prints no STT", () => {
    const bare = smallEdition([{ code: "1", label: "Số hồ sơ đã nhận", uncoded: true }, { code: "2" }]);
    expect([row(1, "1"), row(1, "2")].map((place) => rowWords(place, bare))).toEqual([
      ...['"Số hồ sơ đã nhận"', "2 (Dòng 2)"],
    ]);
  });

  it("has its choices, numbers before words, quoted where asked", () => {
    expect(choicesOf(row(1, "5.2"), tuKy)).toBe("0 (Trực tuyến), 1 (Phát phiếu), 2 (Kết hợp)");
    expect(choicesOf(row(1, "5.2"), tuKy, true)).toBe('0 ("Trực tuyến"), 1 ("Phát phiếu"), 2 ("Kết hợp")');
    expect([row(3, "3.3.1"), row(9, "9"), sheet].map((one) => choicesOf(one, tuKy))).toEqual(["", "", ""]);
  });
});

describe("a piece of information", () => {
  it("has its label, and its hint with one full stop", () => {
    expect(infoWords(organization)).toEqual({ label: "Đơn vị báo cáo", hint: "Ví dụ: UBND xã Phượng Kỳ." });
    expect(infoWords({ ...organization, key: "signerAuthority" }).hint).toBe(
      "Thường là TM. ỦY BAN NHÂN DÂN.",
    );
    expect(infoWords({ ...organization, key: "edition" }).hint).toMatch(/không sửa\.$/);
    expect(infoWords(sheet)).toEqual({ label: "", hint: "" });
  });
});
