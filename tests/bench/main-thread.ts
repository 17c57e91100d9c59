import { fileURLToPath } from "node:url";
import type { Browser, CDPSession } from "playwright-core";
import { launchBrowser } from "../../tools/driver/browser.js";
import { driveLocalExcel, type LocalExcelDriver } from "../../tools/local-excel/driver.js";
import { THANH_MIEN } from "../e2e/thanh-mien.js";
import { line } from "./lines.js";

/** A page that does nothing but wait for office.js: what Microsoft's library costs alone. */
const BARE = fileURLToPath(new URL("../tools/local-excel/pane", import.meta.url));

/** How much slower than this machine: an old laptop of an office is taken for four times as slow. */
const RATES = [1, 4];
const OPENINGS = 5;
const EDITS = 20;
/** Seconds that are waited at most for a page to come to rest, and the share of its time that is rest enough. */
const CALM = 10;
const QUIET_SHARE = 0.01;
/** Milliseconds after an edit in which the pane has read, judged and shown it: the same with and without. */
const SETTLED = 900;

/**
 * Prints the main thread's time of the pane in a real browser, in milliseconds of its own CPU time: what
 * other programs do meanwhile is not in it. Pane and grid share a thread, so each figure is a difference:
 * opening the pane less what the local host answered and what the idle page costs in that time; an edit
 * with the pane following the cells less the same edit while it is paused.
 */
export async function printMainThread(): Promise<void> {
  const browser = await launchBrowser();
  try {
    for (const rate of RATES) {
      const machine = rate === 1 ? "this machine" : `${rate} times slower`;
      const bare = await opening(browser, rate, "bare");
      const blank = await opening(browser, rate, "blank");
      const forms = await opening(browser, rate, "forms");
      line(`office.js alone, ${machine}`, milliseconds(bare));
      line(`pane usable, blank workbook, ${machine}`, milliseconds(blank));
      line(`pane usable, forms filled, ${machine}`, milliseconds(forms));
      const { checking, paused } = await edits(browser, rate);
      line(`one edit while paused, ${machine}`, milliseconds(paused));
      line(`one edit with checking, ${machine}`, milliseconds(checking));
      line(`checking alone, ${machine}`, milliseconds(checking - paused));
    }
  } finally {
    await browser.close();
  }
}

const milliseconds = (value: number) => `${value.toFixed(1)} ms`;

type Opened = "bare" | "blank" | "forms";

/** Opening the pane until it can be used; the median of some pages, each loaded anew. */
async function opening(browser: Browser, rate: number, what: Opened): Promise<number> {
  const own = what === "bare" ? { paneFolder: BARE, manifest: `${BARE}/manifest.xml` } : {};
  const excel = await driveLocalExcel({ browser, query: { pane: "closed" }, ...own });
  const usable = excel.pane.locator(
    what === "bare"
      ? "#state:has-text('Excel')"
      : what === "blank"
        ? "[data-testid=insert]:enabled"
        : "[data-testid=mend-list] li",
  );
  try {
    if (what === "forms") await insertFilled(excel);
    const times: number[] = [];
    for (let turn = 0; turn < OPENINGS; turn += 1) {
      await excel.page.evaluate(() => sessionStorage.removeItem("local-excel-settings"));
      await excel.open({ pane: "closed" });
      if ((await excel.page.locator("#pane iframe").count()) > 0)
        await excel.page.locator("#side-close").click();
      const thread = await threadOf(excel, rate);
      const idle = await thread.idle();
      const spent = await thread.during(async () => {
        await excel.press(what === "bare" ? "Mở ngăn thử" : "Mở ngăn báo cáo");
        await usable.first().waitFor();
      });
      times.push(spent.work - idle * spent.wall);
      await thread.end();
    }
    return median(times);
  } finally {
    await excel.close();
  }
}

async function insertFilled(excel: LocalExcelDriver): Promise<void> {
  await excel.press("Mở ngăn báo cáo");
  await excel.pane.getByTestId("edition").selectOption("hai-duong-2022");
  await excel.pane.locator("[data-testid=insert]:enabled").click();
  await excel.pane.getByTestId("inserted").waitFor();
  await excel.act((local, all) => {
    for (const { sheet, cell, text } of all) local.officer.type(sheet, cell, text);
  }, THANH_MIEN);
}

/** One edit that makes a finding come or go: with the pane following, and paused. Medians. */
async function edits(
  browser: Browser,
  rate: number,
): Promise<{ readonly checking: number; readonly paused: number }> {
  const excel = await driveLocalExcel({ browser });
  try {
    await insertFilled(excel);
    await excel.pane.getByTestId("to-check").click();
    await excel.untilLive();
    const thread = await threadOf(excel, rate);
    const times = { checking: [] as number[], paused: [] as number[] };
    for (let turn = 0; turn < EDITS; turn += 1) {
      const kind = turn % 2 === 0 ? "checking" : "paused";
      if (kind === "paused") await excel.pane.getByTestId("pause").click();
      await excel.pane
        .locator(`[data-testid=watching][data-state=${kind === "paused" ? "paused" : "live"}]`)
        .waitFor();
      const { work } = await thread.during(() =>
        excel.page.evaluate(
          async ([text, settled]) => {
            window.localBook?.officer.type("Biểu mẫu 3", "D10", text);
            await new Promise((done) => setTimeout(done, settled));
          },
          [turn % 4 < 2 ? "157" : "139", SETTLED] as const,
        ),
      );
      times[kind].push(work);
      if (kind === "paused") await excel.pane.getByTestId("resume").click();
      await excel.untilLive();
    }
    return { checking: median(times.checking), paused: median(times.paused) };
  } finally {
    await excel.close();
  }
}

interface Thread {
  /** Milliseconds of CPU time of the main thread's tasks, and of the clock on the wall, while something is done. */
  during(work: () => Promise<unknown>): Promise<{ readonly work: number; readonly wall: number }>;
  /** The share of its time in which the page works although nothing happens. */
  idle(): Promise<number>;
  end(): Promise<void>;
}

async function threadOf(excel: LocalExcelDriver, rate: number): Promise<Thread> {
  const session: CDPSession = await excel.page.context().newCDPSession(excel.page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1_000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
  };
  /** A host that was opened meanwhile begins at nothing. */
  const answering = () => excel.act(({ pane }) => pane.host?.spent ?? 0, null);
  const during = async (work: () => Promise<unknown>) => {
    const answered = await answering();
    const [before, start] = [await spent(), performance.now()];
    await work();
    const host = (await answering()) - answered;
    return { work: (await spent()) - before - host, wall: performance.now() - start };
  };
  return {
    during,
    idle: async () => {
      let least = Number.POSITIVE_INFINITY;
      // The page goes on for a while with what loading it led to.
      for (let turn = 0; turn < CALM && least > QUIET_SHARE; turn += 1) {
        const { work, wall } = await during(() =>
          excel.page.evaluate(() => new Promise((done) => setTimeout(done, 1_000))),
        );
        least = Math.min(least, work / wall);
      }
      return least;
    },
    end: () => session.detach(),
  };
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
