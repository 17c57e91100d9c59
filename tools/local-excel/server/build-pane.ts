import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isStale } from "./freshness.js";
import { oneAtATime } from "./one-at-a-time.js";
import { PATHS } from "./paths.js";

/**
 * Builds `dist/`, unless it is there and newer than what it is made of: the product's own command
 * with the product's own configuration.
 */
export function buildPane(starting: () => void = () => {}): Promise<void> {
  const sources = ["src", "assets", "webpack.config.js", "package-lock.json"];
  return oneAtATime("pane", async () => {
    if (
      !(await isStale(
        join(PATHS.dist, "taskpane.html"),
        sources.map((name) => join(PATHS.root, name)),
      ))
    )
      return;
    starting();
    await runWebpack();
  });
}

function runWebpack(): Promise<void> {
  const webpack = createRequire(import.meta.url).resolve("webpack/bin/webpack.js");
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [webpack, "--mode", "production"], {
      cwd: PATHS.root,
      stdio: ["ignore", "ignore", "inherit"],
    });
    run.on("error", reject);
    run.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`webpack ended with code ${code}.`)),
    );
  });
}
