import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../../src/forms/catalogue.js";
import { refOf } from "../../../src/forms/indicators.js";
import type { Report } from "../../../src/report/report.js";
import { cellId } from "../../../src/rules/behind.js";
import { evaluate, findingsOf } from "../../../src/rules/evaluate.js";
import type { CellRef, Finding } from "../../../src/rules/finding.js";
import { constraintsOf } from "../../../src/rules/localize/constraints.js";
import { type Defect, localize } from "../../../src/rules/localize/localize.js";
import { placeRef } from "../../../src/rules/localize/place-ref.js";
import { fits, typistRepairs } from "../../../src/rules/localize/repairs.js";
import { Trial, type TypedCell } from "../../../src/rules/localize/trial.js";
import { Chance } from "../../support/chance.js";
import { rulesOf } from "../../support/check.js";
import { buildConsistent, consistentReport } from "../../support/consistent.js";

/** One slip in a consistent report: what is told of it must be right, whatever the slip. */

interface Slip {
  readonly report: Report;
  readonly cell: TypedCell;
  readonly value: number;
  readonly findings: readonly Finding[];
  readonly defects: readonly Defect[];
}

/** True for a bound, and for parts that only as a rule make up their whole. */
function leavesRoom(finding: Finding): boolean {
  switch (finding.rule) {
    case "part.exceeds":
      return true;
    case "total.mismatch":
      return finding.severity === "warning";
    case "cross.mismatch":
      return finding.by.kind === "relation" && finding.by.operator !== "=";
    default:
      return finding.rule.startsWith("value.");
  }
}

const aboutNumbers = ({ severity, rule }: Finding) =>
  severity !== "info" && rule !== "value.missing" && rule !== "ratio.missing" && !rule.startsWith("info.");

function typedCells(report: Report): readonly TypedCell[] {
  const trial = new Trial(report);
  const cells: CellRef[] = [...report.values.keys()].map(refOf);
  for (const [table, { rows, table: of }] of report.tables) {
    for (const { row } of rows) for (const { id: column } of of.columns) cells.push({ table, row, column });
  }
  return cells.flatMap((ref) => trial.typed(ref) ?? []);
}

/** Slips that some rule sees: a digit wrong, swapped, missing or doubled, a zero too many; one of them, or two. */
function seenSlips(
  id: string,
  formulas: boolean,
  seed: number,
  count: number,
  twice = false,
): readonly Slip[] {
  const report = buildConsistent(id, consistentReport(id, seed), { formulas, tables: true });
  const set = rulesOf(report.edition);
  const chance = new Chance(seed + 31);
  const cells = typedCells(report).filter(({ value }) => value > 0);
  const seen: Slip[] = [];
  for (let turn = 0; turn < 12 * count && seen.length < count; turn++) {
    const cell = chance.of(cells);
    // What a typist may have meant by the right number is also what she may have typed for it.
    const mistyped = typistRepairs(cell.value, cell.kind).filter(
      (value) => value > 0 && fits(value, cell.kind) && typistRepairs(value, cell.kind).includes(cell.value),
    );
    if (mistyped.length === 0) continue;
    const value = chance.of(mistyped);
    const trial = new Trial(report);
    trial.try(cell.ref, value);
    const next = cells[cells.indexOf(cell) + 1];
    if (twice && next !== undefined) trial.try(next.ref, next.value + chance.int(1, 3));
    const evaluation = evaluate(set, { report: trial.report, earlier: null });
    const findings = findingsOf(evaluation);
    if (!findings.some(aboutNumbers)) continue;
    seen.push({ report: trial.report, cell, value, findings, defects: localize(evaluation, findings) });
  }
  return seen;
}

/** The rules that fail with these numbers in these cells: `rule cell`, those that hold as a rule only apart. */
function failingWith(report: Report, changes: readonly (readonly [CellRef, number])[]) {
  const trial = new Trial(report);
  for (const [cell, value] of changes) trial.try(cell, value);
  const set = rulesOf(report.edition);
  const failing = constraintsOf(set, trial, { earlier: null }, new Set(report.tables.keys())).filter(
    (constraint) => constraint.run().kind === "fails",
  );
  const told = (usual: boolean) =>
    new Set(failing.filter((one) => one.usual === usual).map(({ rule, at }) => `${rule} ${cellId(at)}`));
  return { strict: told(false), usual: told(true) };
}

function keyOf({ rule, place }: Finding): string {
  const ref = placeRef(place);
  return `${rule} ${ref === null ? "" : cellId(ref)}`;
}

const kinds = editionIds().flatMap((id) => [
  [id, "typed", false] as const,
  [id, "left to formulas", true] as const,
]);

describe.each(kinds)("one slip in a report of %s, shares and sums %s", (id, _, formulas) => {
  /** Made anew for each test: what is worked out in one says nothing of the next. */
  const slips = (seed: number, twice = false) => {
    const seen = seenSlips(id, formulas, seed, 4, twice);
    expect(seen).toHaveLength(4);
    return seen;
  };

  it("every way to mend it that is told makes its rules hold and breaks no other", () => {
    for (const { report, defects } of [...slips(1), ...slips(4, true)]) {
      const before = failingWith(report, []);
      for (const { finding, also, explanations } of defects) {
        const told = [finding, ...also].map(keyOf);
        for (const suspects of explanations) {
          for (const repair of suspects[0]?.repairs ?? []) {
            const changes = suspects.map(
              ({ cell, repairs }, index) => [cell, index === 0 ? repair : (repairs[0] ?? 0)] as const,
            );
            const after = failingWith(report, changes);
            expect(told.filter((key) => after.strict.has(key) || after.usual.has(key))).toEqual([]);
            expect([...after.strict].filter((key) => !before.strict.has(key))).toEqual([]);
            if (!suspects.some(({ unusual }) => unusual)) {
              expect([...after.usual].filter((key) => !before.usual.has(key))).toEqual([]);
            }
          }
        }
      }
    }
  });

  it("the cell that was mistyped is among those blamed, with the number that was meant", () => {
    const missed = [...slips(1), ...slips(2)].filter(({ cell, defects }) => {
      const own = defects
        .flatMap(({ explanations }) => explanations.flat())
        .filter((suspect) => cellId(suspect.cell) === cellId(cell.ref));
      return own.length === 0 && !defects.some(({ finding }) => isOn(finding, cell.ref));
    });
    expect(missed.map(({ cell, value }) => `${cellId(cell.ref)}: ${cell.value} → ${value}`)).toEqual([]);
  });

  it("no cell is blamed twice for one defect, and none to stay as it is", () => {
    for (const { report, defects } of slips(3)) {
      const trial = new Trial(report);
      for (const { finding, also, explanations } of defects) {
        const sets = explanations.map((suspects) =>
          suspects
            .map(({ cell }) => cellId(cell))
            .sort()
            .join(" "),
        );
        expect(new Set(sets).size).toBe(sets.length);
        for (const { cell, value, repairs } of explanations.flat()) {
          expect(trial.typed(cell)?.value).toBe(value);
          expect(repairs.length).toBeGreaterThan(0);
          expect(repairs.length).toBeLessThanOrEqual(5);
          expect(repairs).not.toContain(value);
          expect(new Set(repairs).size).toBe(repairs.length);
        }
        // A typist's slips go before what arithmetic alone would have; what is not usual, and zeros, go last.
        // Where only bounds fail, nearly every cell has some slip that would mend them.
        const alone = explanations.flatMap((suspects) => (suspects.length === 1 ? suspects : []));
        const ways = new Set(alone.map(({ slip }) => slip)).size;
        if (![finding, ...also].every(leavesRoom)) expect(ways).toBeLessThanOrEqual(1);
        const ranks = alone.map(({ unusual, value }) => (unusual ? 2 : 0) + (value === 0 ? 1 : 0));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        for (const { cell, value, repairs, slip } of explanations.flat()) {
          const typed = trial.typed(cell);
          const meant = typed === null || value === 0 ? [] : typistRepairs(value, typed.kind);
          const isTyped = repairs.some((repair) => meant.includes(repair));
          if (slip) expect(isTyped || trial.repeatsNeighbour(cell)).toBe(true);
          else expect(isTyped).toBe(false);
        }
      }
    }
  });

  it("is told by the finding at the one cell to blame, else by the gravest", () => {
    for (const { defects } of slips(3)) {
      for (const { finding, also, explanations } of defects) {
        const [only, ...others] = explanations;
        const blamed = others.length === 0 && only?.length === 1 ? only[0]?.cell : undefined;
        const all = [finding, ...also];
        if (blamed !== undefined && all.some((one) => isOn(one, blamed))) {
          expect(isOn(finding, blamed)).toBe(true);
        } else if (all.some(({ severity }) => severity === "error")) {
          expect(finding.severity).toBe("error");
        }
      }
    }
  });

  it("each finding is told once, in their order", () => {
    for (const { findings, defects } of slips(2)) {
      const told = defects.map(({ finding, also }) =>
        [finding, ...also].map((one) => findings.indexOf(one)).sort((a, b) => a - b),
      );
      expect(told.flat().sort((a, b) => a - b)).toEqual(findings.map((_, index) => index));
      const order = told.map(([first]) => first ?? -1);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });
});

function isOn({ place }: Finding, ref: CellRef): boolean {
  const at = placeRef(place);
  return at !== null && cellId(at) === cellId(ref);
}
