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

process.exitCode = await runCommandLine(process.argv.slice(2), io);
