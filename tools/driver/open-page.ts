import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { LocalServer } from "../server/serve.js";
import { launchBrowser } from "./browser.js";

interface OpenOptions {
  /** A browser that is running already. */
  readonly browser?: Browser | undefined;
  readonly context?: BrowserContextOptions | undefined;
  /** Milliseconds after which a step has failed; nothing waits so long that comes, however busy the machine. */
  readonly patience: number;
  /** The file that answers an address outside, `none` for one that gets no answer; null for one that nothing may ask. */
  readonly outside?: (url: URL) => OutsideAnswer | "none" | null;
}

interface OutsideAnswer {
  readonly file: string;
  readonly headers?: Record<string, string>;
}

/** A page of a local program in a browser. */
export interface OpenedPage {
  readonly page: Page;
  /** Addresses outside that were asked for and may not be. */
  readonly refused: readonly string[];
  /** Closes page and server, and the browser if it was started for the page. */
  readonly end: () => Promise<void>;
}

/** Opens an empty page that fetches from this server, and from nowhere else but as told. */
export async function openPage(server: LocalServer, options: OpenOptions): Promise<OpenedPage> {
  const { outside = () => null } = options;
  const browser = options.browser ?? (await launchBrowser());
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 768 },
    ...options.context,
  });
  context.setDefaultTimeout(options.patience);
  const refused: string[] = [];
  // Answered without a connection: on a busy machine an idle one is cut just as it is used again, and
  // the packaged browser lacks a library for TLS on a bare machine.
  await context.route(
    (url) => url.href.startsWith(server.url),
    async (route) => route.fulfill(await server.answer(route.request().url())),
  );
  await context.route(
    (url) => !url.href.startsWith(server.url),
    async (route) => {
      const url = new URL(route.request().url());
      const answer = outside(url);
      if (answer === null) refused.push(url.href);
      if (answer === null || answer === "none") return route.abort();
      return route.fulfill({ path: answer.file, headers: answer.headers ?? {} });
    },
  );
  const page = await context.newPage();
  const end = async () => {
    await context.close();
    if (!options.browser) await browser.close();
    await server.close();
  };
  return { page, refused, end };
}
