import { expect, it } from "@jest/globals";
import { typedEdit } from "../../src/jobs/typed-value.js";

const cell = { sheet: "Biểu mẫu 3", row: 9, column: 4 };

it.each([
  ["3.000", 3000],
  ["1.234,5", 1234.5],
  ["98,17", 98.17],
  ["05", 5],
  [" 922 ", 922],
])("%s typed in the pane is written as the number %d, whatever the machine is set to", (text, value) => {
  expect(typedEdit(cell, text, { kind: "count" })).toEqual({ cell, value });
});

it("words are written as they are, for the rules to speak of, and a blank clears the cell", () => {
  expect(typedEdit(cell, "nhiều", { kind: "count" })).toEqual({ cell, value: "nhiều" });
  expect(typedEdit(cell, "  ", { kind: "count" })).toEqual({ cell, value: null });
});
