import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { fateOf, MUTATION_KINDS, wholeOf } from "../../support/mutants.js";

/** Damaged copies of our workbooks and of other programs'; `npm run bench` tries 10,000 of them. */

const EACH = 5;

describe.each([
  "base.xlsx",
  "xlsxwriter-macro.xlsm",
  "openpyxl.xlsx",
  "libreoffice.xlsx",
  "by-hand.xlsm",
])("damaged copies of %s", (name) => {
  it("are refused, or read as they were, or tell of the damage by a finding", async () => {
    const bytes = new Uint8Array(await readFile(`tests/fixtures/strangers/${name}`));
    const whole = await wholeOf(bytes);
    for (const kind of MUTATION_KINDS) {
      for (let seed = 1; seed <= EACH; seed += 1) {
        const { fate, what } = await fateOf(bytes, whole, kind, seed);
        expect([kind, what, fate]).toEqual([kind, what, expect.stringMatching(/^(?:refused|same|found)$/)]);
      }
    }
  });
});
