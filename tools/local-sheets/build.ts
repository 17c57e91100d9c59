import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { filesOfEsbuild } from "../notices/packages.js";
import { packedData } from "./packed-data.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** The pane runs in the browsers that Google Sheets asks for; the server in Google's V8. */
const TARGET = { pane: "es2021", server: "es2020" };

/** The global functions of `Code.js`: what Google calls, and the four messages. */
export const ENTRY_POINTS = [
  "onOpen",
  "onInstall",
  "onEdit",
  "showPane",
  "selfCheck",
  "read",
  "update",
  "stamp",
  "select",
] as const;

/** The files that a deployer puts into a script, by name. */
export type SheetsFiles = Readonly<Record<"pane.html" | "Code.js" | "appsscript.json", string>>;

/** Builds the files for Google Sheets, in memory. */
async function buildSheets(): Promise<SheetsFiles> {
  const [pane, code, manifest] = await Promise.all([
    paneHtml(),
    serverCode(),
    readFile(join(ROOT, "src/hosts/gsheets/server/appsscript.json"), "utf8"),
  ]);
  return { "pane.html": pane, "Code.js": code, "appsscript.json": manifest };
}

/** Builds the files into a folder. */
export async function writeSheets(folder: string): Promise<void> {
  const files = await buildSheets();
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/** The files of other people's packages of which something is in `pane.html`. */
export async function filesInPane(): Promise<readonly string[]> {
  const { metafile } = await bundlePane();
  return filesOfEsbuild(metafile, ROOT);
}

function bundlePane() {
  return build({
    absWorkingDir: ROOT,
    entryPoints: [join(ROOT, "src/taskpane/sheets.tsx")],
    bundle: true,
    write: false,
    metafile: true,
    plugins: [packedData],
    minify: true,
    format: "iife",
    target: TARGET.pane,
    jsx: "automatic",
    charset: "utf8",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    logLevel: "error",
  });
}

/** The whole pane in one page: a sidebar of Google Sheets fetches nothing of its own. */
async function paneHtml(): Promise<string> {
  const [{ outputFiles }, page, styles, notices] = await Promise.all([
    bundlePane(),
    readFile(join(ROOT, "src/taskpane/pages/sheets.html"), "utf8"),
    readFile(join(ROOT, "src/taskpane/pages/pane.css"), "utf8"),
    readFile(join(ROOT, "NOTICES.txt"), "utf8"),
  ]);
  const script = outputFiles[0]?.text ?? "";
  return page
    .replace(STYLES, () => `<!--\n${inComment(notices)}\n--><style>${styles}</style>`)
    .replace(SCRIPT, () => `<script>${inScript(script)}</script>`);
}

/** Where the page names its two files; they are put in as they are, so as functions: `$&` in code is no pattern. */
const STYLES = '<link rel="stylesheet" href="pane.css">';
const SCRIPT = '<script src="pane.js"></script>';

/** Inside a script element these would end it, or begin a comment. In JavaScript they stand in strings and patterns only. */
function inScript(code: string): string {
  return code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

/** Inside a comment two hyphens would end it. */
function inComment(text: string): string {
  return text.replaceAll("--", "- -");
}

/** The server: one hidden function, and in front of it the functions that Google may call. */
async function serverCode(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "src/hosts/gsheets/server/code.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "cchc",
    target: TARGET.server,
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
  });
  const hidden = (outputFiles[0]?.text ?? "").replace(/^"use strict";\nvar cchc = /, "").replace(/;\s*$/, "");
  return [
    "// Báo cáo CCHC (MIT). Built from src/hosts/gsheets/server; do not edit.",
    `var CCHC_ = ${hidden};`,
    ...ENTRY_POINTS.map((name) => `function ${name}() { return CCHC_.${name}.apply(null, arguments); }`),
    "",
  ].join("\n");
}
