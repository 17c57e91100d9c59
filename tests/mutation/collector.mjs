import { format } from "node:util";
import { expect } from "expect";

/** Rows of tables of tests may be whole objects. */
const LONGEST_NAME = 160;

/** As much of `@jest/globals` as our tests use, and the tests that a file declares with it. */
export function collector(file) {
  const tests = [];
  const names = [];
  const before = [];

  const describe = (name, body) => {
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
  return { globals: { describe, it, test: it, expect, beforeAll }, tests };
}
