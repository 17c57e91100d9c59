import { unusedExports } from "./unused-exports.js";

const found = unusedExports(process.argv[2] ?? ".");
for (const { file, name } of found) console.error(`${file}: no other file imports ${name}`);
process.exitCode = found.length === 0 ? 0 : 1;
