import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { FileOutcome } from "./check-file.js";
import type { ProcessMessage, ProcessTask } from "./check-process.js";

/** A process takes about as long to start as some fifty workbooks to check: below this it does not pay. */
const WORTH_A_PROCESS = 50;

/** How many processes so many files are worth; 1 is none beside this one. */
export function processesFor(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / WORTH_A_PROCESS)));
}

/** Several processes that check files, each one at a time. */
export interface Checkers {
  /** Checks a file as soon as a process is free. */
  check(path: string): Promise<FileOutcome>;
  /** How many files may be asked for before their turn to be told: what waits takes memory. */
  readonly ahead: number;
  end(): void;
}

/**
 * Starts processes. Not threads: what turns the sources into JavaScript reaches processes alone on
 * Node 20.
 */
export function startCheckers(processes: number, task: ProcessTask): Checkers {
  const checkers = Array.from({ length: processes }, () => new Checker(task));
  const idle = [...checkers];
  const wakers: (() => void)[] = [];
  return {
    check: async (path) => {
      while (idle.length === 0) await new Promise<void>((wake) => wakers.push(wake));
      const checker = idle.pop();
      if (checker === undefined) throw new Error("No process is free.");
      try {
        return await checker.check(path);
      } finally {
        idle.push(checker);
        wakers.shift()?.();
      }
    },
    ahead: AHEAD,
    end: () => {
      for (const checker of checkers) checker.end();
    },
  };
}

const AHEAD = 64;

/** One process, which checks one file at a time. */
class Checker {
  private readonly process: ChildProcess;

  constructor(task: ProcessTask) {
    const entry = fileURLToPath(new URL("./check-process.ts", import.meta.url));
    this.process = fork(entry, { serialization: "advanced" });
    this.send({ kind: "task", task });
  }

  check(path: string): Promise<FileOutcome> {
    return new Promise((resolve, reject) => {
      const settle = (settled: () => void) => {
        this.process.off("message", answered).off("error", reject).off("exit", ended);
        settled();
      };
      const answered = (outcome: FileOutcome) => settle(() => resolve(outcome));
      const ended = () => settle(() => reject(new Error("A process that checks files has ended.")));
      this.process.once("message", answered).once("error", reject).once("exit", ended);
      this.send({ kind: "file", path });
    });
  }

  end(): void {
    this.process.kill();
  }

  private send(message: ProcessMessage): void {
    this.process.send(message);
  }
}
