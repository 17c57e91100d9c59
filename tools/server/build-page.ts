import { join } from "node:path";
import { build } from "esbuild";
import { buildWhenStale } from "./freshness.js";
import { buildFolder, PATHS, type Program, pageFolder } from "./paths.js";

/** What a page is built from, under its names on the site: `main.ts` of its folder, the shared looks, further scripts. */
const EXTRA: Readonly<Record<Program, Readonly<Record<string, string>>>> = {
  "local-excel": {},
  "local-sheets": { frame: "frame.ts" },
};

/** Builds the page around the grid into `build/`, unless it is there; some two seconds. */
export function buildPage(program: Program, starting: () => void = () => {}): Promise<void> {
  const sources = ["tools", "src/formula", "src/values", "package-lock.json"];
  const folder = buildFolder(program);
  return buildWhenStale(
    join(folder, "page.js"),
    sources.map((name) => join(PATHS.root, name)),
    async () => {
      starting();
      const page = pageFolder(program);
      const extra = Object.entries(EXTRA[program]).map(([name, file]) => [name, join(page, file)]);
      await build({
        entryPoints: {
          page: join(page, "main.ts"),
          "page-style": join(PATHS.root, "tools/page/page.css"),
          ...Object.fromEntries(extra),
        },
        outdir: folder,
        bundle: true,
        minify: true,
        format: "iife",
        target: "es2022",
        define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
        loader: { ".ttf": "dataurl", ".woff": "dataurl", ".woff2": "dataurl", ".svg": "dataurl" },
        legalComments: "none",
        logLevel: "error",
      });
    },
  );
}
