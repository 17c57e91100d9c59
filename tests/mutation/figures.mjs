import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/*
 * What became of the mutants that were tried, by folder: `node tests/mutation/figures.mjs [FILE...]`,
 * the files as the runs kept them.
 */

const given = process.argv.slice(2);
const files = given.length > 0 ? given : [process.env.MUTANTS ?? join(tmpdir(), "cchc-mutants.txt")];

/** A mutant that was tried twice counts once, as it was last. */
const statuses = new Map();
for (const file of files) {
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.startsWith("# ")) continue;
    const [status, ...mutant] = line.split(" ");
    if (mutant.length > 0) statuses.set(mutant.join(" "), status);
  }
}

const folders = new Map();
for (const [mutant, status] of statuses) {
  const folder = dirname(mutant.split(":")[0]);
  for (const name of [folder, "all"]) {
    const counts = folders.get(name) ?? { caught: 0, tried: 0 };
    folders.set(name, counts);
    counts.tried += 1;
    if (status !== "survived" && status !== "unfinished") counts.caught += 1;
  }
}
for (const [name, { caught, tried }] of [...folders].sort(([a], [b]) => a.localeCompare(b))) {
  console.log(`${name}: ${caught} of ${tried} caught, ${((100 * caught) / tried).toFixed(1)} %`);
}
