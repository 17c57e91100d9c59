import { fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { fateOf, MUTATION_KINDS, type MutantFate, wholeOf } from "../support/mutants.js";
import { line, STRANGERS } from "./lines.js";

/** Damaged copies of our workbooks and of other programs', on all cores: what becomes of them. */

const MUTANTS = 10_000;
/** Beyond this, an officer takes the program for hanging, and a small laptop runs out of memory. */
const SLOWEST = 5000;
const MOST_MEMORY = 500e6;

/** What one process saw: how many came to each fate, the slowest, the most memory, and what must not be. */
interface Tally {
  readonly fates: Readonly<Partial<Record<MutantFate["fate"], number>>>;
  readonly slowest: number;
  readonly memory: number;
  readonly told: readonly string[];
}

/** Damages 10,000 copies and prints how they ended. */
export async function benchMutants(): Promise<void> {
  const workers = Math.max(1, availableParallelism());
  const started = performance.now();
  const tallies = await Promise.all(
    Array.from({ length: workers }, (_zero, worker) => tallyIn(worker, workers)),
  );
  for (const told of tallies.flatMap((tally) => tally.told)) console.log(told);
  const total = (fate: MutantFate["fate"]) => tallies.reduce((sum, { fates }) => sum + (fates[fate] ?? 0), 0);
  const [slowest, memory] = [
    Math.max(...tallies.map((tally) => tally.slowest)),
    Math.max(...tallies.map((tally) => tally.memory)),
  ];
  const fates = (["refused", "same", "found", "silent", "thrown"] as const).map(
    (fate) => `${total(fate)} ${fate}`,
  );
  line(`${MUTANTS} damaged workbooks`, fates.join(", "));
  line("the slowest of them", `${slowest.toFixed(0)} ms (${SLOWEST} allowed)`);
  line("the most memory of a process", `${(memory / 1e6).toFixed(0)} MB (${MOST_MEMORY / 1e6} allowed)`);
  line("time for all of them", `${((performance.now() - started) / 1000).toFixed(0)} s`);
}

function tallyIn(worker: number, workers: number): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [String(worker), String(workers)]);
    child.once("message", (tally: Tally) => resolve(tally));
    child.once("exit", (code) => {
      if (code !== 0) reject(new Error(`The damaged workbooks ended a process with ${code}.`));
    });
  });
}

/** Every so-manieth mutant: each process takes its share of every workbook and every kind. */
async function tally(worker: number, workers: number): Promise<Tally> {
  const fates: Partial<Record<MutantFate["fate"], number>> = {};
  const told: string[] = [];
  let [slowest, memory] = [0, 0];
  for (const name of STRANGERS) {
    const bytes = new Uint8Array(await readFile(`tests/fixtures/strangers/${name}`));
    const whole = await wholeOf(bytes);
    for (let count = worker; count < MUTANTS / STRANGERS.length; count += workers) {
      const kind = MUTATION_KINDS[count % MUTATION_KINDS.length] ?? "";
      const { fate, milliseconds, what } = await fateOf(bytes, whole, kind, count + 1);
      fates[fate] = (fates[fate] ?? 0) + 1;
      slowest = Math.max(slowest, milliseconds);
      memory = Math.max(memory, process.memoryUsage().rss);
      if (fate === "thrown" || fate === "silent") told.push(`${fate}: ${name}, ${kind}, ${what}`);
      if (milliseconds > SLOWEST) told.push(`slow: ${name}, ${kind}, ${what}`);
    }
  }
  return { fates, slowest, memory, told };
}

const [, , worker, workers] = process.argv;
if (process.send !== undefined && worker !== undefined && workers !== undefined) {
  process.send(await tally(Number(worker), Number(workers)), () => process.disconnect());
}
