import { tmpdir } from "node:os";
import { join } from "node:path";

/** Which of the two layers is changed, and tested by its own tests: `LAYER=values npm run mutate`. */
const layer = process.env.LAYER ?? "rules";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  // What a message says is read by people; its tests stand with the words, not here.
  mutate: [`src/${layer}/**/*.ts`, "!src/rules/messages/**"],
  plugins: ["./tests/mutation/in-one-process.mjs"],
  testRunner: "in-one-process",
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  // An endless loop is seen by how often it reaches its mutant; this is for what is left, on a busy machine.
  timeoutMS: 240_000,
  dryRunTimeoutMinutes: 20,
  // What a sample leaves out would be remembered as tried.
  incremental: process.env.SAMPLE === undefined,
  incrementalFile: join(tmpdir(), `cchc-mutants-${layer}.json`),
  concurrency: 1,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ["build", "dist", "docs", "coverage", "assets"],
  tempDirName: "build/stryker",
};
