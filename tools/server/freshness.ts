import { readdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";

/**
 * Builds a file unless it is there and newer than all that it is made of. Bundlers leave a file alone
 * whose content comes out the same, so the time of the build is set by hand.
 */
export async function buildWhenStale(
  built: string,
  sources: readonly string[],
  build: () => Promise<void>,
): Promise<void> {
  if (!(await isStale(built, sources))) return;
  const started = new Date();
  await build();
  await utimes(built, started, started);
}

async function isStale(built: string, sources: readonly string[]): Promise<boolean> {
  const since = await modified(built);
  if (since === null) return true;
  for (const source of sources) if ((await newest(source)) > since) return true;
  return false;
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
