import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PATHS } from "./paths.js";

/** Whether `dist/` lacks the pane or is older than what it is made of. */
export async function isPaneStale(): Promise<boolean> {
  const built = await modified(join(PATHS.dist, "taskpane.html"));
  if (built === null) return true;
  const sources = ["src", "assets", "webpack.config.js", "package.json"].map((name) =>
    join(PATHS.root, name),
  );
  for (const source of sources) if ((await newest(source)) > built) return true;
  return false;
}

/** Builds `dist/` as the product does: the same command, the same configuration. */
export function buildPane(): Promise<void> {
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

async function newest(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
  return Math.max(0, ...inside);
}

async function modified(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return null;
  }
}
