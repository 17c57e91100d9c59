import { beforeEach, describe, expect, test } from "@jest/globals";
import { UNITED_STATES } from "../../../tools/grid/culture.js";
import { Grid } from "../../../tools/grid/grid.js";
import { styleAt, textAt, valueAt } from "../../../tools/grid/look.js";
import { officer, type Person } from "../../../tools/grid/person.js";

const today = () => new Date(2025, 5, 15);
let grid: Grid;
let person: Person;

beforeEach(() => {
  grid = new Grid({ today });
  person = officer(grid);
});

/** Types into A1 and gives its value, its format and the text it shows. */
function typed(text: string) {
  person.type("Sheet1", "A1", text);
  return [
    valueAt(grid, "Sheet1", "A1"),
    styleAt(grid, "Sheet1", "A1").numberFormat,
    textAt(grid, "Sheet1", "A1"),
  ];
}

describe("what an officer types on a machine set to Viet Nam", () => {
  test.each([
    ["922", 922, "General", "922"],
    ["12,5", 12.5, "General", "12,5"],
    ["1.500", 1500, "#,##0", "1.500"],
    ["1.234.567", 1_234_567, "#,##0", "1.234.567"],
    ["1.234,5", 1234.5, "#,##0.00", "1.234,50"],
    ["88%", 0.88, "0%", "88%"],
    ["98,17%", 0.9817, "0.00%", "98,17%"],
    ["-5", -5, "General", "-5"],
    ["(5)", -5, "General", "-5"],
    ["04", 4, "General", "4"],
    [" 7 ", 7, "General", "7"],
    ["0,5", 0.5, "General", "0,5"],
    ["1/2", 45_689, "d-mmm", "1-thg 2"],
    ["31/12/2025", 46_022, "dd/mm/yyyy", "31/12/2025"],
    ["true", true, "General", "TRUE"],
  ])("%s", (text, value, format, shown) => {
    expect(typed(text)).toEqual([value, format, shown]);
  });

  test.each([
    "98.17",
    "1.5",
    "3.3.1",
    "Không",
    "-",
    "–",
    "12/31/2025",
    "31/2/2025",
    "05 hồ sơ",
    "1,2,3",
  ])("%s stays text", (text) => {
    expect(typed(text)).toEqual([text, "General", text]);
  });

  test("a leading ' keeps a number as text and is not shown", () => {
    expect(typed("'04")).toEqual(["04", "General", "04"]);
  });

  test("a cell formatted as text keeps what is typed", () => {
    grid.act({ source: "Local", addin: null }, () =>
      grid.activeSheet.restyle({ top: 0, left: 0, bottom: 0, right: 0 }, { numberFormat: "@" }),
    );
    expect(typed("3.1")).toEqual(["3.1", "@", "3.1"]);
    expect(typed("=1+1")).toEqual(["=1+1", "@", "=1+1"]);
  });

  test("into a per cent cell 88 means 88 %", () => {
    typed("5%");
    expect(typed("88")).toEqual([0.88, "0%", "88%"]);
  });

  test("a format that the cell has stays", () => {
    typed("1.500");
    expect(typed("7")).toEqual([7, "#,##0", "7"]);
  });
});

describe("the same on a machine left in English", () => {
  beforeEach(() => {
    grid = new Grid({ today, region: UNITED_STATES });
    person = officer(grid);
  });

  test.each([
    ["95,5", "95,5"],
    ["1.500", 1.5],
    ["1,500", 1500],
    ["1/2", 45_659],
    ["3.3.1", "3.3.1"],
  ])("%s", (text, value) => {
    expect(typed(text)[0]).toBe(value);
  });
});

describe("undo", () => {
  test("takes back one edit after the other, and does them again", () => {
    typed("1");
    typed("2");
    expect(grid.undo()).toBe(true);
    expect(valueAt(grid, "Sheet1", "A1")).toBe(1);
    expect(grid.redo()).toBe(true);
    expect(valueAt(grid, "Sheet1", "A1")).toBe(2);
    grid.undo();
    grid.undo();
    expect(valueAt(grid, "Sheet1", "A1")).toBe(null);
    expect(grid.undo()).toBe(false);
  });

  test("brings back deleted rows with their formulas", () => {
    person.type("Sheet1", "A1", "=A3");
    person.type("Sheet1", "A3", "7");
    person.deleteRows("Sheet1", 3);
    expect(valueAt(grid, "Sheet1", "A1")).toEqual({ error: "#REF!" });
    grid.undo();
    expect(valueAt(grid, "Sheet1", "A1")).toBe(7);
  });
});
