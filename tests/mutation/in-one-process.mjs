import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { commonTokens, declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import { collector } from "./collector.mjs";
import { Order } from "./order.mjs";

/*
 * A test runner for Stryker that runs our jest tests of one layer in its own process: all files as one
 * bundle, loaded anew for every mutant, so that nothing worked out under one mutant is left for the
 * next. Jest's own runner starts anew each time, which takes many times as long.
 */

const LAYER = process.env.LAYER ?? "rules";

/**
 * Milliseconds of work that a mutant may cost; one that lived so long counts as a survivor. Work and not
 * time, so that a busy machine changes nothing.
 */
const LONGEST = Number(process.env.LONGEST ?? 25_000);

/** A test in which the mutant is reached so many times as often as without it will not end. */
const ENDLESS = 100;

/** What the first run found of each test: it takes minutes, and is the same while the program is. */
const FIRST_RUN = join(tmpdir(), `cchc-mutants-${LAYER}-tests.json`);

/** What the instrumented code and Stryker share. */
globalThis.__stryker__ ??= {};
const shared = globalThis.__stryker__;

class InOneProcess {
  static inject = [commonTokens.options];
  /** Loads the bundle anew: for each file, what declares its tests. */
  #load;
  /** Of each test: what came of it without a mutant, and how often it reaches which. */
  #known = new Map();
  /** The mutants that act while a file loads. */
  #loading = {};
  /** Stands for the program and its tests as they are, mutants and all. */
  #version;
  #order = new Order();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const folder = `tests/${LAYER}`;
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
    this.#version = createHash("sha256").update(code).digest("hex");
    this.#load = new Script(code, { filename: "tests.cjs" }).runInThisContext();
    // Thousands of reports are for jest; what is wrong in nearly all of them shows in a few.
    process.env.REPORTS ??= "5";
    // A property that fails is enough; nobody reads the smallest example.
    found()("fast-check").configureGlobal({ endOnFailure: true });
    if (!existsSync(FIRST_RUN)) return;
    const { version, known, loading } = JSON.parse(readFileSync(FIRST_RUN, "utf8"));
    if (version !== this.#version) return;
    this.#known = new Map(known);
    this.#loading = loading;
  }

  async dryRun() {
    if (this.#known.size === 0) await this.#firstRun();
    const known = [...this.#known];
    const perTest = Object.fromEntries(known.map(([id, { reached }]) => [id, reached]));
    const tests = known.map(([, { result }]) => result);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { static: this.#loading, perTest } };
  }

  /** Each test with everything loaded anew, so that it is known to reach what another would have kept for it. */
  async #firstRun() {
    shared.mutantCoverage = { static: {}, perTest: {} };
    for (const file of Object.keys(this.#loaded())) {
      const number = new Tests(this.#loaded()).of(file).length;
      for (let place = 0; place < number; place++) {
        const tests = new Tests(this.#loaded());
        const { id, run } = tests.of(file, DECLARING)[place];
        const result = await outcomeOf(id, file, run);
        const reached = coverageOf(id);
        delete shared.mutantCoverage.perTest[DECLARING];
        this.#known.set(id, { result, reached });
      }
    }
    this.#loading = shared.mutantCoverage.static;
    const kept = { version: this.#version, known: [...this.#known], loading: this.#loading };
    writeFileSync(FIRST_RUN, JSON.stringify(kept));
  }

  async mutantRun({ activeMutant, testFilter, disableBail }) {
    if (!isSampled(activeMutant)) return { status: MutantRunStatus.Error, errorMessage: "not in the sample" };
    const ids = testFilter ?? [...this.#known.keys()];
    shared.activeMutant = activeMutant.id;
    const result = await this.#outcome(activeMutant, ids, !disableBail);
    shared.activeMutant = undefined;
    shared.hitLimit = undefined;
    shared.hitCount = undefined;
    keep(activeMutant, result.status);
    return result;
  }

  /** Runs the tests that reach a mutant, the likeliest to fail first, until one does. */
  async #outcome({ id: mutant, fileName }, ids, bail) {
    const begun = cpuTime();
    const tests = new Tests(this.#loaded());
    const results = [];
    for (const id of this.#order.of(fileName, ids, (test) => this.#known.get(test).result.timeSpentMs)) {
      if (cpuTime() - begun > LONGEST) break;
      const { result: first, reached } = this.#known.get(id);
      const file = first.fileName;
      shared.hitCount = 0;
      shared.hitLimit = ENDLESS * (reached[mutant] ?? 1);
      const result = await outcomeOf(id, file, () => tests.named(file, id).run());
      results.push(result);
      const isEndless = shared.hitCount > shared.hitLimit;
      const isCaught = isEndless || result.status === TestStatus.Failed;
      this.#order.tried(fileName, id, isCaught);
      if (isEndless) return toMutantRunResult({ status: DryRunStatus.Timeout, reason: "it does not end" });
      if (isCaught && bail) break;
    }
    return toMutantRunResult({ status: DryRunStatus.Complete, tests: results }, !bail);
  }

  /** The files of tests, none of them loaded yet, nor anything that they import. */
  #loaded() {
    const require = (name) => (name === "@jest/globals" ? Tests.globals : found()(name));
    const module = { exports: {} };
    this.#load(require, module);
    return module.exports;
  }
}

/** What a file reaches while it declares its tests is reached for each of them. */
const DECLARING = "declaring";

/** The tests of files that are loaded when the first of their tests is asked for. */
class Tests {
  static globals;
  #files;
  #declared = new Map();

  constructor(files) {
    this.#files = files;
  }

  of(file, id) {
    const known = this.#declared.get(file);
    if (known !== undefined) return known;
    const collected = collector(file);
    Tests.globals = collected.globals;
    this.#files[file]();
    shared.currentTestId = id;
    const tests = collected.declared();
    shared.currentTestId = undefined;
    this.#declared.set(file, tests);
    return tests;
  }

  named(file, id) {
    const test = this.of(file).find((one) => one.id === id);
    if (test === undefined) throw new Error(`no test ${id}`);
    return test;
  }
}

/** How often a test reached each mutant, its file's declarations with it. */
function coverageOf(id) {
  const { perTest } = shared.mutantCoverage;
  const own = perTest[id] ?? {};
  perTest[id] = own;
  for (const [mutant, times] of Object.entries(perTest[DECLARING] ?? {})) {
    own[mutant] = (own[mutant] ?? 0) + times;
  }
  return own;
}

async function outcomeOf(id, fileName, run) {
  const result = { id, name: id, fileName };
  const started = cpuTime();
  shared.currentTestId = id;
  try {
    await run();
    return { ...result, timeSpentMs: cpuTime() - started, status: TestStatus.Success };
  } catch (error) {
    const failureMessage = String(error?.message ?? error);
    return { ...result, timeSpentMs: cpuTime() - started, status: TestStatus.Failed, failureMessage };
  } finally {
    shared.currentTestId = undefined;
  }
}

function found() {
  return createRequire(join(process.cwd(), "tests/x.js"));
}

/** Milliseconds that this process has worked: however busy the machine is. */
function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One mutant in so many is tried, the same ones each time; all where nothing is said. */
const SAMPLE = Number(process.env.SAMPLE ?? 1);
/** Which of the samples of that size: 0 to SAMPLE - 1; several with commas. */
const OFFSETS = new Set((process.env.OFFSET ?? "0").split(",").map(Number));

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
  return OFFSETS.has(hash % SAMPLE);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-one-process", InOneProcess)];
