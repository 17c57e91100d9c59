import { describe, expect, it } from "@jest/globals";
import type { Edition, Indicator } from "../../src/forms/schema.js";
import { readChoices } from "../../src/recognition/inference/infer-choices.js";
import { type EditionDraft, inferEdition } from "../../src/recognition/inference/infer-edition.js";
import { edition } from "../support/report-data.js";
import { bareBook, blankCell, captured, type LooseBook } from "./support/loose-book.js";

function draftOf(book: LooseBook): EditionDraft {
  const outcome = inferEdition(captured(book), { id: "ban-nhap", name: "Bản nháp" });
  if (outcome.kind !== "inferred") throw new Error("nothing inferred");
  return outcome.draft;
}

function inferred({ edition: made, faults }: EditionDraft): Edition {
  if (made === null) throw new Error(faults.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  return made;
}

/** What the issue asks to be inferred: kind, choices, ratio and totals. */
function declared(indicator: Indicator | undefined): unknown {
  if (indicator === undefined) return null;
  const { kind } = indicator;
  const { choices, ratio, reduction, parts, atMost } = { ...noParts, ...indicator };
  return { kind, choices, ratio, reduction, parts, atMost };
}

const noParts = { choices: null, ratio: null, reduction: null, parts: null, atMost: null };

function rowsOf(of: Edition): ReadonlyMap<string, Indicator> {
  return new Map(
    of.forms.flatMap((form) =>
      form.indicators.map((row) => [`${form.number}/${row.code}`, row] as [string, Indicator]),
    ),
  );
}

describe("inference on the bare tables of the form editions", () => {
  it.each([
    "tu-ky-2023",
    "hai-duong-2022",
    "dinh-hoa-2025",
    "two-tier-2025",
  ])("finds kinds, choices, ratios and totals of %s in at least 95 per cent of rows; the rest are doubtful", (id) => {
    const draft = draftOf(bareBook(edition(id)));
    const found = rowsOf(inferred(draft));
    const doubtful = new Set(
      draft.doubts.flatMap((doubt) => ("property" in doubt ? [`${doubt.form}/${doubt.code}`] : [])),
    );
    const rows = [...rowsOf(edition(id))];
    const differing = rows
      .filter(([key, row]) => JSON.stringify(declared(row)) !== JSON.stringify(declared(found.get(key))))
      .map(([key]) => key);
    expect(found.size).toBe(rows.length);
    expect(differing.filter((key) => !doubtful.has(key))).toEqual([]);
    expect(differing.length / rows.length).toBeLessThanOrEqual(0.05);
    // A draft that doubts everything says nothing.
    expect(doubtful.size / rows.length).toBeLessThanOrEqual(0.1);
  });

  it("prints labels, units and STT as the table has them", () => {
    const found = rowsOf(inferred(draftOf(bareBook(edition("hai-duong-2022")))));
    expect(found.get("3/3.3.1")).toMatchObject({
      label: "Tổng số hồ sơ TTHC đã giải quyết xong",
      unit: "Hồ sơ",
    });
  });

  it("derives codes for rows without an STT and keeps a set in one table in one table", () => {
    const made = inferred(draftOf(bareBook(edition("dinh-hoa-2025"))));
    expect(made.layout).toMatchObject({ kind: "continuous", sheet: "Phụ lục", detail: "Trong đó" });
    expect(rowsOf(made).get("3/3.2.1.a")).toMatchObject({ uncoded: true, kind: "count" });
  });
});

describe("inference from tables that are not in order", () => {
  const table = (...rows: readonly (readonly [string | null, string, string])[]): LooseBook => ({
    sheets: [
      {
        name: "Bảng",
        rows: [["STT", "Chỉ tiêu", "Đơn vị tính", "Số lượng"], ...rows].map((cells) =>
          cells.map((text) => blankCell(text)),
        ),
      },
    ],
  });

  it("lists every fault of a draft that parseEdition does not take", () => {
    const draft = draftOf(
      table(["1", "Số văn bản", "Văn bản"], ["1", "Số phiếu", "Phiếu"], ["2", "Số hồ sơ", "Hồ sơ"]),
    );
    expect(draft.edition).toBeNull();
    expect(draft.faults).toEqual([{ path: "forms.1.1", message: "số thứ tự 1 có hai dòng" }]);
    expect(draft.doubts).toContainEqual({ kind: "repeated-code", sheet: "Bảng", code: "1", rows: [2, 3] });
  });

  it("does not make a choice of a single option", () => {
    const draft = draftOf(
      table(["1", "Họp trực tuyến", "Chưa có = 0"], ["2", "Số phiếu", "Phiếu"], ["3", "Số hồ sơ", "Hồ sơ"]),
    );
    expect(draft.doubts).toContainEqual(
      expect.objectContaining({ code: "1", property: "choices", certain: false, reason: "choices-one" }),
    );
  });

  it("guesses no heading beside amounts as money, unless its words are those of an amount", () => {
    const draft = draftOf(
      table(
        ["I", "Tự chủ tài chính", ""],
        ["1", "Kinh phí được giao", "Triệu đồng"],
        ["2", "Đã thực hiện", ""],
        ["3", "Những khó khăn, vướng mắc", ""],
        ["4", "Số đơn vị tự chủ", "Đơn vị"],
      ),
    );
    const rows = rowsOf(inferred(draft));
    expect([..."1234"].map((code) => rows.get(`1/${code}`)?.kind)).toEqual([
      "money",
      "money",
      "heading",
      "count",
    ]);
    const doubtful = draft.doubts.flatMap((doubt) => ("property" in doubt ? [doubt.code] : []));
    expect(doubtful).toEqual(expect.arrayContaining(["2", "3"]));
  });

  it("takes the whole and the part of a reduction", () => {
    const made = inferred(
      draftOf(
        table(
          ["1", "Tỷ lệ đơn vị sự nghiệp đã cắt giảm so với năm 2015", "%"],
          ["1.1", "Tổng số đơn vị sự nghiệp năm 2015", "Đơn vị"],
          ["1.2", "Số đơn vị sự nghiệp tại thời điểm báo cáo", "Đơn vị"],
        ),
      ),
    );
    expect(rowsOf(made).get("1/1")).toMatchObject({ reduction: { from: "1.1", to: "1.2" } });
  });
});

describe("options in a unit cell", () => {
  it.each([
    ["Có = 1; Không = 0", [1, 0]],
    ["Trực tuyến = 0\nPhát phiếu = 1\nKết hợp = 2", [0, 1, 2]],
    ["Chưa: 0, Hoàn thành: 1", [0, 1]],
    ["Văn bản", []],
  ])("%j", (unit, values) => {
    expect(readChoices(unit).map(({ value }) => value)).toEqual(values);
  });
});
