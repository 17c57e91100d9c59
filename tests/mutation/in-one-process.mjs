import { appendFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
 * A test runner for Stryker that runs our jest tests of one layer in its own process: all files as one
 * bundle, loaded anew for every mutant, so that nothing worked out under one mutant is left for the
 * next. Jest's own runner starts anew each time, which takes many times as long.
 */

/** What the instrumented code and Stryker share. */
globalThis.__stryker__ ??= {};
const shared = globalThis.__stryker__;

class InOneProcess {
  static inject = [commonTokens.options];
  #layer = process.env.LAYER ?? "rules";
  /** Loads the bundle anew: for each file, what declares its tests. */
  #load;
  /** Milliseconds that each test took in the first run. */
  #cost = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const folder = `tests/${this.#layer}`;
    const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".test.ts"));
    const entries = files.map((file) => {
      const path = JSON.stringify(`./${folder}/${file}`);
      return `${path}: () => require(${path})`;
    });
    const { outputFiles } = await build({
      stdin: { contents: `module.exports = { ${entries.join(",\n")} };`, resolveDir: process.cwd() },
      // Stryker moves to its copy of the program after esbuild looked where it stands.
      absWorkingDir: process.cwd(),
      bundle: true,
      write: false,
      platform: "node",
      format: "cjs",
      packages: "external",
      logLevel: "error",
    });
    const code = `(function (require, module) {${outputFiles[0].text}\n})`;
    this.#load = new Script(code, { filename: "tests.cjs" }).runInThisContext();
  }

  async dryRun() {
    shared.activeMutant = undefined;
    shared.mutantCoverage = { static: {}, perTest: {} };
    const all = await this.#run(() => true, false);
    for (const { id, timeSpentMs } of all) this.#cost.set(id, timeSpentMs);
    const { mutantCoverage } = shared;
    const quick = all.filter(
      ({ status, timeSpentMs }) => status !== TestStatus.Success || timeSpentMs < SLOW,
    );
    const kept = new Set(quick.map(({ id }) => id));
    for (const id of Object.keys(mutantCoverage.perTest))
      if (!kept.has(id)) delete mutantCoverage.perTest[id];
    return { status: DryRunStatus.Complete, tests: quick, mutantCoverage };
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
    const result = toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests }, disableBail);
    keep(activeMutant, result.status);
    return result;
  }

  /** Runs the tests that are asked for, the quickest first, until the first failure where one is enough. */
  async #run(isWanted, bail) {
    const results = [];
    let tests;
    try {
      tests = this.#collect();
    } catch (error) {
      return [failed("loading", "", 0, error)];
    }
    const cost = ({ id }) => this.#cost.get(id) ?? 0;
    const begun = cpuTime();
    for (const { id, file, run } of tests.sort((a, b) => cost(a) - cost(b))) {
      if (!isWanted(id)) continue;
      if (bail && cpuTime() - begun > LONGEST) return results;
      shared.currentTestId = id;
      const started = cpuTime();
      try {
        await run();
        const timeSpentMs = cpuTime() - started;
        results.push({ id, name: id, fileName: file, timeSpentMs, status: TestStatus.Success });
      } catch (error) {
        results.push(failed(id, file, cpuTime() - started, error));
        if (bail) return results;
      } finally {
        shared.currentTestId = undefined;
      }
    }
    return results;
  }

  /** The tests of all files, freshly loaded. */
  #collect() {
    const found = createRequire(join(process.cwd(), "tests/x.js"));
    let globals;
    const require = (name) => (name === "@jest/globals" ? globals : found(name));
    const module = { exports: {} };
    this.#load(require, module);
    return Object.entries(module.exports).flatMap(([file, declare]) => {
      const collected = collector(file);
      globals = collected.globals;
      declare();
      return collected.tests.map((test) => ({ ...test, file }));
    });
  }
}

/** Milliseconds of work. A test of thousands of reports would be run for every mutant that survives. */
const SLOW = 1500;

/** Milliseconds of work that a mutant may cost; one that lived so long counts as a survivor. */
const LONGEST = 8000;

/** Milliseconds that this process has worked: however busy the machine is. */
function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One mutant in so many is tried, the same ones each time; all where nothing is said. */
const SAMPLE = Number(process.env.SAMPLE ?? 1);
/** Which of the samples of that size: 0 to SAMPLE - 1. */
const OFFSET = Number(process.env.OFFSET ?? 0);

/** Where what becomes of each mutant is kept at once: a run that is stopped loses nothing. */
const KEPT = process.env.MUTANTS ?? join(tmpdir(), "cchc-mutants.txt");

function keep({ fileName, location: { start, end }, mutatorName, replacement }, status) {
  const path = fileName.replace(/^.*\/(?=src\/)/, "");
  const text = replacement.replace(/\s+/g, " ");
  appendFileSync(
    KEPT,
    `${status} ${path}:${start.line + 1}:${start.column + 1}-${end.column + 1} ${mutatorName} ${text}\n`,
  );
}

/** By what the mutant is, so that another mutant beside it changes nothing (FNV-1a, 32 bits). */
function isSampled({ fileName, location: { start }, mutatorName, replacement }) {
  const text = [fileName.replace(/^.*\/src\//, ""), start.line, start.column, mutatorName, replacement].join(
    " ",
  );
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return hash % SAMPLE === OFFSET;
}

function failed(id, fileName, timeSpentMs, error) {
  const failureMessage = String(error?.message ?? error);
  return { id, name: id, fileName, timeSpentMs, status: TestStatus.Failed, failureMessage };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-one-process", InOneProcess)];
