import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Compilation, Module } from "webpack";
import { mitOf, UNICODE } from "./license-texts.js";

/** A package of somebody else's that is shipped, whole or in part. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As its package tells it, in the words of SPDX: `MIT`. */
  readonly license: string;
  /** The text of the licence with its copyright line. */
  readonly text: string;
}

/** The files of packages that a webpack build put into its chunks. */
export function filesOfWebpack({ chunks, chunkGraph }: Compilation): readonly string[] {
  const modules = [...chunks].flatMap((chunk) => [...chunkGraph.getChunkModules(chunk)]);
  return ofPackages(modules.flatMap(filesOfModule));
}

/** A module, and those that were joined into it. */
function filesOfModule(module: Module): readonly string[] {
  const joined = "modules" in module && Array.isArray(module.modules) ? module.modules : [];
  const own = "resource" in module && typeof module.resource === "string" ? [module.resource] : [];
  return [...own, ...joined.flatMap(filesOfModule)];
}

/** The files of packages of which esbuild put anything into a bundle. */
export function filesOfEsbuild(
  metafile: {
    readonly outputs: Readonly<
      Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
    >;
  },
  root: string,
): readonly string[] {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return ofPackages(
    inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => join(root, file)),
  );
}

function ofPackages(files: readonly string[]): readonly string[] {
  const bare = files.map((file) => file.replace(/[?|].*$/, ""));
  return [...new Set(bare)].filter((file) => file.includes("/node_modules/"));
}

/** The packages of files, and those whose code stands inside them, by name. */
export async function packagesOf(files: readonly string[]): Promise<readonly ShippedPackage[]> {
  const found = new Map<string, ShippedPackage>();
  for (const file of files) {
    const folder = folderOf(file);
    const own = await readPackage(folder);
    found.set(own.name, own);
    for (const name of await inlined(file)) {
      if (!found.has(name)) found.set(name, await inlinedPackage(name, folder));
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The folder of a file's package: the last one on the way that is named inside `node_modules`. */
function folderOf(file: string): string {
  const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
  if (folder === undefined) throw new Error(`No package: ${file}`);
  return folder;
}

async function readPackage(folder: string): Promise<ShippedPackage> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((one) => /^(licen[cs]e|copying)/i.test(one));
  if (file !== undefined) {
    const text = (await readFile(join(folder, file), "utf8")).replaceAll("\r", "").trim();
    return { name, version, license: license ?? "", text };
  }
  const holder = WITHOUT_TEXT[name];
  if (license !== "MIT" || holder === undefined) throw new Error(`${folder} has no licence`);
  return { name, version, license, text: mitOf(holder) };
}

/** Packages that name the MIT licence and leave its text out, with who holds the rights. */
const WITHOUT_TEXT: Readonly<Record<string, string | undefined>> = {
  "@fluentui/react-icons": "Microsoft Corporation",
};

/** Packages that come joined together mark where each begins: `// ../node_modules/nanoid/index.js`. */
const MARKS = [
  /^\/\/(?:#region)? ?[^\n]*node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//gm,
  /^\/\/(?:#region)? \\0(@[\w-]+\+[\w-]+)@/gm,
];

async function inlined(file: string): Promise<ReadonlySet<string>> {
  const source = await readFile(file, "utf8");
  const names = MARKS.flatMap((mark) => [...source.matchAll(mark)].map(([, name = ""]) => name));
  return new Set(
    names.map((name) => name.replace("+", "/")).filter((name) => name !== "" && name !== ".pnpm"),
  );
}

/** A package inside another one: its own folder, where it was installed too. */
async function inlinedPackage(name: string, within: string): Promise<ShippedPackage> {
  for (let folder = within; folder !== dirname(folder); folder = dirname(folder)) {
    const own = join(folder, "node_modules", name);
    if (existsSync(join(own, "package.json"))) return readPackage(own);
  }
  const known = NOT_INSTALLED[name];
  if (known === undefined) throw new Error(`${name} stands inside ${within}, and nothing tells its licence`);
  return known;
}

/** Helpers that a builder wrote into a package: they are installed nowhere. */
const NOT_INSTALLED: Readonly<Record<string, ShippedPackage | undefined>> = {
  "@formatjs_generated/unicode": generated("@formatjs_generated/unicode"),
  "@formatjs_generated/cldr.core": generated("@formatjs_generated/cldr.core"),
  "@oxc-project/runtime": {
    name: "@oxc-project/runtime",
    version: "",
    license: "MIT",
    text: mitOf(
      "2014-present Sebastian McKenzie and other contributors",
      "2024-present VoidZero Inc. & Contributors",
    ),
  },
};

/** Data of Unicode's, made into code. */
function generated(name: string): ShippedPackage {
  return { name, version: "", license: "Unicode-3.0", text: UNICODE };
}
