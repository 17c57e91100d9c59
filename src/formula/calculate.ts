import type { Area, CellAddress } from "../values/address.js";
import type { CellValue } from "../values/cell.js";
import { evaluateFormula } from "./evaluate.js";
import type { Expression } from "./parse.js";
import { parseFormula } from "./parse.js";

/** A workbook as the calculator sees it. Sheet names and defined names are matched case aside. */
export interface FormulaGrid {
  /** Rows and columns in use, or null when there is no such sheet. */
  extent(sheet: string): { readonly rows: number; readonly columns: number } | null;
  /** What the cell shows now: typed, or the last result of its formula. */
  value(cell: CellAddress): CellValue;
  /** Formula of the cell without its leading `=`, or null. */
  formula(cell: CellAddress): string | null;
  /** What a workbook-scoped name stands for, or null when there is no such name. */
  name(name: string): Expression | null;
}

/** A formula cell with its result. */
interface CalculatedCell {
  readonly cell: CellAddress;
  readonly value: CellValue;
}

type State =
  | { readonly kind: "pending" }
  /** Outside the language: what the cell shows now counts. */
  | { readonly kind: "kept" }
  /** On a circle of references, or resting on one. */
  | { readonly kind: "unknown" }
  | { readonly kind: "value"; readonly value: CellValue };

/** Thrown when a formula needs a cell of which nothing is known, so that it keeps its old result too. */
class NotKnown extends Error {}

/** Thrown when a formula needs others that have not been worked out yet. No error: a stack would cost more than the formula. */
class NeedsFirst {
  constructor(readonly cells: readonly CellAddress[]) {}
}

/** A formula that is being worked out, and what it waits for. */
interface Step {
  readonly cell: CellAddress;
  readonly key: string;
  readonly formula: string;
  readonly waitsFor: CellAddress[];
}

/** Cells that one calculation may look at: the forms need some hundreds, a hostile file billions. */
const MAX_VISITS = 5_000_000;

/**
 * Works out the formulas in the given cells and whatever they rest on. A formula outside the
 * language keeps its old result, and others build on that; a formula on a circle, or resting on a
 * circle or on a formula that has no result yet, is left out of the answer. A chain of references
 * may be as long as it likes: it takes time and memory in proportion, and no stack.
 */
export function calculate(grid: FormulaGrid, cells: Iterable<CellAddress>): readonly CalculatedCell[] {
  const run = new Calculation(grid);
  const results: CalculatedCell[] = [];
  for (const cell of cells) {
    const state = run.state(cell);
    if (state?.kind === "value") results.push({ cell, value: state.value });
  }
  return results;
}

class Calculation {
  private readonly states = new Map<string, State>();
  private readonly parsed = new Map<string, Expression | null>();
  private visits = 0;

  constructor(private readonly grid: FormulaGrid) {}

  /** Null for a cell without a formula. */
  state(cell: CellAddress): State | null {
    const first = this.begin(cell);
    if (first === null) return this.states.get(keyOf(cell)) ?? null;
    const steps = [first];
    for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
      const next = step.waitsFor.pop();
      if (next !== undefined) {
        const begun = this.begin(next);
        if (begun !== null) steps.push(begun);
        continue;
      }
      const state = this.workOut(step);
      if (state === null) continue;
      this.states.set(step.key, state);
      steps.pop();
    }
    return this.states.get(first.key) ?? null;
  }

  /** Null for a cell without a formula and for one that is begun or done already. */
  private begin(cell: CellAddress): Step | null {
    const key = keyOf(cell);
    if (this.states.has(key)) return null;
    const formula = this.grid.formula(cell);
    if (formula === null) return null;
    this.states.set(key, { kind: "pending" });
    return { cell, key, formula, waitsFor: [] };
  }

  /** Null when others have to be worked out first. */
  private workOut({ cell, formula, waitsFor }: Step): State | null {
    const expression = this.parse(formula);
    if (expression === null) return { kind: "kept" };
    try {
      const outcome = evaluateFormula(expression, {
        sheet: cell.sheet,
        hasSheet: (name) => this.grid.extent(name) !== null,
        cells: (area) => this.cells(area),
        name: (name) => this.grid.name(name),
      });
      return outcome.kind === "value" ? outcome : { kind: "kept" };
    } catch (error) {
      if (error instanceof NotKnown) return { kind: "unknown" };
      if (!(error instanceof NeedsFirst)) throw error;
      for (const needed of error.cells) waitsFor.push(needed);
      return null;
    }
  }

  private parse(formula: string): Expression | null {
    const known = this.parsed.get(formula);
    if (known !== undefined) return known;
    const expression = parseFormula(formula);
    this.parsed.set(formula, expression);
    return expression;
  }

  private cells(area: Area): readonly (readonly CellValue[])[] {
    const extent = this.grid.extent(area.sheet) ?? { rows: 0, columns: 0 };
    // The first cell is always there: a reference to one blank cell beyond the used part is one blank.
    const bottom = Math.max(area.top, Math.min(area.bottom, extent.rows));
    const right = Math.max(area.left, Math.min(area.right, extent.columns));
    this.visits += (bottom - area.top + 1) * (right - area.left + 1);
    if (this.visits > MAX_VISITS) throw new NotKnown();
    const rows: CellValue[][] = [];
    const needed: CellAddress[] = [];
    for (let row = area.top; row <= bottom; row += 1) {
      const values: CellValue[] = [];
      for (let column = area.left; column <= right; column += 1) {
        values.push(this.value({ sheet: area.sheet, row, column }, needed));
      }
      rows.push(values);
    }
    if (needed.length > 0) throw new NeedsFirst(needed);
    return rows;
  }

  /** The cell's value; where its formula has not been worked out yet, the cell joins `needed`. */
  private value(cell: CellAddress, needed: CellAddress[]): CellValue {
    if (this.grid.formula(cell) === null) return this.grid.value(cell);
    const state = this.states.get(keyOf(cell));
    if (state === undefined) {
      needed.push(cell);
      return null;
    }
    if (state.kind === "value") return state.value;
    const value = state.kind === "kept" ? this.grid.value(cell) : null;
    if (value === null) throw new NotKnown();
    return value;
  }
}

function keyOf({ sheet, row, column }: CellAddress): string {
  return `${row},${column},${sheet.toLowerCase()}`;
}
