import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PATHS } from "./paths.js";

/** A lock older than this was left behind by a process that died. Milliseconds. */
const ABANDONED = 180_000;
const PAUSE = 150;

/** Runs a build while no other process runs one of that name: test files start side by side. */
export async function oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  await mkdir(PATHS.build, { recursive: true });
  const lock = join(PATHS.build, `${name}.lock`);
  while (!(await take(lock))) await pause(PAUSE);
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const age = await stat(lock)
      .then((found) => Date.now() - found.mtimeMs)
      .catch(() => 0);
    if (age > ABANDONED) await rm(lock, { recursive: true, force: true });
    return false;
  }
}
