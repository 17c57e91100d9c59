import { buildPage } from "../server/build-page.js";
import { buildPane } from "../server/build-pane.js";
import type { BuildStep } from "../server/build-step.js";
import { type LocalServer, serve } from "../server/serve.js";
import { type ExcelSiteOptions, excelSite } from "./site.js";

/** The port that `manifest.xml` names. */
export const DEFAULT_PORT = 3000;

export interface StartOptions extends ExcelSiteOptions {
  /** 0 takes any free port; `DEFAULT_PORT` unless told. */
  readonly port?: number;
  /** Is told of each step that takes a while, the longer one with its per cents. */
  readonly progress?: (step: BuildStep) => void;
}

/**
 * Builds what is missing or out of date and serves it. A test that brings its own pane folder does
 * not need the product's.
 */
export async function startLocalExcel(options: StartOptions = {}): Promise<LocalServer> {
  await buildPage("local-excel", () => options.progress?.({ what: "page" }));
  if (options.paneFolder === undefined)
    await buildPane((percent) => options.progress?.({ what: "pane", percent }));
  return serve(excelSite(options), options.port ?? DEFAULT_PORT);
}
