import { createHash, randomUUID } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

/** A temporary file of a program that cannot be asked whether it still runs is left alone for a day. */
const LONGEST_RUN_MS = 24 * 60 * 60 * 1000;

/**
 * A name for a temporary file beside `target` that nobody else takes. It tells whose it is (machine
 * and process) and stays short where the target's own name is as long as a file system allows.
 */
export function temporaryBeside(target: string): string {
  return join(dirname(target), `${prefixOf(target)}${tagOf(hostname())}-${process.pid}-${randomUUID()}.tmp`);
}

/** Removes the temporary files beside `target` whose program was stopped before it could rename them. */
export async function removeLeftovers(target: string): Promise<void> {
  const folder = dirname(target);
  const entries = await readdir(folder).catch(() => []);
  const prefix = prefixOf(target);
  for (const entry of entries) {
    if (!entry.startsWith(prefix) || !entry.endsWith(".tmp")) continue;
    const path = join(folder, entry);
    const [machine, process] = entry.slice(prefix.length).split("-");
    const left =
      machine === tagOf(hostname()) ? !isRunning(Number(process)) : await isOlderThan(path, LONGEST_RUN_MS);
    if (left) await rm(path, { force: true }).catch(() => undefined);
  }
}

function prefixOf(target: string): string {
  return `.cchc-${tagOf(basename(target))}-`;
}

function tagOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return true;
  try {
    // Signal 0 asks only whether the process is there.
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return !(cause instanceof Error && "code" in cause && cause.code === "ESRCH");
  }
}

async function isOlderThan(path: string, milliseconds: number): Promise<boolean> {
  const about = await stat(path).catch(() => null);
  return about !== null && Date.now() - about.mtimeMs > milliseconds;
}
