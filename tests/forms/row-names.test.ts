import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import { rowName } from "../../src/forms/indicators.js";
import { edition } from "../support/report-data.js";

describe("how messages name a row", () => {
  const dinhHoa = edition("dinh-hoa-2025");

  it("is its STT, or its words in quotes where the print gives it none", () => {
    expect(rowName(dinhHoa, { form: 3, code: "3.1.3" })).toBe("3.1.3");
    expect(rowName(dinhHoa, { form: 3, code: "3.1.3.b" })).toBe('"Số TTHC cấp xã"');
  });

  it("tells the STT above it where another row of the form has the same words", () => {
    const [first, second] = ["3.2.1.a", "3.2.2.a"].map((code) => rowName(dinhHoa, { form: 3, code }));
    expect(first).toBe('"Tổng số TTHC đủ điều kiện" (3.2.1)');
    expect(second).toBe('"Tổng số TTHC đủ điều kiện" (3.2.2)');
  });

  it("is the code for a row that the edition does not have", () => {
    expect(rowName(dinhHoa, { form: 3, code: "9.9" })).toBe("9.9");
  });

  it.each(editionIds())("names no two rows of a form alike in %s", (id) => {
    const { forms } = edition(id);
    for (const { number, indicators } of forms) {
      const names = indicators.map(({ code }) => rowName(edition(id), { form: number, code }));
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });
});
