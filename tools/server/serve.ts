import { createServer, type Server } from "node:https";
import { certificate } from "./certificate.js";

/** What a path of the site gives. */
export interface Found {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** The pages of a site: what a decoded path gives, or null for none. */
export type Site = (path: string) => Promise<Found | null>;

export interface LocalServer {
  readonly port: number;
  /** Address of the page with the grid. */
  readonly url: string;
  /** What a browser would get for an address, without a connection that could be cut. */
  answer(url: string): Promise<Answer>;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The port is taken by another program. */
export class PortTaken extends Error {
  constructor(readonly port: number) {
    super(`port ${port} is taken`);
  }
}

/** Serves a site over https on localhost; port 0 takes any free one. */
export async function serve(site: Site, wanted = 0): Promise<LocalServer> {
  const { key, cert } = await certificate();
  const server = createServer({ key, cert }, async (request, response) => {
    const { status, headers, body } = await answer(site, request.method ?? "", request.url ?? "/");
    response.writeHead(status, headers);
    response.end(body);
  });
  const port = await listen(server, wanted);
  return {
    port,
    url: `https://localhost:${port}/`,
    answer: (url) => answer(site, "GET", url),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(site: Site, method: string, url: string): Promise<Answer> {
  const { pathname } = new URL(url, "https://localhost");
  const found = method === "GET" ? await site(decodeURIComponent(pathname)) : null;
  return {
    status: found ? 200 : 404,
    headers: {
      "Content-Type": found ? found.type : "text/plain",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
    body: Buffer.from(found ? found.body : "Not found"),
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
