import { file } from "../server/files.js";
import { buildFolder } from "../server/paths.js";
import type { Site } from "../server/serve.js";
import { shellPage } from "../server/shell-page.js";
import type { SheetsFiles } from "./build.js";

const BUILT = "/local-sheets/";
const SIDEBAR = "/sidebar/";
/** Google's script stands before everything of ours; it is all that is added to the pane's page. */
const GOOGLE = '<script src="/local-sheets/frame.js"></script>';

/** The page with the grid, and the files that a deployer puts into Google. */
export function sheetsSite(files: SheetsFiles): Site {
  return async (path) => {
    if (path === "/") return shellPage("local-sheets");
    if (path.startsWith(BUILT)) {
      return file(
        buildFolder("local-sheets"),
        path.slice(BUILT.length),
        /^(page|frame|page-style)\.(js|css)$/,
      );
    }
    if (path === `${SIDEBAR}pane.html`) {
      return { type: "text/html; charset=utf-8", body: withGoogle(files["pane.html"]) };
    }
    if (path === `${SIDEBAR}Code.js`) {
      return { type: "text/javascript; charset=utf-8", body: files["Code.js"] };
    }
    return null;
  };
}

function withGoogle(html: string): string {
  return html.replace("<head>", () => `<head>${GOOGLE}`);
}
