import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import { extname, join, normalize, sep } from "node:path";
import { certificate } from "./certificate.js";
import { PATHS } from "./paths.js";

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** The folder of the add-in's pages; the product's `dist/` unless a test brings its own. */
  readonly paneFolder?: string;
  readonly manifest?: string;
  /**
   * Serves office.js from here: in the add-in's HTML, and there only, the one script address of
   * Microsoft's network is replaced. Off, a test lets the browser answer that address itself.
   */
  readonly ownOfficeJs?: boolean;
}

export interface LocalServer {
  readonly port: number;
  /** Address of the page with the grid. */
  readonly url: string;
  close(): Promise<void>;
}

/** The port is taken by another program. */
export class PortTaken extends Error {
  constructor(readonly port: number) {
    super(`port ${port} is taken`);
  }
}

/** Serves the page with the grid, the pane and office.js over https on localhost. */
export async function serve(options: ServeOptions = {}): Promise<LocalServer> {
  const { key, cert } = await certificate();
  const server = createServer({ key, cert }, async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    const found = request.method === "GET" ? await find(decodeURIComponent(pathname), options) : null;
    response.writeHead(found ? 200 : 404, {
      "Content-Type": found ? found.type : "text/plain",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    });
    response.end(found ? found.body : "Not found");
  });
  const port = await listen(server, options.port ?? 0);
  return {
    port,
    url: `https://localhost:${port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new PortTaken(port) : error),
    );
    server.listen(port, "localhost", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

interface Found {
  readonly type: string;
  readonly body: string | Uint8Array;
}

async function find(path: string, options: ServeOptions): Promise<Found | null> {
  if (path === "/") return file(PATHS.page, "index.html");
  if (path === "/manifest.xml") return read(options.manifest ?? PATHS.manifest);
  if (path.startsWith(BUILT)) return file(PATHS.build, path.slice(BUILT.length), PUBLIC);
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

async function file(folder: string, path: string, allowed?: RegExp): Promise<Found | null> {
  const full = normalize(join(folder, path));
  const base = normalize(folder + sep);
  if (!full.startsWith(base) || (allowed && !allowed.test(path))) return null;
  return read(full);
}

async function read(path: string): Promise<Found | null> {
  try {
    return { type: TYPES[extname(path)] ?? "application/octet-stream", body: await readFile(path) };
  } catch {
    return null;
  }
}

const TYPES: Readonly<Record<string, string | undefined>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
