import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { BookDriver } from "../driver/book-driver.js";
import { openPage } from "../driver/open-page.js";
import { PATHS } from "../server/paths.js";
import type { ExcelEntry } from "./page/test-entry.js";
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
  /** Asks for the pane's files elsewhere than the grid's and in a process of their own, as in Excel. */
  readonly apart?: boolean;
}

const PATIENCE = 60_000;
const MICROSOFT = "https://appsforoffice.microsoft.com/";
/** Where the files of a pane that stands apart are asked for; to a stranger's site the browser would give no storage. */
export const PANE_APART = "https://localhost:8443";
const OWN_PROCESS = { "Origin-Agent-Cluster": "?1" };

/**
 * Opens the page in a browser as a test's officer. The pane's files reach the browser byte for byte:
 * office.js is asked for at Microsoft's address, and the browser itself answers from node_modules.
 */
export async function driveLocalExcel(options: DriveOptions = {}): Promise<LocalExcelDriver> {
  const { network = "office.js", apart = false, browser, context, paneFolder = PATHS.dist } = options;
  const query = apart ? { ...options.query, origin: PANE_APART } : options.query;
  const server = await startLocalExcel({ port: 0, ownOfficeJs: false, ...options });
  const opened = await openPage(server, {
    browser,
    context: { permissions: ["clipboard-read", "clipboard-write"], ...context },
    patience: PATIENCE,
    outside: (url) => {
      if (apart && url.origin === PANE_APART)
        return { file: join(paneFolder, url.pathname), headers: OWN_PROCESS };
      if (!url.href.startsWith(MICROSOFT)) return null;
      const file = /^\/lib\/[^/]+\/hosted\/(.+)$/.exec(url.pathname)?.[1];
      return file === undefined || network === "blocked" ? "none" : { file: join(PATHS.officeJs, file) };
    },
  });
  const driver = new LocalExcelDriver(opened, server);
  await driver.open(query);
  return driver;
}

/** The officer's hands and eyes in a browser. */
export class LocalExcelDriver extends BookDriver<ExcelEntry> {
  /** Round trips of the add-in since its pane was opened. */
  requests(): Promise<number> {
    return this.act((excel) => excel.requests(), null);
  }

  /** Waits until the pane says that it shows what stands in the cells. Round trips until then. */
  async untilLive(): Promise<number> {
    await this.pane.locator("[data-testid=watching][data-state=live]").waitFor();
    return this.requests();
  }
}
