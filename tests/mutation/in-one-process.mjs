import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commonTokens, declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { bundlesOf, fromHere } from "./bundles.mjs";
import { collector } from "./collector.mjs";
import { Order } from "./order.mjs";

/*
 * A test runner for Stryker that runs our jest tests of one layer in its own process: the layer and
 * its tests as one bundle, loaded anew for every mutant, so that nothing worked out under one mutant
 * is left for the next. Jest's own runner starts anew each time, which takes many times as long.
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

class InOneProcess {
  static inject = [commonTokens.options];
  /** The tests and all that they import. */
  #bundles;
  /** Of each test: what came of it without a mutant, and how often it reaches which. */
  #known = new Map();
  /** The mutants that act while a file loads. */
  #loading = {};
  /** What became of mutants in an earlier run on the same program and tests. */
  #tried = new Map();
  #order = new Order();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#bundles = await bundlesOf(LAYER);
    // Thousands of reports are for jest; what is wrong in nearly all of them shows in a few.
    process.env.REPORTS ??= "5";
    // A property that fails is enough; nobody reads the smallest example.
    fromHere("fast-check").configureGlobal({ endOnFailure: true });
    this.#tried = triedAlready(`# ${this.#bundles.version}`);
    if (!existsSync(FIRST_RUN)) return;
    const { version, known, loading } = JSON.parse(readFileSync(FIRST_RUN, "utf8"));
    if (version !== this.#bundles.version) return;
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
    const counts = new Counts();
    const loaded = () => this.#bundles.counting(counts.numbers, () => Tests.globals);
    for (const file of Object.keys(loaded())) {
      const number = new Tests(loaded()).of(file).length;
      counts.taken();
      for (let place = 0; place < number; place++) {
        const tests = new Tests(loaded());
        // What acts while files are loaded is no test's; what acts while tests are declared is each one's.
        const { id, run } = tests.of(file, () => add(this.#loading, counts.taken()))[place];
        const result = await outcomeOf(id, file, run);
        this.#known.set(id, { result, reached: counts.taken() });
      }
    }
    const kept = { version: this.#bundles.version, known: [...this.#known], loading: this.#loading };
    writeFileSync(FIRST_RUN, JSON.stringify(kept));
  }

  async mutantRun({ activeMutant, testFilter, disableBail }) {
    if (!isSampled(activeMutant)) return { status: MutantRunStatus.Error, errorMessage: "not in the sample" };
    const known = this.#tried.get(lineOf(activeMutant));
    if (known !== undefined) return resultOf(known);
    const ids = testFilter ?? [...this.#known.keys()];
    const { result, status } = await this.#outcome(activeMutant, ids, !disableBail);
    appendFileSync(KEPT, `${status ?? result.status} ${lineOf(activeMutant)}\n`);
    return result;
  }

  /** Runs the tests that reach a mutant, the likeliest to fail first, until one does. */
  async #outcome({ id: mutant, fileName }, ids, bail) {
    const begun = cpuTime();
    let hits = 0;
    let most = 0;
    const reached = () => {
      hits += 1;
      if (hits > most) throw new Error("it does not end");
      return true;
    };
    const tests = new Tests(this.#bundles.withMutant(mutant, reached, () => Tests.globals));
    const results = [];
    for (const id of this.#order.of(fileName, ids, (test) => this.#known.get(test).result.timeSpentMs)) {
      if (cpuTime() - begun > LONGEST) {
        return {
          result: { status: MutantRunStatus.Survived, nrOfTests: results.length },
          status: UNFINISHED,
        };
      }
      const { result: first, reached: places } = this.#known.get(id);
      const file = first.fileName;
      hits = 0;
      most = ENDLESS * (places[mutant] ?? 1);
      const result = await outcomeOf(id, file, () => tests.named(file, id).run());
      results.push(result);
      const isEndless = hits > most;
      const isCaught = isEndless || result.status === TestStatus.Failed;
      this.#order.tried(fileName, id, isCaught);
      if (isEndless) return { result: resultOf(MutantRunStatus.Timeout) };
      if (isCaught && bail) break;
    }
    return { result: toMutantRunResult({ status: DryRunStatus.Complete, tests: results }, !bail) };
  }
}

/** The tests of files that are loaded when the first of their tests is asked for. */
class Tests {
  static globals;
  #files;
  #declared = new Map();

  constructor(files) {
    this.#files = files;
  }

  /** The tests of a file; `loaded` is told when all is loaded that it imports, and no test declared yet. */
  of(file, loaded = () => {}) {
    const known = this.#declared.get(file);
    if (known !== undefined) return known;
    const collected = collector(file);
    Tests.globals = collected.globals;
    this.#files[file]();
    loaded();
    const tests = collected.declared();
    this.#declared.set(file, tests);
    return tests;
  }

  named(file, id) {
    const test = this.of(file).find((one) => one.id === id);
    if (test === undefined) throw new Error(`no test ${id}`);
    return test;
  }
}

/** How often each mutant was reached since it was last asked. */
class Counts {
  numbers = new Uint32Array(MOST);

  taken() {
    const taken = {};
    this.numbers.forEach((count, mutant) => {
      if (count > 0) taken[mutant] = count;
    });
    this.numbers.fill(0);
    return taken;
  }
}

/** More mutants than any layer has. */
const MOST = 50_000;

function add(sums, counts) {
  for (const [mutant, count] of Object.entries(counts)) sums[mutant] = (sums[mutant] ?? 0) + count;
}

async function outcomeOf(id, fileName, run) {
  const result = { id, name: id, fileName };
  const started = cpuTime();
  try {
    await run();
    return { ...result, timeSpentMs: cpuTime() - started, status: TestStatus.Success };
  } catch (error) {
    const failureMessage = String(error?.message ?? error);
    return { ...result, timeSpentMs: cpuTime() - started, status: TestStatus.Failed, failureMessage };
  }
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

/** What is kept of a mutant whose tests took longer than it may cost. */
const UNFINISHED = "unfinished";

/** A mutant, in the words in which it is kept. */
function lineOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const path = fileName.replace(/^.*\/(?=src\/)/, "");
  const text = replacement.replace(/\s+/g, " ");
  return `${path}:${start.line + 1}:${start.column + 1}-${end.column + 1} ${mutatorName} ${text}`;
}

/**
 * What became of mutants under the same heading, which stands above their lines; begins it where it is
 * missing. Those that took too long are tried again.
 */
function triedAlready(heading) {
  const lines = existsSync(KEPT) ? readFileSync(KEPT, "utf8").split("\n") : [];
  const tried = new Map();
  let current = "";
  for (const line of lines) {
    if (line.startsWith("# ")) current = line;
    else if (current === heading && !line.startsWith(UNFINISHED)) tried.set(...splitLine(line));
  }
  if (current !== heading) appendFileSync(KEPT, `${heading}\n`);
  return tried;
}

function splitLine(line) {
  const [status, ...mutant] = line.split(" ");
  return [mutant.join(" "), status];
}

function resultOf(status) {
  switch (status) {
    case MutantRunStatus.Killed:
      return { status, killedBy: [], failureMessage: "", nrOfTests: 1 };
    case MutantRunStatus.Timeout:
      return { status, reason: "it does not end" };
    default:
      return { status: MutantRunStatus.Survived, nrOfTests: 1 };
  }
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
