import { impurities } from "./impurities.js";

const found = impurities(process.argv[2] ?? ".");
for (const { file, line, what } of found) console.error(`${file}:${line}: a pure layer names ${what}`);
process.exitCode = found.length === 0 ? 0 : 1;
