import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Whether a built file is missing or older than anything it is made of. */
export async function isStale(built: string, sources: readonly string[]): Promise<boolean> {
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
