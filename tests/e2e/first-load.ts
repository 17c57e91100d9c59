import { gzipSync } from "node:zlib";
import type { Request } from "playwright-core";
import { type LocalExcelDriver, PANE_APART } from "../../tools/local-excel/driver.js";

/** How hard a web server packs: what docs/trien-khai.md asks of nginx. */
const LEVEL = 6;

/** What the browser asked for while the pane opened, in bytes as a web server sends them, packed. */
export interface FirstLoad {
  /** Of the pane's own files. */
  readonly own: number;
  /** Of Microsoft's library. */
  readonly office: number;
  /** The pane's own files, `/js/taskpane.js` without the part of the name that changes with the content. */
  readonly files: readonly string[];
}

/** All that is asked for while `work` is done, on a page whose pane stands apart. */
export async function loadedDuring(excel: LocalExcelDriver, work: () => Promise<void>): Promise<FirstLoad> {
  const requests: Request[] = [];
  const note = (request: Request) => {
    requests.push(request);
  };
  excel.page.on("request", note);
  await work();
  excel.page.off("request", note);
  const load = { own: 0, office: 0, files: [] as string[] };
  // What was asked for along with the last of them may still be on its way.
  for (const response of await Promise.all(requests.map((request) => request.response()))) {
    if (response === null) throw new Error("a file did not come");
    const { origin, pathname } = new URL(response.url());
    const bytes = gzipSync(await response.body(), { level: LEVEL }).length;
    if (origin === PANE_APART) {
      load.own += bytes;
      load.files.push(pathname.replace(/\.[0-9a-f]{8}(?=\.js$)/, ""));
    } else if (origin === "https://appsforoffice.microsoft.com") load.office += bytes;
  }
  return load;
}

/** Opens the pane on a blank workbook until it can be used. */
export async function openBlank(excel: LocalExcelDriver): Promise<void> {
  await excel.press("Mở ngăn báo cáo");
  await excel.pane.locator("[data-testid=insert]:enabled").waitFor();
}

/** Loads the page anew with the workbook as it is and the pane closed. */
export async function closePane(excel: LocalExcelDriver): Promise<void> {
  await excel.page.evaluate(() => sessionStorage.removeItem("local-excel-settings"));
  await excel.open({ pane: "closed", origin: PANE_APART });
  if ((await excel.page.locator("#pane iframe").count()) > 0) await excel.page.locator("#side-close").click();
}

/** Opens the pane on forms until the findings are there, with what looks for the wrong cells among them. */
export async function openForms(excel: LocalExcelDriver): Promise<void> {
  const search = excel.page.waitForResponse((response) => /\/js\/defects\.\w+\.js$/.test(response.url()));
  await excel.press("Mở ngăn báo cáo");
  await excel.pane.locator("[data-testid=mend-list] li").first().waitFor();
  await (await search).finished();
}
