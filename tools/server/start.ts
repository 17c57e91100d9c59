import { buildPage } from "./build-page.js";
import { buildPane } from "./build-pane.js";
import { type LocalServer, type ServeOptions, serve } from "./serve.js";

/** The port that `manifest.xml` names. */
export const DEFAULT_PORT = 3000;

/** What is being built: the page around the grid, or the add-in itself. */
export type BuildStep = { readonly what: "page" } | { readonly what: "pane"; readonly percent: number };

export interface StartOptions extends ServeOptions {
  /** Is told of each step that takes a while, the longer one with its per cents. */
  readonly progress?: (step: BuildStep) => void;
}

/**
 * Builds what is missing or out of date and serves it. A test that brings its own pane folder does
 * not need the product's.
 */
export async function startLocalExcel(options: StartOptions = {}): Promise<LocalServer> {
  await buildPage(() => options.progress?.({ what: "page" }));
  if (options.paneFolder === undefined)
    await buildPane((percent) => options.progress?.({ what: "pane", percent }));
  return serve({ port: DEFAULT_PORT, ...options });
}
