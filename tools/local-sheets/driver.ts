import type { Browser, BrowserContextOptions, Locator } from "playwright-core";
import { BookDriver, POLLING } from "../driver/book-driver.js";
import { openPage } from "../driver/open-page.js";
import type { SheetsEntry } from "./page/test-entry.js";
import { startLocalSheets } from "./start.js";

interface DriveSheetsOptions {
  readonly browser?: Browser;
  readonly context?: BrowserContextOptions;
  /** `{ delay: "700", region: "en-US", pane: "closed" }` */
  readonly query?: Readonly<Record<string, string>>;
  /** The page and the pane live by a clock that `page.clock` sets; else by the machine's. */
  readonly ownClock?: boolean;
}

/** Milliseconds after which a step has failed; nothing that comes takes so long, however busy the machine. */
const PATIENCE = 60_000;
/** Milliseconds in which a stopped clock goes on. */
const STEP = 100;
/** Milliseconds of a stopped clock after which nothing will be seen any more. */
const LONG = 20_000;
/** How far ahead of now a clock is stopped, in milliseconds: a busy machine needs the later ones. */
const AHEAD = [200, 1_000, 5_000, 20_000];

/** Opens the local Google Sheets in a browser as a test's officer. */
export async function driveLocalSheets(options: DriveSheetsOptions = {}): Promise<LocalSheetsDriver> {
  const server = await startLocalSheets({ port: 0 });
  const opened = await openPage(server, {
    browser: options.browser,
    context: { acceptDownloads: true, locale: "vi-VN", ...options.context },
    patience: PATIENCE,
  });
  if (options.ownClock === true) await opened.page.clock.install();
  const driver = new LocalSheetsDriver(opened, server);
  await driver.open(options.query);
  return driver;
}

/** The officer's hands and eyes in a browser. */
export class LocalSheetsDriver extends BookDriver<SheetsEntry> {
  /** Stops an own clock: time goes on by `pass` alone until `clock.resume`. */
  async stopClock(): Promise<void> {
    // A little ahead: it goes on until it stops, and never goes back.
    for (const [attempt, ahead] of AHEAD.entries()) {
      const now = await this.page.evaluate(() => Date.now());
      try {
        return await this.page.clock.pauseAt(now + ahead);
      } catch (error) {
        if (attempt === AHEAD.length - 1) throw error;
      }
    }
  }

  /** Lets time pass on a stopped clock, in steps: between them messages cross from frame to frame. */
  async pass(milliseconds: number, step = STEP): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += step) {
      await this.page.clock.runFor(step);
      await this.crossed();
    }
  }

  /**
   * Lets time pass on a stopped clock until something is seen in the pane.
   *
   * @returns milliseconds of that clock
   */
  async passUntil(seen: Locator): Promise<number> {
    for (let passed = 0; passed < LONG; passed += STEP) {
      if (await seen.isVisible()) return passed;
      await this.pass(STEP);
    }
    throw new Error(`Not seen within ${LONG} ms: ${seen}`);
  }

  /**
   * Waits until the pane has the answer to each of its calls. Asked in its own frame, where a call
   * stands before the page around it hears of it.
   */
  async quiet(): Promise<void> {
    const body = await this.pane.locator("body").elementHandle();
    const frame = await body?.ownerFrame();
    await frame?.waitForFunction(() => window.callsUnderWay?.() === 0, null, { polling: POLLING });
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

  /** Waits until what crosses between the page and the pane has arrived: messages stay in their order. */
  private async crossed(): Promise<void> {
    for (let turn = 0; turn < 2; turn += 1) await this.act(({ sidebar }) => sidebar.crossed(), null);
  }
}
