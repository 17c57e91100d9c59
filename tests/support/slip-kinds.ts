import type { Report } from "../../src/report/report.js";
import type { CellRef } from "../../src/rules/finding.js";
import { fits } from "../../src/rules/localize/repairs.js";
import { Trial, type TypedCell } from "../../src/rules/localize/trial.js";
import { decimalsOf } from "../../src/values/tolerance.js";
import type { Chance } from "./chance.js";

/** Digits of a number as typed, put together again with its decimals. */
function retyped(value: number, change: (digits: string) => string): number {
  const decimals = decimalsOf(value);
  const digits = Math.abs(value).toFixed(decimals).replace(".", "");
  return Number(change(digits)) / 10 ** decimals;
}

type Mistype = (value: number, chance: Chance, cell: TypedCell, neighbour: number) => number;

/** Fifteen ways to type another number than was meant. */
const slips: Readonly<Record<string, Mistype>> = {
  "digits swapped": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, Math.max(0, digits.length - 2));
      return digits.slice(0, i) + (digits[i + 1] ?? "") + (digits[i] ?? "") + digits.slice(i + 2);
    }),
  "digit wrong": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, digits.length - 1);
      return `${digits.slice(0, i)}${chance.int(0, 9)}${digits.slice(i + 1)}`;
    }),
  "digit missing": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, digits.length - 1);
      return digits.length === 1 ? digits : digits.slice(0, i) + digits.slice(i + 1);
    }),
  "digit doubled": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, digits.length - 1);
      return digits.slice(0, i) + (digits[i] ?? "") + digits.slice(i);
    }),
  "digit added": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, digits.length);
      return `${digits.slice(0, i)}${chance.int(0, 9)}${digits.slice(i)}`;
    }),
  "digit beside": (value, chance) =>
    retyped(value, (digits) => {
      const i = chance.int(0, digits.length - 1);
      const near = Math.min(9, Math.max(0, Number(digits[i]) + chance.of([-1, 1])));
      return `${digits.slice(0, i)}${near}${digits.slice(i + 1)}`;
    }),
  "a zero too many": (value) => value * 10,
  "a zero too few": (value) => value / 10,
  "two zeros too many": (value) => value * 100,
  "thousand times": (value) => value * 1000,
  "fraction for a per cent": (value) => value / 100,
  "the sign": (value) => -value,
  "first digit lost": (value) => retyped(value, (digits) => digits.slice(1) || digits),
  "last digit lost": (value) => retyped(value, (digits) => digits.slice(0, -1) || digits),
  "the neighbour's value": (_value, _chance, _cell, neighbour) => neighbour,
};

/** A slip: which cell, and what stands there now. */
export interface Slip {
  readonly cell: TypedCell;
  readonly value: number;
}

/** One slip of any kind in any of these cells; null where it would leave the number as it is. */
export function anySlip(cells: readonly TypedCell[], chance: Chance): Slip | null {
  const hit = chance.int(0, cells.length - 1);
  const [cell, beside] = [cells[hit], cells[hit + 1] ?? cells[0]];
  if (cell === undefined || beside === undefined) return null;
  const mistype = chance.of(Object.values(slips));
  const value = Number(mistype(cell.value, chance, cell, beside.value).toPrecision(12));
  return value === cell.value || (cell.value === 0 && value === 0) ? null : { cell, value };
}

/** The cells of a report that hold a typed number which may stand there. */
export function typedCells(report: Report): readonly TypedCell[] {
  const trial = new Trial(report);
  const refs: CellRef[] = [...report.values.values()].map(({ form, code }) => ({ form, code }));
  for (const [table, { rows, table: of }] of report.tables) {
    for (const { row } of rows) for (const { id: column } of of.columns) refs.push({ table, row, column });
  }
  return refs.flatMap((ref) => trial.typed(ref) ?? []).filter(({ value, kind }) => fits(value, kind));
}

/** The report with another number in a cell; what formulas make of it follows. */
export function slipped(report: Report, { cell, value }: Slip): Report {
  const trial = new Trial(report);
  trial.try(cell.ref, value);
  return trial.report;
}
