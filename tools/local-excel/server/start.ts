import { buildPage } from "./build-page.js";
import { buildPane } from "./build-pane.js";
import { type LocalServer, type ServeOptions, serve } from "./serve.js";

/** The port that `manifest.xml` names. */
export const DEFAULT_PORT = 3000;

export interface StartOptions extends ServeOptions {
  /** Is told before each step that takes a while. */
  readonly progress?: (step: "page" | "pane") => void;
}

/**
 * Builds what is missing or out of date and serves it. A test that brings its own pane folder does
 * not need the product's.
 */
export async function startLocalExcel(options: StartOptions = {}): Promise<LocalServer> {
  await buildPage(() => options.progress?.("page"));
  if (options.paneFolder === undefined) await buildPane(() => options.progress?.("pane"));
  return serve({ port: DEFAULT_PORT, ...options });
}
