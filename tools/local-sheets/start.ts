import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildPage } from "../server/build-page.js";
import type { BuildStep } from "../server/build-step.js";
import { buildWhenStale } from "../server/freshness.js";
import { PATHS } from "../server/paths.js";
import { type LocalServer, serve } from "../server/serve.js";
import { type SheetsFiles, writeSheets } from "./build.js";
import { sheetsSite } from "./site.js";

/** Another one than the local Excel's, so that both may run. */
export const SHEETS_PORT = 3001;

interface StartSheetsOptions {
  /** 0 takes any free port; `SHEETS_PORT` unless told. */
  readonly port?: number;
  readonly progress?: (step: BuildStep) => void;
}

/** Builds the page and the files for Google Sheets, where they are out of date, and serves them. */
export async function startLocalSheets(options: StartSheetsOptions = {}): Promise<LocalServer> {
  await buildPage("local-sheets", () => options.progress?.({ what: "page" }));
  return serve(sheetsSite(await sheetsFiles()), options.port ?? SHEETS_PORT);
}

/** The files that a deployer puts into Google, as `npm run build:gsheets` makes them; built where out of date. */
export async function sheetsFiles(): Promise<SheetsFiles> {
  const folder = join(PATHS.build, "gsheets");
  const built = ["build.ts", "packed-data.ts"].map((name) => `tools/local-sheets/${name}`);
  const sources = ["src", ...built, "NOTICES.txt", "package-lock.json"];
  await buildWhenStale(
    join(folder, "appsscript.json"),
    sources.map((name) => join(PATHS.root, name)),
    () => writeSheets(folder),
  );
  const read = (name: string) => readFile(join(folder, name), "utf8");
  return {
    "pane.html": await read("pane.html"),
    "Code.js": await read("Code.js"),
    "appsscript.json": await read("appsscript.json"),
  };
}
