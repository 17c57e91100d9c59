import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isSomething } from "../../../src/workbook/additions/additions.js";
import { compareWithPlan } from "../../../src/workbook/additions/compare-with-plan.js";
import { formSheetName, indicatorName } from "../../../src/workbook/layout/names.js";
import type { SheetPlan, WorkbookPlan } from "../../../src/workbook/plan.js";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { cellAt } from "../../../src/workbook/snapshot-index.js";
import { snapshotOf } from "../../support/plan-snapshot.js";
import { edition } from "../../support/report-data.js";
import {
  insertColumn,
  insertRow,
  moveName,
  removeNames,
  removeRow,
  removeSheet,
  renameSheet,
  setCell,
} from "../../support/snapshot-damage.js";

const TABLES = [{ id: "documents" }, { id: "task-progress" }, { id: "dossiers-by-field" }];
const plan = planReportWorkbook(edition("tu-ky-2023"), new Map(), [], TABLES);
const FORM = formSheetName(3);
const whole = snapshotOf(plan);

function planned(sheet: string): SheetPlan {
  const found = plan.sheets.find(({ name }) => name === sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  return found;
}

/** A formula that names another sheet, where it stands and the sheet. */
function feed(): {
  readonly form: string;
  readonly row: number;
  readonly column: number;
  readonly sheet: string;
} {
  for (const { name, cells } of plan.sheets) {
    for (const { row, column, content } of cells) {
      const sheet = content.kind === "formula" ? /^.*?'([^']+)'!/.exec(content.formula)?.[1] : undefined;
      if (sheet !== undefined) return { form: name, row, column, sheet };
    }
  }
  throw new Error("no form is fed by a table");
}

/** Makes a table longer: rows come in below its first, its name grows. */
function growTable(snapshot: WorkbookSnapshot, sheet: string): WorkbookSnapshot {
  const area = snapshot.names.find((name) => name.area?.sheet === sheet)?.area;
  if (!area) throw new Error(`no name on ${sheet}`);
  const grown = insertRow(snapshot, sheet, area.top + 1);
  return {
    ...grown,
    names: grown.names.map((name) =>
      name.area?.sheet === sheet ? { ...name, area: { ...name.area, bottom: name.area.bottom + 1 } } : name,
    ),
  };
}

const filledOn = (snapshot: WorkbookSnapshot, sheet: string) =>
  compareWithPlan(plan, snapshot).keptSheets.find((kept) => kept.plan.name === sheet)?.fills ?? [];

it("nothing is missing of a plan that was just written", () => {
  const additions = compareWithPlan(plan, whole);
  expect(isSomething(additions)).toBe(false);
  expect(additions.keptSheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
  expect(additions.lostNames).toEqual([]);
});

it("everything is missing of an empty workbook", () => {
  const additions = compareWithPlan(plan, { sheets: [], names: [], culture: null });
  expect(additions.newSheets).toEqual(plan.sheets.map((sheet) => ({ plan: sheet, blank: null })));
  expect(additions.names.map(({ name, area }) => ({ name, area }))).toEqual(plan.names);
});

describe("a table that grew", () => {
  const { form, row, column, sheet } = feed();

  it("gets no second total row, nor anything else", () => {
    const additions = compareWithPlan(plan, growTable(whole, sheet));
    expect(isSomething(additions)).toBe(false);
  });

  it("is what a cleared formula of a form no longer means: it stays blank", () => {
    const cleared = setCell(whole, form, row, column, null);
    expect(filledOn(cleared, form)).toMatchObject([{ row, column, content: { kind: "formula" } }]);
    expect(filledOn(growTable(cleared, sheet), form)).toEqual([]);
  });

  it("leaves such cells blank in a form that is inserted anew", () => {
    const without = removeSheet(growTable(whole, sheet), form);
    const [added] = compareWithPlan(plan, without).newSheets;
    const content = added?.plan.cells.find((cell) => cell.row === row && cell.column === column)?.content;
    expect(content).toEqual({ kind: "blank" });
  });

  it("is named in formulas as it is called now, when it only has another name", () => {
    const cleared = setCell(renameSheet(whole, sheet, "Bảng của xã"), form, row, column, null);
    const [fill] = filledOn(cleared, form);
    expect(fill?.content).toMatchObject({ formula: expect.stringContaining("'Bảng của xã'!") });
    expect(fill?.content).not.toMatchObject({ formula: expect.stringContaining(sheet) });
  });
});

describe("a name that is gone", () => {
  const name = indicatorName(3, "3.3.1");
  const area = plan.names.find((one) => one.name === name)?.area;

  it("comes back to its row, wherever that stands", () => {
    const moved = insertColumn(insertRow(whole, FORM, 3), FORM, 1);
    const additions = compareWithPlan(plan, removeNames(moved, [name]));
    const { top = 0, left = 0 } = area ?? {};
    expect(additions.names).toMatchObject([{ name, area: { top: top + 1, left: left + 1 }, lost: false }]);
  });

  it("is repaired where it still is but points nowhere", () => {
    const broken = {
      ...whole,
      names: whole.names.map((one) => (one.name === name ? { name, area: null } : one)),
    };
    expect(compareWithPlan(plan, broken).names).toEqual([{ name, area, lost: true }]);
  });

  it("stays away when its row was deleted", () => {
    const { top = 0 } = area ?? {};
    const additions = compareWithPlan(plan, removeRow(whole, FORM, top));
    expect(additions.lostNames).toEqual([name]);
    expect(additions.names).toEqual([]);
  });
});

it("a table without its name is told by its texts, and bound again where it has not grown", () => {
  const { sheet } = feed();
  const names = plan.names.filter(({ area }) => area.sheet === sheet).map(({ name }) => name);
  const nameless = removeNames(whole, names);
  expect(compareWithPlan(plan, nameless)).toMatchObject({
    foreignSheets: [],
    names: plan.names.filter(({ name }) => names.includes(name)),
  });
  const grown = removeNames(growTable(whole, sheet), names);
  expect(compareWithPlan(plan, grown)).toMatchObject({ names: [], lostNames: names });
});

it("a column inserted between label and unit stays blank", () => {
  expect(filledOn(insertColumn(whole, FORM, 3), FORM)).toEqual([]);
});

it("whatever was done to a sheet, only blank cells are filled, and never twice", () => {
  const rows = planned(FORM).cells.length;
  const damage = fc.oneof(
    fc.record({ kind: fc.constantFrom("insert", "remove", "column"), at: fc.integer({ min: 1, max: rows }) }),
    fc.record({ kind: fc.constant("clear"), at: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ kind: fc.constant("drag"), at: fc.integer({ min: 1, max: 60 }) }),
  );
  const apply = (snapshot: WorkbookSnapshot, { kind, at }: { kind: string; at: number }) => {
    if (kind === "insert") return insertRow(snapshot, FORM, Math.min(at, 40));
    if (kind === "remove") return removeRow(snapshot, FORM, Math.min(at, 40));
    if (kind === "column") return insertColumn(snapshot, FORM, Math.min(at, 4));
    if (kind === "clear") return setCell(snapshot, FORM, Math.min(at, 30), 2, null);
    return moveName(snapshot, indicatorName(3, "3.3.1"), { row: at, column: 4 });
  };
  fc.assert(
    fc.property(fc.array(damage, { maxLength: 4 }), (damages) => {
      const damaged = damages.reduce(apply, whole);
      const sheet = damaged.sheets.find(({ name }) => name === FORM);
      const fills = filledOn(damaged, FORM);
      if (sheet === undefined) throw new Error("the form is gone");
      expect(fills.filter(({ row, column }) => cellAt(sheet, row, column).value !== null)).toEqual([]);
      expect(new Set(fills.map(({ row, column }) => `${row}:${column}`)).size).toBe(fills.length);
    }),
    { numRuns: 100 },
  );
});

describe("a text", () => {
  const constant = { name: "CCHC_EDITION", text: "tu-ky-2023" };
  const bound: WorkbookPlan = { sheets: [], names: [], constants: [constant] };

  it("is added where no name holds it, replaced where it holds another, left where it is the same", () => {
    const holding = (text: string) => ({
      ...whole,
      names: [{ name: constant.name, area: null }],
      constants: [{ name: constant.name, text }],
    });
    expect(compareWithPlan(bound, whole).constants).toEqual([{ ...constant, replaces: false }]);
    expect(compareWithPlan(bound, holding("x")).constants).toEqual([{ ...constant, replaces: true }]);
    expect(compareWithPlan(bound, holding(constant.text)).constants).toEqual([]);
  });
});
