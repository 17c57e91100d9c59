import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { buildWhenStale } from "./freshness.js";
import { PATHS } from "./paths.js";

/**
 * Builds `dist/`, unless it is there and newer than what it is made of: the product's own command
 * with the product's own configuration. `progress` is told per cents, from 0 at the start; nothing
 * when there is nothing to build.
 *
 * @throws with what webpack said when it fails
 */
export function buildPane(progress: (percent: number) => void = () => {}): Promise<void> {
  const sources = ["src", "assets", "webpack.config.js", "package-lock.json"];
  return buildWhenStale(
    join(PATHS.dist, "taskpane.html"),
    sources.map((name) => join(PATHS.root, name)),
    () => {
      progress(0);
      return runWebpack(progress);
    },
  );
}

function runWebpack(progress: (percent: number) => void): Promise<void> {
  const webpack = createRequire(import.meta.url).resolve("webpack/bin/webpack.js");
  return new Promise((resolve, reject) => {
    const run = spawn(process.execPath, [webpack, "--mode", "production", "--progress"], {
      cwd: PATHS.root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: string[] = [];
    const lines = (stream: Readable) => createInterface({ input: stream });
    lines(run.stdout).on("line", (line) => said.push(line));
    lines(run.stderr).on("line", (line) => {
      const percent = PROGRESS.exec(line)?.[1];
      if (percent === undefined) said.push(line);
      else progress(Number(percent));
    });
    run.on("error", reject);
    run.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`webpack ended with code ${code}.\n${said.join("\n")}`));
    });
  });
}

/** A line of webpack's own progress report, when nobody watches in a terminal. */
const PROGRESS = /^<s> \[webpack\.Progress\] (\d+)%/;
