import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { editionIds } from "../../../src/forms/catalogue.js";
import { allEditions } from "../../../src/forms/library.js";
import type { Edition } from "../../../src/forms/schema.js";
import { isShipped } from "../../../src/forms/shipped.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import { carriedEdition } from "../../../src/workbook/reading/carried-edition.js";
import { identifyEdition } from "../../../src/workbook/reading/identify.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { snapshotOf } from "../../support/plan-snapshot.js";
import { edition } from "../../support/report-data.js";
import { removeNames, removeSheet, setCell } from "../../support/snapshot-damage.js";

const SHEET = "Bộ biểu mẫu";
const own: Edition = { ...edition("dinh-hoa-2025"), id: "thai-nguyen-2026" };
const plan = planReportWorkbook(own);
const whole = snapshotOf(plan);
const sheet = plan.sheets.find(({ name }) => name === SHEET);

const carriedId = (snapshot: WorkbookSnapshot): string | null => {
  const carried = carriedEdition(snapshot);
  return carried?.ok === true ? carried.value.id : null;
};
const identified = (snapshot: WorkbookSnapshot) =>
  identifyEdition(snapshot, allEditions(), carriedEdition(snapshot));
const editionCell = whole.names.find(({ name }) => name === "CCHC_INFO_edition")?.area;
const withId = (id: string) =>
  setCell(whole, "Thông tin chung", editionCell?.top ?? 0, editionCell?.left ?? 0, id);

describe("an edition of one's own", () => {
  it("goes into the workbook whole, on a sheet that nobody sees, each cell within Excel's limit", () => {
    expect(sheet?.veryHidden).toBe(true);
    const lengths = (sheet?.cells ?? []).map(({ content }) =>
      content.kind === "text" ? content.text.length : 0,
    );
    expect(lengths.length).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(8000);
    const carried = carriedEdition(whole);
    expect(carried?.ok === true ? carried.value : null).toEqual(own);
  });

  it("is told in as many cells as it takes, none beginning or ending with a space", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (remark) => {
        fc.pre(remark.trim() === remark && remark !== "");
        const [form] = own.forms;
        if (form === undefined) throw new Error("no form");
        const indicators = form.indicators.map((indicator) => ({
          ...indicator,
          remark: `${remark} `.repeat(60).trim(),
        }));
        const long = { ...own, forms: [{ ...form, indicators }, ...own.forms.slice(1)] };
        const snapshot = snapshotOf(planReportWorkbook(long));
        const cells = snapshot.sheets.find(({ name }) => name === SHEET)?.values.flat() ?? [];
        expect(cells.every((cell) => typeof cell === "string" && cell.trim() === cell)).toBe(true);
        const carried = carriedEdition(snapshot);
        expect(carried?.ok === true ? carried.value : null).toEqual(long);
      }),
      { numRuns: 20 },
    );
  });

  it("is the workbook's edition, with its name lost, or its id cleared, or named as one that nobody has", () => {
    const nameless = removeNames(whole, ["CCHC_EDITION_DATA"]);
    for (const snapshot of [whole, nameless, withId(""), withId("lao-cai-2030")]) {
      expect(identified(snapshot)).toEqual({ kind: "found", edition: own });
    }
    expect(identified(removeSheet(whole, "Thông tin chung"))).toEqual({
      kind: "found",
      edition: own,
    });
  });

  it("gives way to an edition of the program that the officer names", () => {
    expect(identified(withId("tu-ky-2023"))).toEqual({
      kind: "found",
      edition: edition("tu-ky-2023"),
    });
  });

  it("is the very same one at each reading, so that only what an edit touches is judged again", () => {
    const first = carriedEdition(whole);
    const again = carriedEdition(setCell(whole, "Biểu mẫu 1", 10, 4, 7));
    expect(first?.ok === true && again?.ok === true && first.value === again.value).toBe(true);
  });

  it("is preferred to the program's own of the same id", () => {
    const reworded: Edition = { ...edition("tu-ky-2023"), superior: "UBND quận" };
    const snapshot = snapshotOf(planReportWorkbook(reworded));
    expect(identified(snapshot)).toEqual({ kind: "found", edition: reworded });
  });

  it("is refused with its faults when it was damaged, and missed when its sheet is gone", () => {
    const damaged = setCell(whole, SHEET, 1, 1, "{");
    expect(identified(damaged)).toMatchObject({
      kind: "unusable",
      faults: [{ path: SHEET }],
    });
    const broken = setCell(whole, SHEET, 1, 1, JSON.stringify({ ...own, forms: [] }));
    const single = removeNames(broken, ["CCHC_EDITION_DATA"]);
    expect(identified(single)).toMatchObject({ kind: "unusable" });
    expect(identified(removeSheet(whole, SHEET))).toEqual({
      kind: "unknown",
      id: own.id,
    });
  });
});

describe("an edition that comes with the program", () => {
  it.each(editionIds())("%s is not carried", (id) => {
    const snapshot = snapshotOf(planReportWorkbook(edition(id)));
    expect(isShipped(edition(id))).toBe(true);
    expect(carriedId(snapshot)).toBeNull();
    expect(identified(snapshot)).toEqual({ kind: "found", edition: edition(id) });
  });
});
