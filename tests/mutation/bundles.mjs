import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { build } from "esbuild";

/**
 * The tests of a layer and all that they import, as code that is loaded as often as we like: what a
 * mutant may change anew each time, what stands beneath the layer (the editions, which take long to
 * read) once and for all.
 */
export async function bundlesOf(layer) {
  const folder = `tests/${layer}`;
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `./${folder}/${name}`);
  const whole = await bundle(files, { metafile: true });
  const { inputs } = whole.metafile;
  const changeable = whatLeadsTo(`src/${layer}/`, inputs);
  const beneath = new Set();
  const tests = await bundle(files, {
    plugins: [
      {
        name: "beneath",
        setup({ onResolve }) {
          onResolve({ filter: /^\./ }, ({ importer, path: original }) => {
            const known = inputs[importer.slice(process.cwd().length + 1)];
            const path = known?.imports.find((one) => one.original === original)?.path;
            if (path === undefined || changeable.has(path)) return undefined;
            beneath.add(path);
            return { path: BENEATH + path, external: true };
          });
        },
      },
    ],
  });
  const world = await bundle([...beneath].sort().map((path) => `./${path}`));
  const code = tests.outputFiles[0].text;
  const base = modulesIn(compiled(world.outputFiles[0].text), (name) => fromHere(name));
  const within = (globals) => (name) => {
    if (name === "@jest/globals") return globals();
    return name.startsWith(BENEATH) ? base[`./${name.slice(BENEATH.length)}`]() : fromHere(name);
  };
  const counting = compiled(withCounts(code), COUNTS);
  const quick = compiled(withOneMutant(code), MUTANT, REACHED);
  return {
    /** Stands for the program and its tests as they are, mutants and all. */
    version: createHash("sha256").update(code).update(world.outputFiles[0].text).digest("hex"),
    /**
     * For each file, what declares its tests. Adds to the counts of the mutants that are reached;
     * `globals()` is what a file imports of jest.
     */
    counting: (counts, globals) => modulesIn(counting, within(globals), counts),
    /** The same with one mutant and nothing counted; `reached()` is called where the mutant stands. */
    withMutant: (mutant, reached, globals) => modulesIn(quick, within(globals), Number(mutant), reached),
  };
}

/** What marks an import of what stands beneath the layer. */
const BENEATH = "beneath:";

function bundle(files, options) {
  const entries = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(file)})`);
  return build({
    stdin: { contents: `module.exports = { ${entries.join(",\n")} };`, resolveDir: process.cwd() },
    // Stryker moves to its copy of the program after esbuild looked where it stands.
    absWorkingDir: process.cwd(),
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    packages: "external",
    logLevel: "error",
    ...options,
  });
}

/** The files under a folder, those that import them, and so on; and those that speak with jest. */
function whatLeadsTo(folder, inputs) {
  const importers = new Map();
  const found = new Set();
  for (const [file, { imports }] of Object.entries(inputs)) {
    for (const { path } of imports) importers.set(path, [...(importers.get(path) ?? []), file]);
    const speaks = imports.some(({ path }) => path === "@jest/globals");
    if (file.startsWith(folder) || speaks) found.add(file);
  }
  for (const file of found) for (const importer of importers.get(file) ?? []) found.add(importer);
  return found;
}

const COUNTS = "counts_9fa48";
const MUTANT = "mutant_9fa48";
const REACHED = "reached_9fa48";

/*
 * What Stryker writes into the program counts by name everything that is reached, and asks by name for
 * the mutant at each place: most of the work. Here it does one or the other, with numbers.
 */
const COUNTED = /stryCov_9fa48\d*\(((?:"\d+"(?:,\s*)?)+)\)/g;
const ASKED = /stryMutAct_9fa48\d*\("(\d+)"\)/g;

function withCounts(code) {
  return code
    .replace(COUNTED, (_, ids) => `(${ids.match(/\d+/g).map((id) => `${COUNTS}[${id}]++`)})`)
    .replace(ASKED, "false");
}

function withOneMutant(code) {
  return code.replace(COUNTED, "0").replace(ASKED, `(${MUTANT} === $1 && ${REACHED}())`);
}

function compiled(code, ...names) {
  const parameters = ["require", "module", ...names].join(", ");
  return new Script(`(function (${parameters}) {${code}\n})`, { filename: "tests.cjs" }).runInThisContext();
}

function modulesIn(load, require, ...values) {
  const module = { exports: {} };
  load(require, module, ...values);
  return module.exports;
}

/** A package of the program's, loaded once. */
export function fromHere(name) {
  return createRequire(`${process.cwd()}/tests/x.js`)(name);
}
