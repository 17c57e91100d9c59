import { describe, expect, it } from "@jest/globals";
import type { LayoutFault, Report, ReportInfo } from "../../src/report/report.js";
import { layoutFindings, silentForms } from "../../src/rules/layout-findings.js";
import { lines } from "../support/check.js";
import { buildReport, type TypedValues } from "../support/report-builder.js";

/** What is said of cells that are not where they were, and how grave it is. */

const address = { sheet: "Biểu mẫu 3", row: 9, column: 4 };
const cell = { form: 3, code: "1.4" } as const;
/** A row of the province, which a commune's report can do without. */
const higher = { form: 3, code: "1.4.1" } as const;
const sheet = "Biểu mẫu 3";

function said(fault: LayoutFault): readonly string[] {
  return lines(layoutFindings({ ...buildReport("tu-ky-2023"), layout: [fault] }, null));
}

describe("a fault of the sheets", () => {
  it.each<[LayoutFault, string]>([
    [{ kind: "table-name-lost", table: "staff", address }, "layout.name-lost staff/total/ warning"],
    [
      { kind: "column-missing", table: "staff", column: "present", sheet },
      "layout.cell-missing staff/total/present error",
    ],
    [{ kind: "sheet-missing", sheet, form: 3, adopted: false }, "layout.sheet-missing Biểu mẫu 3 error"],
    [{ kind: "sheet-missing", sheet, form: 3, adopted: true }, "layout.sheet-missing Biểu mẫu 3 warning"],
    [{ kind: "sheet-missing", sheet, form: null, adopted: false }, "layout.sheet-missing Biểu mẫu 3 error"],
    [{ kind: "sheet-missing", sheet, form: null, adopted: true }, "layout.sheet-missing Biểu mẫu 3 info"],
    [
      { kind: "values-beside", form: 3, sheet, by: "row", found: "D5" },
      "layout.values-beside Biểu mẫu 3 error",
    ],
    [{ kind: "cell-missing", ...cell, sheet, adopted: false }, "layout.cell-missing 3/1.4 error"],
    [{ kind: "cell-missing", ...cell, sheet, adopted: true }, "layout.cell-missing 3/1.4 warning"],
    [{ kind: "cell-missing", ...higher, sheet, adopted: false }, "layout.cell-missing 3/1.4.1 info"],
    [{ kind: "cell-missing", ...higher, sheet, adopted: true }, "layout.cell-missing 3/1.4.1 info"],
    [{ kind: "name-lost", ...cell, address }, "layout.name-lost 3/1.4 warning"],
    [{ kind: "moved", ...cell, address, found: "2.1" }, "layout.moved 3/1.4 error"],
    [{ kind: "relabelled", ...cell, address, found: "x" }, "layout.relabelled 3/1.4 warning"],
    [{ kind: "duplicated", ...cell, address, other: "E9" }, "layout.duplicated 3/1.4 error"],
  ])("%j: %s", (fault, expected) => {
    expect(said(fault)).toEqual([expected]);
  });

  it("says where it is and what was found there", () => {
    const found = (fault: LayoutFault) =>
      layoutFindings({ ...buildReport("tu-ky-2023"), layout: [fault] }, null)[0];
    expect(found({ kind: "moved", ...cell, address, found: "2.1" })).toMatchObject({
      found: "2.1",
      place: { address },
    });
    expect(found({ kind: "relabelled", ...cell, address, found: "x" })).toMatchObject({
      found: "x",
      place: { address },
    });
    expect(found({ kind: "duplicated", ...cell, address, other: "E9" })).toMatchObject({
      found: "E9",
      place: { address },
    });
    expect(found({ kind: "name-lost", ...cell, address })).toMatchObject({
      place: { address, form: 3, code: "1.4" },
    });
    expect(found({ kind: "cell-missing", ...cell, sheet, adopted: true })).toMatchObject({
      ...{ sheet, adopted: true, place: { address: null } },
    });
    expect(found({ kind: "column-missing", table: "staff", column: "present", sheet })).toMatchObject({
      ...{ sheet, adopted: false, place: { table: "staff", column: "present", address: null } },
    });
    expect(found({ kind: "table-name-lost", table: "staff", address })).toMatchObject({
      place: { address, column: null },
    });
    expect(found({ kind: "values-beside", form: 3, sheet, by: "row", found: "D5" })).toMatchObject({
      ...{ by: "row", found: "D5", place: { sheet, form: 3 } },
    });
    expect(found({ kind: "sheet-missing", sheet, form: 3, adopted: true })).toMatchObject({ adopted: true });
  });
});

describe("a form that says just what the earlier period's said", () => {
  const half = { period: "half-year", year: 2023 } as const;
  const flows = { "3/1.2": 2, "3/1.3": 0, "3/3.3.1": 922, "3/3.3.2": 919, "3/3.4.1": 1 };
  const said = (values: TypedValues, before: TypedValues = flows, info: Partial<ReportInfo> = half) =>
    lines(
      layoutFindings(
        buildReport("tu-ky-2023", values, { period: "quarter-3", year: 2023 }),
        buildReport("tu-ky-2023", before, info),
      ),
    );
  const copied = ["layout.form-copied Biểu mẫu 3 warning"];

  it("was copied, when all that the period counts is the same, four numbers at least, one of them of two digits", () => {
    expect(said(flows)).toEqual(copied);
    // What stands at the day may change or stay.
    expect(said({ ...flows, "3/1.4": 157 })).toEqual(copied);
    expect(said({ ...flows, "3/1.2": 3 })).toEqual([]);
    expect(said({ ...flows, "3/1.1": 0 })).toEqual([]);
    const { "3/1.2": _, ...three } = flows;
    expect(said(three, three)).toEqual([]);
    const small = (largest: number) => ({ ...flows, "3/3.3.1": largest, "3/3.3.2": 9 });
    expect(said(small(10), small(10))).toEqual(copied);
    expect(said(small(9), small(9))).toEqual([]);
  });

  it("is no copy of itself, nor of other forms", () => {
    expect(said(flows, flows, { period: "quarter-3", year: 2023 })).toEqual([]);
    expect(said(flows, flows, { period: "quarter-3", year: 2022 })).toEqual(copied);
    const other = buildReport("hai-duong-2022", flows, half);
    expect(lines(layoutFindings(buildReport("tu-ky-2023", flows), other))).toEqual([]);
  });
});

describe("forms of which one finding says why they are silent", () => {
  const of = (...layout: readonly LayoutFault[]) => [
    ...silentForms(layoutFindings({ ...buildReport("tu-ky-2023"), layout }, null)),
  ];

  it("are those with their values beside the cells, not those that miss their sheet or a cell", () => {
    expect(of({ kind: "values-beside", form: 3, sheet, by: "row", found: "D5" })).toEqual([3]);
    expect(of({ kind: "sheet-missing", sheet, form: 4, adopted: false })).toEqual([]);
    expect(of({ kind: "cell-missing", ...cell, sheet, adopted: false })).toEqual([]);
    expect(of({ kind: "moved", ...cell, address, found: "2.1" })).toEqual([]);
  });

  it("and those that are blank where the earlier period's were filled", () => {
    const earlier = buildReport("tu-ky-2023", { "3/1.1": 1, "3/1.2": 2, "3/1.3": 3, "4/1.2": 1 });
    const blank = buildReport("tu-ky-2023", { "4/1.2": 1 });
    const said = (report: Report, before: Report) => lines(layoutFindings(report, before));
    expect(said(blank, earlier)).toEqual(["layout.form-blank Biểu mẫu 3 warning"]);
    expect([...silentForms(layoutFindings(blank, earlier))]).toEqual([3]);
    expect(layoutFindings(blank, earlier)[0]).toMatchObject({ earlier: 3, place: { form: 3, sheet } });
    // One value is enough to say something; none anywhere, and the work has just begun.
    expect(said(buildReport("tu-ky-2023", { "4/1.2": 1, "3/2.1": 0 }), earlier)).toEqual([]);
    expect(said(buildReport("tu-ky-2023"), earlier)).toEqual([]);
    expect(said(blank, buildReport("tu-ky-2023", { "3/1.1": 1, "3/1.2": 2 }))).toEqual([]);
    // The rows of another edition are other rows.
    const other = buildReport("hai-duong-2022", { "3/1.1": 1, "3/1.2": 2, "3/1.3": 3 });
    expect(said(blank, other)).toEqual([]);
    // Its numbers are there, beside their cells, and that is told.
    const beside = { kind: "values-beside", form: 3, sheet, by: "column", found: "E5" } as const;
    expect(said({ ...blank, layout: [beside] }, earlier)).toEqual(["layout.values-beside Biểu mẫu 3 error"]);
    // A row that was moved says nothing of why all are blank.
    const moved = { kind: "moved", form: 3, code: "1.1", address, found: "2.1" } as const;
    expect(said({ ...blank, layout: [moved] }, earlier)).toContain("layout.form-blank Biểu mẫu 3 warning");
    // Without a cell of the form nobody knows where it stands.
    const lost = new Map(
      [...blank.values].map(([key, value]) => [
        key,
        { ...value, address: value.form === 3 ? null : value.address },
      ]),
    );
    expect(said({ ...blank, values: lost }, earlier)).toEqual([]);
  });
});
