import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { commonTokens, declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import { collector } from "./collector.mjs";

/*
 * A test runner for Stryker that runs our jest tests of one layer in its own process: each file as one
 * bundle, loaded anew for every mutant, so that nothing worked out under one mutant is left for the
 * next. Jest's own runner starts anew each time, which takes ten times as long.
 */

/** What the instrumented code and Stryker share. */
globalThis.__stryker__ ??= {};
const shared = globalThis.__stryker__;

class InOneProcess {
  static inject = [commonTokens.options];
  #layer = process.env.LAYER ?? "rules";
  #files = [];

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const folder = join("tests", this.#layer);
    const files = readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => join(folder, name))
      // Small files first: a mutant should die by the sentence about it, not by a whole report.
      .sort((a, b) => statSync(a).size - statSync(b).size);
    for (const file of files) {
      const { outputFiles } = await build({
        entryPoints: [file],
        // Stryker moves to its copy of the program after esbuild looked where it stands.
        absWorkingDir: process.cwd(),
        bundle: true,
        write: false,
        platform: "node",
        format: "cjs",
        packages: "external",
        logLevel: "error",
      });
      const code = `(function (require, module, exports, __dirname) {${outputFiles[0].text}\n})`;
      this.#files.push({ file, load: new Script(code, { filename: file }).runInThisContext() });
    }
  }

  async dryRun() {
    shared.activeMutant = undefined;
    shared.mutantCoverage = { static: {}, perTest: {} };
    const tests = await this.#run(() => true, false);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: shared.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    if (!isSampled(activeMutant)) return { status: MutantRunStatus.Error, errorMessage: "not in the sample" };
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    shared.activeMutant = activeMutant.id;
    shared.hitLimit = hitLimit;
    shared.hitCount = hitLimit === undefined ? undefined : 0;
    const tests = await this.#run((id) => wanted === null || wanted.has(id), !disableBail);
    const endless = determineHitLimitReached(shared.hitCount, hitLimit);
    shared.activeMutant = undefined;
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests }, disableBail);
  }

  /** Runs the tests that are asked for, until the first failure where one is enough. */
  async #run(isWanted, bail) {
    const results = [];
    for (const { file, load } of this.#files) {
      const known = this.#known.get(file);
      if (known !== undefined && !known.some(isWanted)) continue;
      let tests;
      try {
        tests = this.#collect(file, load);
      } catch (error) {
        results.push(failed(file, file, 0, error));
        if (bail) return results;
        continue;
      }
      if (known === undefined)
        this.#known.set(
          file,
          tests.map(({ id }) => id),
        );
      for (const { id, run } of tests) {
        if (!isWanted(id)) continue;
        shared.currentTestId = id;
        const started = performance.now();
        try {
          await run();
          const timeSpentMs = performance.now() - started;
          results.push({ id, name: id, fileName: file, timeSpentMs, status: TestStatus.Success });
        } catch (error) {
          results.push(failed(id, file, performance.now() - started, error));
          if (bail) return results;
        } finally {
          shared.currentTestId = undefined;
        }
      }
    }
    return results;
  }

  /** The names of the tests in each file. */
  #known = new Map();

  #collect(file, load) {
    const { globals, tests } = collector(file);
    const found = createRequire(join(process.cwd(), file));
    const require = (name) => (name === "@jest/globals" ? globals : found(name));
    const module = { exports: {} };
    load(require, module, module.exports, dirname(join(process.cwd(), file)));
    return tests;
  }
}

/** One mutant in so many is tried, the same ones each time; all where nothing is said. */
const SAMPLE = Number(process.env.SAMPLE ?? 1);

/** By what the mutant is, so that another mutant beside it changes nothing (FNV-1a, 32 bits). */
function isSampled({ fileName, location: { start }, mutatorName, replacement }) {
  const text = [fileName.replace(/^.*\/src\//, ""), start.line, start.column, mutatorName, replacement].join(
    " ",
  );
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return hash % SAMPLE === 0;
}

function failed(id, fileName, timeSpentMs, error) {
  const failureMessage = String(error?.message ?? error);
  return { id, name: id, fileName, timeSpentMs, status: TestStatus.Failed, failureMessage };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-one-process", InOneProcess)];
