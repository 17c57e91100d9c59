import { file, read } from "../server/files.js";
import { buildFolder, PATHS } from "../server/paths.js";
import type { Found, Site } from "../server/serve.js";
import { shellPage } from "../server/shell-page.js";

export interface ExcelSiteOptions {
  /** The folder of the add-in's pages; the product's `dist/` unless a test brings its own. */
  readonly paneFolder?: string;
  readonly manifest?: string;
  /**
   * Serves office.js from here: in the add-in's HTML, and there only, the one script address of
   * Microsoft's network is replaced. Off, a test lets the browser answer that address itself.
   */
  readonly ownOfficeJs?: boolean;
}

/** The page with the grid, the pane and office.js. */
export function excelSite(options: ExcelSiteOptions = {}): Site {
  return (path) => find(path, options);
}

async function find(path: string, options: ExcelSiteOptions): Promise<Found | null> {
  if (path === "/") return shellPage("local-excel");
  if (path === "/manifest.xml") return read(options.manifest ?? PATHS.manifest);
  if (path.startsWith(BUILT)) return file(buildFolder("local-excel"), path.slice(BUILT.length), PUBLIC);
  if (path.startsWith(OFFICE_JS)) return file(PATHS.officeJs, path.slice(OFFICE_JS.length));
  const found = await file(options.paneFolder ?? PATHS.dist, path);
  if (!found || options.ownOfficeJs === false || !path.endsWith(".html")) return found;
  return { ...found, body: withOwnOfficeJs(found.body.toString()) };
}

const BUILT = "/local-excel/";
const OFFICE_JS = "/office-js/";
/** The address in the script element, with or without quotes; what stands before it is kept. */
const OFFICE_JS_ADDRESS =
  /(<script\b[^>]*?\ssrc=["']?)https:\/\/appsforoffice\.microsoft\.com\/lib\/[^\s"'>]*\/(?=office\.js["'\s>])/i;
/** The certificate's key lies beside these. */
const PUBLIC = /^page(-style)?\.(js|css)$/;

/** Points the script element of office.js, and nothing else, at the copy that is served here. */
export function withOwnOfficeJs(html: string): string {
  return html.replace(OFFICE_JS_ADDRESS, `$1${OFFICE_JS}`);
}
