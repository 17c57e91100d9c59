import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PATHS, type Program } from "./paths.js";
import type { Found } from "./serve.js";

/** What the program is a likeness of, in short and by its maker. */
const LIKENESS: Readonly<Record<Program, { readonly name: string; readonly real: string }>> = {
  "local-excel": { name: "Excel", real: "Microsoft Excel" },
  "local-sheets": { name: "Google Sheets", real: "Google" },
};

/** The page around the grid of a local program. */
export async function shellPage(program: Program): Promise<Found> {
  const { name, real } = LIKENESS[program];
  const words: Readonly<Record<string, string>> = { PROGRAM: program, NAME: name, REAL: real };
  const html = await readFile(join(PATHS.root, "tools/page/index.html"), "utf8");
  const body = html.replace(/\$([A-Z]+)/g, (_, word: string) => words[word] ?? "");
  return { type: "text/html; charset=utf-8", body };
}
