import { join } from "node:path";
import { build } from "esbuild";
import { isStale } from "./freshness.js";
import { oneAtATime } from "./one-at-a-time.js";
import { PATHS } from "./paths.js";

/** Builds the page around the grid into `build/local-excel/`, unless it is there; some two seconds. */
export function buildPage(starting: () => void = () => {}): Promise<void> {
  const sources = ["tools", "src/formula", "src/values", "package-lock.json"];
  return oneAtATime("page", async () => {
    if (
      !(await isStale(
        join(PATHS.build, "page.js"),
        sources.map((name) => join(PATHS.root, name)),
      ))
    )
      return;
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
  });
}
