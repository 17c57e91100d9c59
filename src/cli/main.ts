import type { Io } from "./io.js";
import { runCommandLine } from "./program.js";

const WIPE = "\r\u001b[K";

let drawn = false;
const wipe = () => {
  if (drawn) process.stderr.write(WIPE);
  drawn = false;
};

const io: Io = {
  out: (text) => {
    process.stdout.write(text);
  },
  tell: (line) => {
    wipe();
    process.stderr.write(`${line}\n`);
  },
  watched: process.stderr.isTTY === true,
  draw: (text) => {
    if (!io.watched) return;
    wipe();
    if (text === "") return;
    process.stderr.write(text.slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1)));
    drawn = true;
  },
};

// A reader such as `head` may close the pipe before everything is printed; that is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), io);
