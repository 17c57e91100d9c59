import { benchCore } from "./core.js";
import { benchFiles, benchMany } from "./files.js";
import { line } from "./lines.js";
import { printMainThread } from "./main-thread.js";
import { printMoves } from "./moves.js";
import { benchMutants } from "./mutants.js";
import { editToFinding } from "./pane.js";
import { printSlips } from "./slips.js";

/**
 * `npm run bench`, or some sections of it: `npm run bench -- files mutants`. Prints how long things take
 * and what becomes of slips and of damaged files; judges nothing.
 */

const SECTIONS: Readonly<Record<string, () => void | Promise<void>>> = {
  core: benchCore,
  files: benchFiles,
  many: benchMany,
  mutants: benchMutants,
  pane: async () => {
    line("edit to finding in the pane, beyond 200 ms", `${(await editToFinding()).toFixed(1)} ms`);
    await printMainThread();
  },
  slips: printSlips,
  moves: printMoves,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
  console.error(`No such section: ${unknown.join(", ")}. There are: ${Object.keys(SECTIONS).join(", ")}.`);
  process.exitCode = 2;
} else {
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (named.length === 0 || named.includes(name)) await section();
  }
}
