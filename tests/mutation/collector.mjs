import { format } from "node:util";
import { expect } from "expect";

/** Rows of tables of tests may be whole objects. */
const LONGEST_NAME = 160;

/**
 * As much of `@jest/globals` as our tests use, and the tests that a file declares with it. What stands
 * in a `describe` runs only with `declared()`, when the file and all that it imports is loaded.
 */
export function collector(file) {
  const tests = [];
  const names = [];
  const before = [];
  let waiting = [];

  const describe = (name, body) => {
    if (waiting !== null) {
      waiting.push([name, body]);
      return;
    }
    names.push(name);
    const depth = before.length;
    body();
    before.length = depth;
    names.pop();
  };
  const it = (name, body) => {
    const prepare = [...before];
    const id = `${[file, ...names, name].join(" ").slice(0, LONGEST_NAME)} ${tests.length}`;
    tests.push({
      id,
      async run() {
        for (const step of prepare) await step();
        await body();
      },
    });
  };
  it.each = (rows) => (name, body) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      it(format(name, ...values), () => body(...values));
    }
  };
  describe.each = (rows) => (name, body) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row];
      describe(format(name, ...values), () => body(...values));
    }
  };
  /** Runs once, before the first test that stands under it. */
  const beforeAll = (step) => {
    let done;
    before.push(() => (done ??= Promise.resolve(step())));
  };
  const declared = () => {
    const bodies = waiting;
    waiting = null;
    for (const [name, body] of bodies) describe(name, body);
    return tests;
  };
  return { globals: { describe, it, test: it, expect, beforeAll }, declared };
}
