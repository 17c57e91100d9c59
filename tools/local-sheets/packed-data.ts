import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { deflateSync } from "node:zlib";
import type { Plugin } from "esbuild";

/** Data below this would not be smaller packed. Characters. */
const SMALL = 1_200;

/** Of the editions, which say much the same, the others are packed with what this one says known. */
const FIRST_EDITION = "tu-ky-2023.json";

/**
 * Packs the program's own data (editions, outlines) inside the bundle: one page of Google's takes no
 * compression of its own, and Vietnamese sentences are long. They are unpacked when the page starts.
 */
export const packedData: Plugin = {
  name: "packed-data",
  setup: (build) => {
    build.onLoad({ filter: /\/src\/.*\.json$/ }, async ({ path }) => {
      const text = await dataIn(path);
      if (text.length < SMALL) return { contents: text, loader: "json" };
      const folder = dirname(path);
      const follows = basename(folder) === "editions" && basename(path) !== FIRST_EDITION;
      const contents = follows
        ? unpacking(text, { name: FIRST_EDITION, text: await dataIn(join(folder, FIRST_EDITION)) })
        : unpacking(text, null);
      return { contents, loader: "js" };
    });
  },
};

async function dataIn(path: string): Promise<string> {
  const data: unknown = JSON.parse(await readFile(path, "utf8"));
  return JSON.stringify(data);
}

/** A module that gives the data. What is `known` is there before it: a file beside it, whose data makes the same text again. */
function unpacking(text: string, known: { readonly name: string; readonly text: string } | null): string {
  const packed = deflateSync(text, {
    level: 9,
    ...(known !== null && { dictionary: Buffer.from(known.text) }),
  }).toString("base64");
  const first = known === null ? "" : `import known from "./${known.name}";\n`;
  const options = known === null ? "" : ", { dictionary: strToU8(JSON.stringify(known)) }";
  return `import { strFromU8, strToU8, unzlibSync } from "fflate";
${first}const packed = Uint8Array.from(atob("${packed}"), (c) => c.charCodeAt(0));
export default JSON.parse(strFromU8(unzlibSync(packed${options})));`;
}
