import { statSync } from "node:fs";
import { createRequire } from "node:module";

// Jest's own sequencer is CommonJS inside of jest, whose version it must share.
const { default: Sequencer } = createRequire(import.meta.url)("@jest/test-sequencer");

/** Runs small test files first: a mutant should die by the sentence about it, not by a whole report. */
export default class SmallFirst extends Sequencer {
  sort(tests) {
    const size = ({ path }) => statSync(path).size;
    return [...tests].sort((one, other) => size(one) - size(other));
  }
}
