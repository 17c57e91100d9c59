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
  page: here("../local-excel/page/"),
  /** What this host builds for itself; git-ignored. */
  build: here("../../build/local-excel/"),
  /** Microsoft's client library, unmodified. */
  officeJs: dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js")),
} as const;
