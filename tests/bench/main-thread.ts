import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../tools/driver/browser.js";
import { driveLocalExcel, type LocalExcelDriver, PANE_APART } from "../../tools/local-excel/driver.js";
import { THANH_MIEN } from "../e2e/thanh-mien.js";
import { line } from "./lines.js";
import { type CodePlace, type PaneTrace, type Spent, tracePane } from "./pane-trace.js";

/** A page that does nothing but wait for office.js: what Microsoft's library costs alone. */
const BARE = fileURLToPath(new URL("../tools/local-excel/pane", import.meta.url));

const OPENINGS = 3;
const EDITS = 10;
/** Milliseconds after an edit in which the pane has read, judged and shown it and looked for the wrong cell. */
const OVER = 900;

/**
 * Prints the processor time of the pane's main thread in a real browser: what other programs do meanwhile
 * is not in it, nor what the grid beside it does, since the pane has a process of its own as in Excel. The
 * least of some openings, since a busy machine only adds; medians of edits. What Microsoft's library takes
 * is told apart: of an opening by a page with nothing but it, of an edit by samples of what runs.
 */
export async function printMainThread(): Promise<void> {
  const browser = await launchBrowser();
  try {
    const bare = await openings(browser, "bare");
    line("office.js alone", told(bare));
    const blank = await openings(browser, "blank");
    line("pane usable, blank workbook", told(blank));
    line("  of that not office.js", milliseconds(blank.total - bare.total));
    const forms = await openings(browser, "forms");
    line("pane usable, forms filled", told(forms));
    line("  of that not office.js", milliseconds(forms.total - bare.total));
    const { shown, ours, after, paused } = await edits(browser);
    line("one edit while paused", milliseconds(paused));
    line("one edit with checking, until shown", told(shown));
    line("  of that not office.js", milliseconds(ours));
    line("  afterwards, search for the wrong cell", told(after));
  } finally {
    await browser.close();
  }
}

const milliseconds = (value: number) => `${value.toFixed(1)} ms`;

const told = ({ total, script, drawing, longest }: Spent) =>
  `${milliseconds(total)} (scripts ${script.toFixed(1)}, drawing ${drawing.toFixed(1)}, longest task ${longest.toFixed(1)})`;

type Opened = "bare" | "blank" | "forms";

const USABLE: Readonly<Record<Opened, string>> = {
  bare: "#state[data-ready]",
  blank: "[data-testid=insert]:enabled",
  forms: "[data-testid=mend-list] li",
};

/** Opening the pane until it can be used and is painted; the least of some pages, each loaded anew. */
async function openings(browser: Browser, what: Opened): Promise<Spent> {
  const own = what === "bare" ? { paneFolder: BARE, manifest: `${BARE}/manifest.xml` } : {};
  const excel = await driveLocalExcel({ browser, apart: true, query: { pane: "closed" }, ...own });
  try {
    const watcher = await watchPane(excel, USABLE[what]);
    if (what === "forms") await insertFilled(excel);
    const all: Spent[] = [];
    for (let turn = 0; turn < OPENINGS; turn += 1) {
      await excel.page.evaluate(() => sessionStorage.removeItem("local-excel-settings"));
      await excel.open({ pane: "closed", origin: PANE_APART });
      if ((await excel.page.locator("#pane iframe").count()) > 0)
        await excel.page.locator("#side-close").click();
      const trace = await tracePane(browser, PANE_APART, async () => {
        const usable = watcher.next();
        await excel.press(what === "bare" ? "Mở ngăn thử" : "Mở ngăn báo cáo");
        await usable;
      });
      all.push(trace.between(null, trace.marks("expected").at(-1) ?? null));
    }
    return least(all);
  } finally {
    await excel.close();
  }
}

const least = (all: readonly Spent[]): Spent =>
  all.reduce((best, one) => (one.total < best.total ? one : best));

async function insertFilled(excel: LocalExcelDriver): Promise<void> {
  await excel.press("Mở ngăn báo cáo");
  await excel.pane.getByTestId("edition").selectOption("hai-duong-2022");
  await excel.pane.locator("[data-testid=insert]:enabled").click();
  await excel.pane.getByTestId("inserted").waitFor();
  await excel.act((local, all) => {
    for (const { sheet, cell, text } of all) local.officer.type(sheet, cell, text);
  }, THANH_MIEN);
}

interface EditTimes {
  readonly shown: Spent;
  /** Of `shown`, without office.js. */
  readonly ours: number;
  readonly after: Spent;
  readonly paused: number;
}

/** One edit that makes a finding come or go: with the pane following, and paused. Medians. */
async function edits(browser: Browser): Promise<EditTimes> {
  const excel = await driveLocalExcel({ browser, apart: true, query: { pane: "closed" } });
  try {
    const watcher = await watchPane(excel, USABLE.blank);
    await excel.open({ pane: "closed", origin: PANE_APART });
    await insertFilled(excel);
    await excel.pane.getByTestId("to-check").click();
    await excel.untilLive();
    await excel.pane.locator("[data-testid=finding]").first().waitFor();
    const checking = await tracePane(
      browser,
      PANE_APART,
      async () => {
        for (let turn = 0; turn < EDITS; turn += 1) {
          const changed = await watcher.change("[data-testid=count-error]");
          await edit(excel, turn);
          await changed.shown;
          await watcher.rest(OVER);
        }
      },
      true,
    );
    await excel.pane.getByTestId("pause").click();
    await excel.pane.locator("[data-testid=watching][data-state=paused]").waitFor();
    const paused = await tracePane(browser, PANE_APART, async () => {
      for (let turn = 0; turn < EDITS / 2; turn += 1) {
        await watcher.begin();
        await edit(excel, turn);
        await watcher.rest(OVER);
      }
    });
    const [began, seen, over] = ["began", "expected", "over"].map((name) => checking.marks(name));
    const shown = (began ?? []).map((from, turn) => checking.between(from, seen?.[turn] ?? null));
    const after = (seen ?? []).map((from, turn) => checking.between(from, over?.[turn] ?? null));
    const middle = median(shown);
    return {
      shown: middle,
      ours: middle.drawing + middle.script * shareOfOurs(checking, began ?? [], seen ?? []),
      after: median(after),
      paused: median(
        paused.marks("began").map((from, turn) => paused.between(from, paused.marks("over")[turn] ?? null)),
      ).total,
    };
  } finally {
    await excel.close();
  }
}

function edit(excel: LocalExcelDriver, turn: number): Promise<unknown> {
  return excel.act(
    (book, text) => book.officer.type("Biểu mẫu 3", "D10", text),
    turn % 2 === 0 ? "157" : "139",
  );
}

/** Which share of the scripts' time is not that of office.js. */
function shareOfOurs(trace: PaneTrace, from: readonly number[], to: readonly number[]): number {
  const times = { office: 0, ours: 0 };
  for (const [turn, start] of from.entries()) {
    for (const [owner, time] of trace.ran(start, to[turn] ?? null, ownerOf)) {
      if (owner === "office" || owner === "ours") times[owner] += time;
    }
  }
  return times.ours / (times.ours + times.office);
}

/** Whose code runs: what the browser does is on the account of the function that asked for it. */
function ownerOf(place: CodePlace): string {
  const script = [place, ...place.callers].find(({ url }) => url !== "")?.url ?? "";
  return script.startsWith(PANE_APART) ? "ours" : script === "" ? "browser" : "office";
}

function median(all: readonly Spent[]): Spent {
  const sorted = [...all].sort((a, b) => a.total - b.total);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("Nothing was measured.");
  return middle;
}

/** Marks in the pane's own page, without asking it again and again: that would be measured too. */
async function watchPane(excel: LocalExcelDriver, usable: string) {
  let seen = () => {};
  const next = () =>
    new Promise<void>((done) => {
      seen = done;
    });
  await excel.page.exposeBinding("paneShows", () => seen());
  await excel.page.addInitScript(
    ([site, wanted]) => {
      if (location.origin !== site) return;
      const page = window as unknown as PageMarks;
      // No function here may have a name: the one that runs TypeScript would mark it, which the page cannot.
      page.markWhen = (holds) => {
        new MutationObserver((_, observer) => {
          if (!holds()) return;
          observer.disconnect();
          // The mark comes once what is there is painted.
          requestAnimationFrame(() =>
            setTimeout(() => {
              performance.mark("expected");
              void page.paneShows();
            }),
          );
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      };
      page.markWhen(() => document.querySelector(wanted) !== null);
    },
    [PANE_APART, usable] as const,
  );
  const pane = async () => {
    const frame = excel.page.frames().find((one) => one.url().startsWith(PANE_APART));
    if (frame === undefined) throw new Error("The pane is not open.");
    return frame;
  };
  return {
    /** When what was waited for is there. */
    next,
    /** When an element of the open page shows something else; from now on. */
    change: async (selector: string) => {
      const changed = next();
      await (await pane()).evaluate((wanted) => {
        const before = document.querySelector(wanted)?.textContent;
        (window as unknown as PageMarks).markWhen(
          () => document.querySelector(wanted)?.textContent !== before,
        );
        performance.mark("began");
      }, selector);
      return { shown: changed };
    },
    begin: async () => {
      await (await pane()).evaluate(() => performance.mark("began"));
    },
    rest: async (time: number) => {
      await (await pane()).evaluate(
        (wait) => new Promise((done) => setTimeout(() => done(performance.mark("over").name), wait)),
        time,
      );
    },
  };
}

/** What the pane's page has for the measuring. */
interface PageMarks {
  markWhen(holds: () => boolean): void;
  paneShows(): Promise<void>;
}
