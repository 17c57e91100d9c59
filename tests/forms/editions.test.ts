import { describe, expect, it } from "vitest";
import { eachIndicator, findIndicator, labelOf, printedUnit } from "../../src/forms/indicators.js";
import { DEFAULT_EDITION, editionIds, findEdition } from "../../src/forms/library.js";
import type { Edition } from "../../src/forms/schema.js";

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
  });

  it("cite the document that prescribes them", () => {
    expect(edition("tu-ky-2023").source).toMatchObject({ number: "271/UBND-NV", date: "2023-03-13" });
    expect(edition("hai-duong-2022").source).toMatchObject({ number: "508/UBND-VP", date: "2022-03-01" });
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
