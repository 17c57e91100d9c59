import { describe, expect, it } from "@jest/globals";
import type { Table } from "../../../src/forms/table-schema.js";
import type { RowCells } from "../../../src/report/table-report.js";
import { computedIn, numberIn } from "../../../src/rules/tables/numbers.js";
import { subjectColumn } from "../../../src/rules/tables/register.js";
import type { TableRowValues } from "../../support/chance.js";
import { buildTable } from "../../support/consistent.js";
import { smallTable } from "../../support/small-edition.js";

/** What a row of a table says, and what its formulas would make of it. */

const table = smallTable([
  { id: "all", formula: { kind: "sum", of: ["a", "b"] } },
  ...[{ id: "a" }, { id: "b" }, { id: "whole" }],
  { id: "left", formula: { kind: "difference", of: "whole", minus: ["a", "b"] } },
]);

/** The cells of a row; those of these columns stand blank, whatever formula they had. */
function cells(row: TableRowValues, blank: readonly string[] = []): RowCells {
  const [first] = buildTable(table, [{ name: "một", ...row }]).rows;
  if (first === undefined) throw new Error("no row");
  return new Map(
    [...first.cells].map(([id, cell]) => [
      id,
      blank.includes(id) ? { ...cell, reading: { kind: "blank" } } : cell,
    ]),
  );
}

describe("what a formula of a row makes", () => {
  const made = (row: TableRowValues, column: string) => {
    const reading = computedIn(cells(row), table, column);
    return reading.kind === "number" ? reading.value : reading.kind;
  };

  it("a sum of what is there, of nothing nothing", () => {
    expect(made({ a: 3, b: 4 }, "all")).toBe(7);
    expect(made({ a: 3 }, "all")).toBe(3);
    expect(made({ a: 0, b: 0 }, "all")).toBe(0);
    expect(made({}, "all")).toBe("blank");
  });

  it("a difference only of all that it is made from", () => {
    expect(made({ whole: 9, a: 3, b: 4 }, "left")).toBe(2);
    expect(made({ whole: 9, a: 3 }, "left")).toBe("blank");
    expect(made({ a: 3, b: 4 }, "left")).toBe("blank");
    expect(made({}, "left")).toBe("blank");
  });

  it("nothing without a formula, and in a column that is not there", () => {
    expect(made({ whole: 5 }, "whole")).toBe("blank");
    expect(made({ whole: 5 }, "none")).toBe("blank");
  });
});

describe("what a column, or several, say in a row", () => {
  const said = (row: TableRowValues, key: string, blank: readonly string[] = []) => {
    const reading = numberIn(cells(row, blank), table, key);
    return reading.kind === "number" ? reading.value : reading.kind;
  };

  it("what stands there, else what its formula makes", () => {
    expect(said({ a: 3, b: 4 }, "all")).toBe(7);
    expect(said({ a: 3, b: 4 }, "all", ["all"])).toBe(7);
    expect(said({ a: 3, b: 4 }, "whole")).toBe("blank");
    expect(said({ whole: "nhiều" }, "whole")).toBe("unreadable");
  });

  it("the sum of those that stand there, none of them nothing, one that cannot be read not either", () => {
    expect(said({ a: 3, b: 4 }, "a+b")).toBe(7);
    expect(said({ a: 3 }, "a+b")).toBe(3);
    expect(said({ a: 3, b: 4 }, "all+whole", ["all"])).toBe(7);
    expect(said({}, "a+whole")).toBe("blank");
    expect(said({ a: 3, b: "nhiều" }, "a+b")).toBe("unreadable");
  });
});

describe("the column that says what a document is about", () => {
  it("is the one that the table cites by, else its label, else none", () => {
    expect(subjectColumn(table)).toBe("name");
    const known = ["type", "number", "symbol", "date", "issuer"].map((id) => [id, "name"] as const);
    const cites = { ...Object.fromEntries(known), subject: "whole" } as Table["cites"];
    expect(subjectColumn({ ...table, cites })).toBe("whole");
    expect(subjectColumn({ ...table, columns: table.columns.slice(1) })).toBeNull();
  });
});
