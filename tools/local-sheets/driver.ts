import type { Browser, BrowserContext, FrameLocator, Locator, Page } from "playwright-core";
import type { CellValue } from "../../src/values/cell.js";
import { launchBrowser } from "../browser.js";
import type { LocalServer } from "../server/serve.js";
import type { SheetsTestEntry } from "./page/test-entry.js";
import { startLocalSheets } from "./start.js";

interface DriveSheetsOptions {
  readonly browser?: Browser;
  /** `{ delay: "700", region: "en-US", pane: "closed" }` */
  readonly query?: Readonly<Record<string, string>>;
  /** The page and the pane live by a clock that `page.clock` sets; else by the machine's. */
  readonly ownClock?: boolean;
}

/** Milliseconds after which a step has failed. */
const PATIENCE = 20_000;
/** Milliseconds in which a stopped clock goes on. */
const STEP = 100;

/** Opens the local Google Sheets in a browser as a test's officer. */
export async function driveLocalSheets(options: DriveSheetsOptions = {}): Promise<LocalSheetsDriver> {
  const server = await startLocalSheets({ port: 0 });
  const browser = options.browser ?? (await launchBrowser());
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
    locale: "vi-VN",
  });
  context.setDefaultTimeout(PATIENCE);
  const outside = await keepInside(context, server);
  const page = await context.newPage();
  if (options.ownClock === true) await page.clock.install();
  const driver = new LocalSheetsDriver(page, server, outside, async () => {
    await context.close();
    if (!options.browser) await browser.close();
    await server.close();
  });
  await driver.open(options.query);
  return driver;
}

/** Fetches from this server, refuses all others. Gives those refused. */
async function keepInside(context: BrowserContext, server: LocalServer): Promise<readonly string[]> {
  const refused: string[] = [];
  await context.route(
    (url) => url.href.startsWith(server.url),
    // Answered without a connection, as in the local Excel.
    async (route) => route.fulfill(await server.answer(route.request().url())),
  );
  await context.route(
    (url) => !url.href.startsWith(server.url),
    async (route) => {
      refused.push(route.request().url());
      return route.abort();
    },
  );
  return refused;
}

/** The officer's hands and eyes in a browser. */
export class LocalSheetsDriver {
  constructor(
    readonly page: Page,
    readonly server: LocalServer,
    /** Requests that left for anywhere but this server. */
    readonly outsideRequests: readonly string[],
    private readonly end: () => Promise<void>,
  ) {}

  /** The pane in the sidebar. */
  get pane(): FrameLocator {
    return this.page.frameLocator("#pane iframe");
  }

  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.goto(`${this.server.url}?${new URLSearchParams(query)}`);
    await this.page.waitForFunction(() => window.localSheets !== undefined);
    await this.page.locator("#grid canvas").first().waitFor();
  }

  /** Presses a button above the grid by its words. */
  async press(label: string): Promise<void> {
    await this.page.locator("nav.ribbon").getByRole("button", { name: label }).click();
  }

  /** Stops an own clock: time goes on by `pass` alone until `clock.resume`. */
  async stopClock(): Promise<void> {
    // A little ahead: it goes on until it stops.
    const now = await this.page.evaluate(() => Date.now());
    await this.page.clock.pauseAt(now + 200);
  }

  /** Lets time pass on a stopped clock, in steps: between them messages cross from frame to frame. */
  async pass(milliseconds: number, step = STEP): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += step) await this.page.clock.runFor(step);
  }

  /**
   * Lets time pass on a stopped clock until something is seen in the pane.
   *
   * @returns milliseconds of that clock
   */
  async passUntil(seen: Locator): Promise<number> {
    for (let passed = 0; passed < PATIENCE; passed += STEP) {
      if (await seen.isVisible()) return passed;
      await this.page.clock.runFor(STEP);
    }
    throw new Error(`Not seen within ${PATIENCE} ms: ${seen}`);
  }

  /**
   * Selects a cell, types text and presses Enter, by keyboard.
   *
   * @param settle lets the grid draw itself; of a stopped clock by letting time pass
   */
  async type(
    sheet: string,
    address: string,
    text: string,
    settle: () => Promise<void> = () => this.drawn(),
  ): Promise<void> {
    await this.act((sheets, [name, place]) => sheets.select(name, place), [sheet, address] as const);
    await settle();
    const before = await this.selection();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await settle();
    await this.page.waitForFunction((old) => window.localSheets?.selection() !== old, before, {
      polling: 50,
    });
  }

  private async drawn(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  value(sheet: string, address: string): Promise<CellValue> {
    return this.act((sheets, [name, place]) => sheets.value(name, place), [sheet, address] as const);
  }

  sheetNames(): Promise<readonly string[]> {
    return this.act((sheets) => sheets.sheetNames(), null);
  }

  /** `Biểu mẫu 3!D20` */
  selection(): Promise<string> {
    return this.act((sheets) => sheets.selection(), null);
  }

  /** Waits until a cell is selected, told as `Biểu mẫu 3!D20`. */
  async selected(place: string): Promise<void> {
    await this.page.waitForFunction((wanted) => window.localSheets?.selection() === wanted, place);
  }

  /** Waits until no call of the pane is on its way. */
  async quiet(): Promise<void> {
    await this.page.waitForFunction(() => window.localSheets?.sidebar.underWay === 0);
  }

  /** How often the pane called a function of the server. */
  calls(): Promise<Readonly<Record<string, number>>> {
    return this.act((sheets) => ({ ...sheets.sidebar.traffic.calls }), null);
  }

  /** Characters of JSON that crossed, there and back. */
  traffic(): Promise<{ readonly sent: number; readonly received: number }> {
    return this.act(({ sidebar: { traffic } }) => ({ sent: traffic.sent, received: traffic.received }), null);
  }

  /** Makes the pane hidden or seen, as the browser does when its tab is left. */
  async show(seen: boolean): Promise<void> {
    await this.pane.locator("body").evaluate(
      (body, state) => {
        const page = body.ownerDocument;
        Object.defineProperty(page, "visibilityState", { configurable: true, get: () => state });
        page.dispatchEvent(new Event("visibilitychange"));
      },
      seen ? "visible" : "hidden",
    );
  }

  /** Runs something on the page's test entry. */
  async act<Given, T>(work: (sheets: SheetsTestEntry, given: Given) => T, given: Given): Promise<T> {
    const handle = await this.page.evaluateHandle(() => {
      if (!window.localSheets) throw new Error("The page is not ready.");
      return window.localSheets;
    });
    // Playwright cannot type a function that it turns into text.
    const result: T = await handle.evaluate(work as never, given as never);
    await handle.dispose();
    return result;
  }

  close(): Promise<void> {
    return this.end();
  }
}
