import { describe, expect, it } from "@jest/globals";
import { DEFAULT_EDITION, editionIds } from "../../src/forms/catalogue.js";
import {
  eachIndicator,
  findIndicator,
  labelOf,
  printedCode,
  printedUnit,
} from "../../src/forms/indicators.js";
import { findEdition } from "../../src/forms/library.js";
import type { Edition } from "../../src/forms/schema.js";
import dinhHoaRows from "../fixtures/dinh-hoa-2025-rows.json" with { type: "json" };

function edition(id: string): Edition {
  const found = findEdition(id);
  if (found === null) throw new Error(`no edition ${id}`);
  return found;
}

const rowsPerForm = (id: string) => edition(id).forms.map((form) => form.indicators.length);

describe("the editions", () => {
  it("start with the default, whose rows are cut for a commune", () => {
    expect(editionIds()[0]).toBe(DEFAULT_EDITION);
  });

  it("hold every row of the real forms", () => {
    expect(rowsPerForm("tu-ky-2023")).toEqual([19, 13, 25, 14, 11, 12, 29]);
    expect(rowsPerForm("hai-duong-2022")).toEqual([19, 12, 17, 8, 17, 13, 29]);
    expect(rowsPerForm("dinh-hoa-2025")).toEqual([18, 7, 38, 17, 15, 14, 13]);
    expect(rowsPerForm("vinh-linh-2023")).toEqual([19, 13, 25, 14, 11, 12, 29]);
    expect(rowsPerForm("two-tier-2025")).toEqual([19, 10, 21, 14, 11, 12, 29]);
  });

  it("cite the document that prescribes them", () => {
    expect(edition("tu-ky-2023").source).toMatchObject({ number: "271/UBND-NV", date: "2023-03-13" });
    expect(edition("hai-duong-2022").source).toMatchObject({ number: "508/UBND-VP", date: "2022-03-01" });
    expect(edition("dinh-hoa-2025").source).toMatchObject({ number: "100/KH-UBND", date: "2025-04-04" });
    expect(edition("vinh-linh-2023").source).toMatchObject({ number: "896/UBND-NV", date: "2023-06-05" });
  });

  it("are written in NFC", () => {
    for (const id of editionIds()) {
      const text = JSON.stringify(edition(id));
      expect(text).toBe(text.normalize("NFC"));
    }
  });

  it("cut a label that carries one commune's own figures to its general part", () => {
    expect(findIndicator(edition("hai-duong-2022"), { form: 3, code: "1.4.3" })?.label).toBe(
      "Số TTHC cấp xã",
    );
  });

  it("never require the rows of the district and the province", () => {
    const others = [...eachIndicator(edition("tu-ky-2023"))]
      .filter(({ indicator }) => indicator.subject !== "commune")
      .map(({ form, indicator }) => `${form.number}/${indicator.code}`);
    expect(others).toEqual([
      ...["2/1.1", "2/2.1", "2/3.1"],
      ...["3/1.4.1", "3/1.4.2", "3/3.1", "3/3.1.1", "3/3.1.2", "3/3.2", "3/3.2.1", "3/3.2.2"],
    ]);
  });

  it("print choices one per line, and name the superior as the report does", () => {
    const form1 = edition("tu-ky-2023").forms[0];
    const survey = form1?.indicators.find((indicator) => indicator.code === "5.2");
    const tasks = form1?.indicators.find((indicator) => indicator.code === "4");
    if (survey === undefined || tasks === undefined) throw new Error("form 1 has lost rows");
    expect(printedUnit(survey)).toBe("Trực tuyến = 0\nPhát phiếu = 1\nKết hợp = 2");
    expect(labelOf(tasks, "UBND tỉnh")).toBe("Thực hiện nhiệm vụ của UBND tỉnh, Chủ tịch UBND tỉnh giao");
  });

  it("answer null for an id that nobody knows", () => {
    expect(findEdition("toString")).toBeNull();
    expect(findEdition("ha-noi-1999")).toBeNull();
  });
});

describe("the summary of Định Hóa", () => {
  const dinhHoa = edition("dinh-hoa-2025");

  it("prints every row as the appendix of Kế hoạch 100/KH-UBND does", () => {
    const printed = [...eachIndicator(dinhHoa)].map(({ form, indicator }) => [
      form.number,
      printedCode(indicator).replace(/\.$/, ""),
      indicator.code,
      labelOf(indicator, dinhHoa.superior),
      printedUnit(indicator).replaceAll("\n", "; ") || null,
    ]);
    expect(printed).toEqual(dinhHoaRows);
  });

  it("gives rows without an STT the code of the row above them and a letter", () => {
    const uncoded = [...eachIndicator(dinhHoa)].filter(({ indicator }) => indicator.uncoded === true);
    expect(uncoded.length).toBe(36);
    for (const { indicator } of uncoded) expect(indicator.code).toMatch(/^\d(\.\d)+\.[abc]$/);
  });

  it("says that one ratio is a reduction", () => {
    expect(findIndicator(dinhHoa, { form: 4, code: "4.1.5" })).toMatchObject({
      kind: "ratio",
      reduction: { from: "4.1.5.a", to: "4.1.5.b" },
    });
  });
});

it("Vĩnh Linh fills the forms of the default edition", () => {
  expect(edition("vinh-linh-2023").forms).toEqual(edition(DEFAULT_EDITION).forms);
});

describe("the edition for two tiers of government", () => {
  const twoTier = edition("two-tier-2025");
  const labels = (of: Edition) =>
    new Map(
      [...eachIndicator(of)].map(({ form, indicator }) => [
        `${form.number}/${indicator.code}`,
        indicator.label,
      ]),
    );

  it("says that nobody has issued it", () => {
    expect(twoTier.source).toMatchObject({ status: "proposed" });
  });

  it("knows no district and no level of online service", () => {
    const texts = [
      twoTier.name,
      twoTier.superior,
      ...Object.values(twoTier.columns),
      ...twoTier.forms.map((form) => form.title),
      ...[...eachIndicator(twoTier)].flatMap(({ indicator }) => [
        labelOf(indicator, twoTier.superior),
        printedUnit(indicator),
        indicator.remark ?? "",
      ]),
    ];
    for (const text of texts) expect(text).not.toMatch(/huyện|mức độ|thị trấn|phòng chuyên môn/iu);
    for (const { indicator } of eachIndicator(twoTier)) expect(indicator.subject).not.toBe("district");
  });

  it("leaves out the rows of the district and no others", () => {
    const kept = labels(twoTier);
    const left = [...labels(edition(DEFAULT_EDITION)).keys()].filter((row) => !kept.has(row));
    expect(left).toEqual(["2/1.1", "2/2.1", "2/3.1", "3/1.4.2", "3/3.2", "3/3.2.1", "3/3.2.2"]);
  });

  it("rewords only what named the district or a level", () => {
    const before = labels(edition(DEFAULT_EDITION));
    const reworded = [...labels(twoTier)].filter(([row, label]) => before.get(row) !== label);
    expect(reworded.map(([row]) => row)).toEqual([
      ...["5/2.3", "7/2", "7/5.1.1", "7/6.4", "7/6.4.1", "7/6.4.2", "7/6.4.3"],
      ...["7/6.5", "7/6.5.1", "7/6.5.2", "7/6.5.3", "7/6.6", "7/6.6.1", "7/6.6.2", "7/6.7"],
    ]);
    for (const [row] of reworded) expect(before.get(row)).toMatch(/huyện|mức độ/u);
  });
});
