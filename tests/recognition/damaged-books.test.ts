import { describe, expect, it } from "@jest/globals";
import { damages } from "./support/damages.js";
import { measure, measuredEditions, type Tally, tally } from "./support/measure.js";
import { chance } from "./support/random.js";

/** Cells that cannot be told apart any more stay unbound; they are few. */
const LEAST_BOUND = 0.99;

function expectSound({ cells, right, wrong, unbound }: Tally): void {
  expect(wrong).toEqual([]);
  const bound = right / cells;
  expect({ unbound, bound }).toEqual({
    unbound,
    bound: bound < LEAST_BOUND ? `under ${LEAST_BOUND}` : bound,
  });
}

describe("recognition of the forms of every edition, stripped of names", () => {
  it.each(measuredEditions)("binds every cell of %s as printed", (id) => {
    const result = tally();
    measure(id, [], 1, result);
    expect(result.wrong).toEqual([]);
    expect(result.right).toBe(result.cells);
  });

  it.each(damages.map(({ name }) => name))("binds at least 99 per cent after: %s; none wrongly", (name) => {
    const result = tally();
    const chosen = damages.filter((damage) => damage.name === name);
    for (const id of measuredEditions) measure(id, chosen, 1, result);
    expectSound(result);
  });

  it.each(
    measuredEditions,
  )("binds at least 99 per cent of %s after three damages at once; none wrongly", (id) => {
    const result = tally();
    for (let seed = 1; seed <= 10; seed++) {
      const source = chance(seed * 7919);
      const chosen = [...new Set([source.pick(damages), source.pick(damages), source.pick(damages)])];
      measure(id, chosen, seed, result);
    }
    expectSound(result);
  });
});
