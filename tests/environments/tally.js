/**
 * Ends a run, after jest's own summary, with one line of its own: `1714 passed, 0 failed`. A file that cannot be run at all counts
 * as one that failed.
 */
export default class Tally {
  /** @param {import("@jest/types").Config.GlobalConfig} settings */
  constructor(settings) {
    // With --json the standard output belongs to the JSON.
    this.output = settings.json ? process.stderr : process.stdout;
  }

  /** @param {unknown} _contexts @param {import("@jest/test-result").AggregatedResult} results */
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : "";
    const line = `${results.numPassedTests} passed, ${failed} failed${tail}\n`;
    process.once("exit", () => this.output.write(line));
  }
}
