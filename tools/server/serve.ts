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
  close(): Promise<void>;
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
    const { pathname } = new URL(request.url ?? "/", "https://localhost");
    const found = request.method === "GET" ? await site(decodeURIComponent(pathname)) : null;
    response.writeHead(found ? 200 : 404, {
      "Content-Type": found ? found.type : "text/plain",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    });
    response.end(found ? found.body : "Not found");
  });
  const port = await listen(server, wanted);
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
