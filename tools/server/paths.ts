import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where things stand in the repository. */
export const PATHS = {
  root: here("../../"),
  /** The product's own build: the pane, byte for byte as Excel would load it. */
  dist: here("../../dist/"),
  manifest: here("../../manifest.xml"),
  /** What the local programs build for themselves; git-ignored. */
  build: here("../../build/"),
  /** Microsoft's client library, unmodified. */
  officeJs: dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js")),
} as const;

/** A local program with a page: its folder under `tools/`, of its build under `build/`, and its path on the site. */
export type Program = "local-excel" | "local-sheets";

/** Where the page of a program stands. */
export function pageFolder(program: Program): string {
  return here(`../${program}/page/`);
}

/** Where what was built for a program stands. */
export function buildFolder(program: Program): string {
  return here(`../../build/${program}/`);
}
