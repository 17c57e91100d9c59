import { join } from "node:path";
import { build } from "esbuild";
import { PATHS } from "./paths.js";

/** Builds the page around the grid into `build/local-excel/`; about a second. */
export async function buildPage(): Promise<void> {
  await build({
    entryPoints: { page: join(PATHS.page, "main.ts"), "page-style": join(PATHS.page, "page.css") },
    outdir: PATHS.build,
    bundle: true,
    minify: false,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    loader: { ".ttf": "dataurl", ".woff": "dataurl", ".woff2": "dataurl", ".svg": "dataurl" },
    legalComments: "none",
    logLevel: "error",
  });
}
