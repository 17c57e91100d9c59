import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import type { Plugin } from "esbuild";

/** Data below this would not be smaller packed. Characters. */
const SMALL = 1_200;

/**
 * Packs the program's own data (editions, outlines) inside the bundle: one page of Google's takes no
 * compression of its own, and Vietnamese sentences are long. They are unpacked when the page starts.
 */
export const packedData: Plugin = {
  name: "packed-data",
  setup: (build) => {
    build.onLoad({ filter: /\/src\/.*\.json$/ }, async ({ path }) => {
      const data: unknown = JSON.parse(await readFile(path, "utf8"));
      const text = JSON.stringify(data);
      if (text.length < SMALL) return { contents: text, loader: "json" };
      const packed = deflateSync(text, { level: 9 }).toString("base64");
      const contents = `import { strFromU8, unzlibSync } from "fflate";
export default JSON.parse(strFromU8(unzlibSync(Uint8Array.from(atob("${packed}"), (c) => c.charCodeAt(0)))));`;
      return { contents, loader: "js" };
    });
  },
};
