import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "@jest/globals";
import type { Io } from "../../src/cli/io.js";
import { runCommandLine } from "../../src/cli/program.js";

/** What one command line printed and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly told: readonly string[];
}

/** Runs a command line in this process. */
export async function run(...args: readonly string[]): Promise<Ran> {
  let out = "";
  const told: string[] = [];
  const io: Io = {
    out: (text) => {
      out += text;
    },
    tell: (line) => told.push(line),
    watched: false,
    draw: () => undefined,
  };
  const code = await runCommandLine(args, io);
  return { code, out, told };
}

/** A folder that is there while the tests of a file run; gives the path of a file in it. */
export function temporaryFolder(): (name: string) => string {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "cchc-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}
