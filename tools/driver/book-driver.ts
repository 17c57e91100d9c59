import type { FrameLocator, Page } from "playwright-core";
import type { CellValue } from "../grid/cell.js";
import type { BookEntry } from "../page/book-entry.js";
import type { LocalServer } from "../server/serve.js";
import type { OpenedPage } from "./open-page.js";

/** How often, in milliseconds, the page is asked: not once a frame, since a stopped clock draws none. */
export const POLLING = 50;

/** The officer's hands and eyes on the page of a local program in a browser. `Entry`: what that page offers to tests. */
export class BookDriver<Entry extends BookEntry> {
  readonly page: Page;
  /** Requests that left for anywhere but where they may. */
  readonly outsideRequests: readonly string[];

  constructor(
    private readonly opened: OpenedPage,
    readonly server: LocalServer,
  ) {
    this.page = opened.page;
    this.outsideRequests = opened.refused;
  }

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
    await this.act((book, [name, place]) => book.select(name, place), [sheet, address] as const);
    await settle();
    const before = await this.selection();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await settle();
    await this.untilElsewhere(before);
  }

  /** Selects cells and gives the grid the keyboard. */
  async select(sheet: string, address: string): Promise<void> {
    await this.act((book, [name, place]) => book.select(name, place), [sheet, address] as const);
    await this.drawn();
  }

  value(sheet: string, address: string): Promise<CellValue> {
    return this.act((book, [name, place]) => book.value(name, place), [sheet, address] as const);
  }

  /** Waits until the cell holds the value. */
  async untilValue(sheet: string, address: string, wanted: CellValue): Promise<void> {
    await this.page.waitForFunction(
      ([name, place, value]) => window.localBook?.value(name, place) === value,
      [sheet, address, wanted] as const,
      { polling: POLLING },
    );
  }

  /** The text that the cell shows. */
  text(sheet: string, address: string): Promise<string> {
    return this.act((book, [name, place]) => book.text(name, place), [sheet, address] as const);
  }

  formula(sheet: string, address: string): Promise<string | number | boolean> {
    return this.act((book, [name, place]) => book.formula(name, place), [sheet, address] as const);
  }

  sheetNames(): Promise<readonly string[]> {
    return this.act((book) => book.sheetNames(), null);
  }

  /** `Biểu mẫu 3!D20` */
  selection(): Promise<string> {
    return this.act((book) => book.selection(), null);
  }

  /** Waits until this is selected: `Biểu mẫu 3!D20`. */
  async untilSelected(place: string): Promise<void> {
    await this.page.waitForFunction((wanted) => window.localBook?.selection() === wanted, place, {
      polling: POLLING,
    });
  }

  /** Waits until something else is selected than this: `Biểu mẫu 3!D20`. */
  async untilElsewhere(place: string): Promise<void> {
    await this.page.waitForFunction((old) => window.localBook?.selection() !== old, place, {
      polling: POLLING,
    });
  }

  /** Runs something on what the page offers to tests: acts of a co-author, protection, a lost session ... */
  async act<Given, T>(work: (book: Entry, given: Given) => T, given: Given): Promise<T> {
    const handle = await this.page.evaluateHandle(() => {
      if (!window.localBook) throw new Error("The page is not ready.");
      return window.localBook;
    });
    // Playwright cannot type a function that it turns into text.
    const result: T = await handle.evaluate(work as never, given as never);
    await handle.dispose();
    return result;
  }

  close(): Promise<void> {
    return this.opened.end();
  }

  /** Waits until all that was asked of the grid is drawn. */
  private async drawn(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }

  private async ready(): Promise<void> {
    await this.page.waitForFunction(() => window.localBook !== undefined);
    await this.page.locator("#grid canvas").first().waitFor();
  }
}
