import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import type { CellValue } from "../../src/values/cell.js";
import { launchBrowser } from "../browser.js";
import { PATHS } from "../server/paths.js";
import type { LocalServer } from "../server/serve.js";
import type { TestEntry } from "./page/test-entry.js";
import { type StartOptions, startLocalExcel } from "./start.js";

interface DriveOptions extends StartOptions {
  /** A browser that is running already. */
  readonly browser?: Browser;
  readonly context?: BrowserContextOptions;
  /** `{ region: "en-US", excelApi: "1.9", pane: "closed" }` */
  readonly query?: Readonly<Record<string, string>>;
  /**
   * How the browser answers office.js on Microsoft's network: with the copy in node_modules, or not
   * at all, as on a blocked network.
   */
  readonly network?: "office.js" | "blocked";
}

/** Milliseconds after which a step has failed; nothing waits so long that comes, however busy the machine. */
const PATIENCE = 60_000;
const MICROSOFT = "https://appsforoffice.microsoft.com/";

/**
 * Opens the page in a browser as a test's officer. The pane's files reach the browser byte for byte:
 * office.js is asked for at Microsoft's address, and the browser itself answers from node_modules.
 */
export async function driveLocalExcel(options: DriveOptions = {}): Promise<LocalExcelDriver> {
  const server = await startLocalExcel({ port: 0, ownOfficeJs: false, ...options });
  const browser = options.browser ?? (await launchBrowser());
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 768 },
    permissions: ["clipboard-read", "clipboard-write"],
    ...options.context,
  });
  context.setDefaultTimeout(PATIENCE);
  const outside = await answerNetwork(context, server, options.network ?? "office.js");
  const page = await context.newPage();
  const driver = new LocalExcelDriver(page, server, outside, async () => {
    await context.close();
    if (!options.browser) await browser.close();
    await server.close();
  });
  await driver.open(options.query);
  return driver;
}

/** Fetches from this server, answers office.js, refuses all others. Gives those refused. */
async function answerNetwork(context: BrowserContext, server: LocalServer, network: "office.js" | "blocked") {
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
      const officeJs = /^\/lib\/[^/]+\/hosted\/(.+)$/.exec(url.pathname)?.[1];
      if (url.href.startsWith(MICROSOFT) && officeJs && network === "office.js") {
        return route.fulfill({ path: join(PATHS.officeJs, officeJs) });
      }
      if (!url.href.startsWith(MICROSOFT)) refused.push(url.href);
      return route.abort();
    },
  );
  return refused;
}

/** The officer's hands and eyes in a browser. */
export class LocalExcelDriver {
  constructor(
    readonly page: Page,
    readonly server: LocalServer,
    /** Requests that left for anywhere but this server and office.js. */
    readonly outsideRequests: readonly string[],
    private readonly end: () => Promise<void>,
  ) {}

  /** The add-in's page in the pane. */
  get pane(): FrameLocator {
    return this.page.frameLocator("#pane iframe");
  }

  /** Loads the page and waits for the grid. */
  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.goto(`${this.server.url}?${new URLSearchParams(query)}`);
    await this.ready();
  }

  /** Reloads the whole page; the workbook stays. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** Presses a button above the grid by its words. */
  async press(label: string): Promise<void> {
    await this.page.locator("nav.ribbon").getByRole("button", { name: label }).click();
  }

  /** Selects a cell, types text and presses Enter, by keyboard. */
  async type(sheet: string, address: string, text: string): Promise<void> {
    await this.select(sheet, address);
    const before = await this.selection();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await this.page.waitForFunction((old) => window.localExcel?.selection() !== old, before);
  }

  /** Selects cells and gives the grid the keyboard. */
  async select(sheet: string, address: string): Promise<void> {
    await this.page.evaluate(([name, place]) => window.localExcel?.select(name, place), [
      sheet,
      address,
    ] as const);
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  value(sheet: string, address: string): Promise<CellValue> {
    return this.page.evaluate(([name, place]) => window.localExcel?.value(name, place) ?? null, [
      sheet,
      address,
    ] as const);
  }

  /** Waits until the cell holds the value. */
  async untilValue(sheet: string, address: string, wanted: CellValue): Promise<void> {
    await this.page.waitForFunction(
      ([name, place, value]) => window.localExcel?.value(name, place) === value,
      [sheet, address, wanted] as const,
    );
  }

  /** The text that the cell shows. */
  text(sheet: string, address: string): Promise<string> {
    return this.page.evaluate(([name, place]) => window.localExcel?.text(name, place) ?? "", [
      sheet,
      address,
    ] as const);
  }

  formula(sheet: string, address: string): Promise<string | number | boolean> {
    return this.page.evaluate(([name, place]) => window.localExcel?.formula(name, place) ?? "", [
      sheet,
      address,
    ] as const);
  }

  sheetNames(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.localExcel?.sheetNames() ?? []);
  }

  /** `Biểu mẫu 3!D20` */
  selection(): Promise<string> {
    return this.page.evaluate(() => window.localExcel?.selection() ?? "");
  }

  /** Waits until this is selected: `Biểu mẫu 3!D20`. */
  async untilSelected(place: string): Promise<void> {
    await this.page.waitForFunction((wanted) => window.localExcel?.selection() === wanted, place);
  }

  /** Round trips of the add-in since its pane was opened. */
  requests(): Promise<number> {
    return this.page.evaluate(() => window.localExcel?.requests() ?? 0);
  }

  /** Runs something on the page's test entry: acts of a co-author, protection, a lost session ... */
  async act(work: (excel: TestEntry) => void): Promise<void> {
    const handle = await this.page.evaluateHandle(() => {
      if (!window.localExcel) throw new Error("The page is not ready.");
      return window.localExcel;
    });
    await handle.evaluate(work);
    await handle.dispose();
  }

  close(): Promise<void> {
    return this.end();
  }

  private async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.localExcel !== undefined);
    await this.page.locator("#grid canvas").first().waitFor();
  }
}
