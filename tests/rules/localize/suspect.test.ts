import { describe, expect, it } from "@jest/globals";
import type { CellRef, FindingPlace } from "../../../src/rules/finding.js";
import { placeRef } from "../../../src/rules/localize/place-ref.js";
import { type Suspect, swapOf } from "../../../src/rules/localize/suspect.js";

/** Cells that would have to change together, and the cells that findings stand at. */

const suspect = (code: string, value: number, ...repairs: readonly number[]): Suspect => ({
  ...{ cell: { form: 3, code }, value, repairs, sure: true, slip: true, unusual: false },
});

describe("two cells that changed places", () => {
  const [first, second] = [suspect("1.1", 12, 34), suspect("1.2", 34, 12)];

  it("are those of which each should first of all hold the number of the other", () => {
    expect(swapOf([first, second])).toEqual([first, second]);
    expect(swapOf([first, suspect("1.2", 34, 13)])).toBeNull();
    expect(swapOf([suspect("1.1", 12, 35), second])).toBeNull();
    expect(swapOf([first, suspect("1.2", 34, 13, 12)])).toBeNull();
    expect(swapOf([first, suspect("1.2", 34)])).toBeNull();
  });

  it("are two, and not one cell with itself", () => {
    expect(swapOf([])).toBeNull();
    expect(swapOf([first])).toBeNull();
    expect(swapOf([suspect("1.1", 12, 12)])).toBeNull();
    expect(swapOf([first, second, suspect("1.3", 5, 6)])).toBeNull();
    expect(swapOf([suspect("1.1", 12, 34), suspect("1.1", 34, 12)])).toBeNull();
  });
});

describe("the cell that a finding stands at", () => {
  const cell = (place: FindingPlace): CellRef | null => placeRef(place);
  const table = { kind: "table", form: null, table: "staff", address: null } as const;

  it("is a row of the forms, or a cell of a table or of its total row", () => {
    expect(cell({ kind: "indicator", form: 3, code: "1.4", address: null })).toEqual({
      form: 3,
      code: "1.4",
    });
    expect(cell({ ...table, row: 2, column: "present" })).toEqual({
      ...{ table: "staff", row: 2, column: "present" },
    });
    expect(cell({ ...table, row: null, column: "present" })).toEqual({
      ...{ table: "staff", row: null, column: "present" },
    });
  });

  it("is none for a whole table, a sheet, a piece of information", () => {
    expect(cell({ ...table, row: null, column: null })).toBeNull();
    expect(cell({ kind: "sheet", sheet: "Biểu mẫu 3", form: 3 })).toBeNull();
    expect(cell({ kind: "info", key: "to", address: null })).toBeNull();
  });
});
