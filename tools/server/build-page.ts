import { join } from "node:path";
import { build } from "esbuild";
import { buildWhenStale } from "./freshness.js";
import { PATHS } from "./paths.js";

/** Builds the page around the grid into `build/local-excel/`, unless it is there; some two seconds. */
export function buildPage(starting: () => void = () => {}): Promise<void> {
  const sources = ["tools", "src/formula", "src/values", "package-lock.json"];
  return buildWhenStale(
    join(PATHS.build, "page.js"),
    sources.map((name) => join(PATHS.root, name)),
    async () => {
      starting();
      await build({
        entryPoints: { page: join(PATHS.page, "main.ts"), "page-style": join(PATHS.page, "page.css") },
        outdir: PATHS.build,
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
