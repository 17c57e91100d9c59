import { fileURLToPath } from "node:url";
import { writeSheets } from "./local-sheets/build.js";

/** `npm run build:gsheets`: the files for Google Sheets, in `dist-gsheets/`. */
const folder = fileURLToPath(new URL("../dist-gsheets/", import.meta.url));
await writeSheets(folder);
console.log("dist-gsheets/: pane.html, Code.js, appsscript.json (docs/google-sheets.md)");
