import type { Locator } from "playwright-core";
import type { LocalExcelDriver } from "../../../tools/local-excel/driver.js";
import { place, THANH_MIEN } from "../thanh-mien.js";
import { handsOf } from "./excel-hands.js";
import type { Visit } from "./states.js";

/*
 * The states in which something is wrong with the workbook, the program around the pane or the network: each
 * is brought about as it comes about, and left again.
 */

const TABLE = "Hồ sơ theo lĩnh vực";
/** The first row of that table's body. */
const BODY = 7;
const MANY = 400;

/** Brings the pane from an empty workbook through all that can go wrong with it, and has each state visited. */
export async function visitHardStates(
  excel: LocalExcelDriver,
  language: "vi" | "en",
  visit: Visit,
): Promise<void> {
  const pane = paneOf(excel);
  await pane("preview").waitFor();
  if (language === "en") {
    await pane("language").click();
    await excel.pane.getByRole("tab", { name: "Insert forms" }).waitFor();
  }
  await visitClosedBook(excel, visit);
  await visitOffline(excel, visit);
  await visitLostInserting(excel, visit);
  await visitBusy(excel, visit);
  await visitWatching(excel, visit);
  await visitClosedSheet(excel, visit);
  await visitTwoPanes(excel, visit);
  await visitCharts(excel, visit);
  await visitPartial(excel, visit);
  await visitHuge(excel, visit);
  await visitBroken(excel, language, visit);
}

function paneOf(excel: LocalExcelDriver): (id: string) => Locator {
  return (id) => excel.pane.getByTestId(id);
}

/** A workbook to which nothing can be added: its structure is protected, or it is open for reading. */
async function visitClosedBook(excel: LocalExcelDriver, visit: Visit): Promise<void> {
  const pane = paneOf(excel);
  const set = (how: "structureProtected" | "readOnly", on: boolean) =>
    excel.act(
      ({ grid }, [which, value]) => {
        grid[which] = value;
      },
      [how, on] as const,
    );
  await set("structureProtected", true);
  // Excel tells nothing of it: it is seen with her next choice.
  await pane("edition").selectOption("hai-duong-2022");
  await pane("obstacle").waitFor();
  await visit("protected-book");
  await set("structureProtected", false);
  await pane("retry").click();
  await pane("obstacle").waitFor({ state: "detached" });
  // Desktop Excel lets a workbook be changed that it opened for reading, so that only the writing tells.
  await set("readOnly", true);
  await pane("insert").click();
  await pane("trouble").waitFor();
  // What would be added is asked for again; until then the button is grey.
  await excel.pane.locator("[data-testid=insert]:enabled").waitFor();
  await visit("read-only-insert");
  await set("readOnly", false);
  await pane("dismiss-trouble").click();
}

/** Parts of the program that are fetched when first used, while there is no network. */
async function visitOffline(excel: LocalExcelDriver, visit: Visit): Promise<void> {
  const pane = paneOf(excel);
  const scripts = /\.js$/;
  await excel.page.route(scripts, (route) => route.abort());
  await pane("open-help").click();
  await pane("trouble").waitFor();
  await visit("offline-help");
  await excel.page.unroute(scripts);
  await pane("retry-part").click();
  await pane("help").waitFor();
  await pane("close-help").click();
  await excel.page.route(scripts, (route) => route.abort());
  await pane("step-report").click();
  await pane("trouble").waitFor();
  await visit("offline-step");
  await excel.page.unroute(scripts);
  await pane("retry-part").click();
  await pane("no-forms").waitFor();
  await visit("report-empty");
  await pane("step-check").click();
  await pane("no-forms").waitFor();
  await visit("check-no-forms");
  await pane("step-insert").click();
}

const holding = (excel: LocalExcelDriver) => (held: boolean) =>
  excel.act((local, on) => (on ? local.pane.host?.hold() : local.pane.host?.letGo()), held);

/** Excel is slow over inserting, goes in the middle of it, and comes back. */
async function visitLostInserting(excel: LocalExcelDriver, visit: Visit): Promise<void> {
  const pane = paneOf(excel);
  const hold = holding(excel);
  await pane("edition").selectOption("hai-duong-2022");
  await pane("preview").waitFor();
  await hold(true);
  await pane("insert").click();
  await pane("inserting").waitFor();
  await visit("inserting");
  await excel.act((local) => local.pane.host?.dropSession(), null);
  await hold(false);
  await pane("trouble").waitFor();
  await visit("lost-inserting");
  await excel.act((local) => local.pane.host?.restoreSession(), null);
  await pane("retry").click();
  await pane("preview").waitFor();
  await pane("insert").click();
  await pane("inserted").waitFor();
  await visit("after-lost-inserting");
}

/** Excel is slow: what is shown while it works. */
async function visitBusy(excel: LocalExcelDriver, visit: Visit): Promise<void> {
  const pane = paneOf(excel);
  const hold = holding(excel);
  await excel.act((local) => {
    local.reopen();
    local.pane.host?.hold();
  }, null);
  await pane("opening").waitFor();
  await visit("opening");
  await hold(false);
  await pane("mend-list").waitFor();
  await handsOf(excel).typeAll(THANH_MIEN);
  await pane("count-error")
    .filter({ hasText: /^[1-9]/ })
    .waitFor();
  await excel.untilLive();
  await hold(true);
  await pane("check-again").click();
  await stateOf(excel, "reading").waitFor();
  await visit("reading");
  await hold(false);
  await stateOf(excel, "live").waitFor();
}

function stateOf(excel: LocalExcelDriver, state: string): Locator {
  return excel.pane.locator(`[data-testid=watching][data-state=${state}]`);
}

/** The truth about watching: while she types, after a reading that failed, when Excel is gone, when she paused. */
async function visitWatching(excel: LocalExcelDriver, visit: Visit): Promise<void> {
  const pane = paneOf(excel);
  const changeElsewhere = (text: string) =>
    excel.act((local, given) => local.coauthor.type("Biểu mẫu 1", "D7", given), text);
  await excel.act((local) => local.pane.setEditing(true), null);
  await changeElsewhere("3");
  await stateOf(excel, "waiting").waitFor();
  await visit("waiting");
  await excel.act((local) => local.pane.setEditing(false), null);
  await stateOf(excel, "live").waitFor();
  await excel.act((local) => local.pane.host?.failAlways("GeneralException"), null);
  await changeElsewhere("4");
  await stateOf(excel, "behind").waitFor();
  await visit("behind");
  await excel.act((local) => local.pane.host?.failAlways(null), null);
  await stateOf(excel, "live").waitFor();
  await excel.act((local) => local.pane.host?.dropSession(), null);
  await pane("check-again").click();
  await stateOf(excel, "lost").waitFor();
  await visit("lost");
  await excel.act((local) => local.pane.host?.restoreSession(), null);
  await pane("check-again").click();
  await stateOf(excel, "live").waitFor();
  await pane("pause").click();
  await stateOf(excel, "paused").waitFor();
  await visit("paused");
  await pane("resume").click();
  await stateOf(excel, "live").waitFor();
}

/** Scrolls to what stands below the list, which comes when she is there. */
function toBottom(list: Locator): Promise<void> {
  return list.evaluate((element) => {
    for (let box: Element | null = element; box !== null; box = box.parentElement) {
      box.scrollTop = box.scrollHeight;
    }
  });
}

/** A protected sheet, and a workbook that is open for reading, when the pane is to write into it. */
async function visitClosedSheet(excel: LocalExcelDriver, visit: Visit): Promise<void> {
  const pane = paneOf(excel);
  const { sheet, cell } = place(3, "3.3.1");
  await excel.act((local, name) => local.officer.protectSheet(name), sheet);
  await toBottom(pane("mend-list"));
  await pane("mark").click();
  await pane("trouble").waitFor();
  await visit("protected-sheet");
  await pane("dismiss-trouble").click();
  await excel.act(
    (local, [name, address]) => {
      local.officer.unprotectSheet(name);
      local.grid.readOnly = true;
      local.select(name, address);
    },
    [sheet, cell] as const,
  );
  await pane("open-cell").click();
  await pane("cell-value").fill("920");
  await pane("write-cell").click();
  await pane("trouble").waitFor();
  await visit("read-only");
  await excel.act((local) => {
    local.grid.readOnly = false;
  }, null);
  await pane("dismiss-trouble").click();
  await pane("close-cell").click();
}

/** The same workbook in two windows, each with its pane: what one writes the other shows. */
async function visitTwoPanes(excel: LocalExcelDriver, visit: Visit): Promise<void> {
  const second = excel.page.frameLocator("#second iframe");
  await excel.act((local) => local.openSecond(), null);
  await second.locator("[data-testid=watching][data-state=live]").waitFor();
  const { sheet, cell } = place(3, "3.3.2");
  const before = await excel.value(sheet, cell);
  const found = excel.pane.locator('[data-testid=finding][data-rule="value.type"]');
  await excel.act((local, [name, address]) => local.select(name, address), [sheet, cell] as const);
  await second.getByTestId("open-cell").click();
  await second.getByTestId("cell-value").fill("chưa rõ");
  await second.getByTestId("write-cell").click();
  await found.waitFor();
  await visit("two-panes");
  await excel.act(() => document.querySelector("#second")?.remove(), null);
  await handsOf(excel).typeAll([{ sheet, cell, text: String(before) }]);
  await found.waitFor({ state: "detached" });
}

/** A table with a chart on its sheet, below the list and on the card of one of its cells. */
async function visitCharts(excel: LocalExcelDriver, visit: Visit): Promise<void> {
  const pane = paneOf(excel);
  await pane("step-insert").click();
  await pane("toggle-tables").click();
  await pane("tables").getByText(TABLE).click();
  await pane("insert").click();
  await pane("inserted").waitFor();
  await pane("step-check").click();
  const numbers = [279, 605, 37];
  await handsOf(excel).typeAll(
    numbers.map((number, at) => ({ sheet: TABLE, cell: `D${BODY + at}`, text: String(number) })),
  );
  await excel.act((local, [sheet, row]) => local.select(sheet, `D${row}`), [TABLE, BODY] as const);
  await pane("open-cell").click();
  await pane("draw-chart").waitFor();
  await visit("chart-offered");
  await pane("draw-chart").click();
  await pane("chart-drawn").waitFor();
  await visit("chart-drawn");
  await handsOf(excel).typeAll([
    { sheet: TABLE, cell: `D${BODY + 3}`, text: "15" },
    { sheet: TABLE, cell: `D${BODY + 4}`, text: "'1" },
  ]);
  await pane("chart-unseen").waitFor();
  await visit("chart-behind");
  await pane("close-cell").click();
}

/** Forms of which a part is gone. */
async function visitPartial(excel: LocalExcelDriver, visit: Visit): Promise<void> {
  const pane = paneOf(excel);
  await excel.act((local) => {
    local.coauthor.deleteSheet("Biểu mẫu 7");
    local.officer.deleteRows("Biểu mẫu 2", 9, 2);
  }, null);
  await excel.pane.locator('[data-testid=finding][data-rule^="layout."]').first().waitFor();
  await visit("partial");
  await pane("step-insert").click();
  await pane("preview").waitFor();
  await visit("partial-insert");
  await pane("step-check").click();
}

/** A table of hundreds of rows with something wrong in each. */
async function visitHuge(excel: LocalExcelDriver, visit: Visit): Promise<void> {
  const pane = paneOf(excel);
  await excel.act(
    (local, [sheet, body, many]) => {
      local.officer.insertRows(sheet, body + 1, many);
      const rows = Array.from({ length: many }, (_, at) => [`Lĩnh vực ${at}`, null, at, "không rõ", -1]);
      local.officer.paste(sheet, `B${body + 1}`, rows);
    },
    [TABLE, BODY, MANY] as const,
  );
  await pane("count-error").filter({ hasText: /\d{3}/ }).waitFor();
  await visit("huge");
  const group = excel.pane.locator("[data-testid=mend-list] [aria-expanded=false]").first();
  if ((await group.count()) > 0) {
    await group.click();
    await visit("huge-open");
  }
}

/** What the workbook keeps for the program is damaged: the edition that it names, then the one that it carries. */
async function visitBroken(excel: LocalExcelDriver, language: "vi" | "en", visit: Visit): Promise<void> {
  const pane = paneOf(excel);
  await excel.act((local) => {
    const text = local.grid.names.find(({ name }) => name === "CCHC_INFO_edition")?.formula.text ?? "";
    const [sheet = "", address = ""] = text.split("!");
    local.coauthor.type(sheet.replaceAll("'", ""), address.replaceAll("$", ""), "bo-bieu-mau-khac-2031");
  }, null);
  await pane("no-forms").waitFor();
  await visit("foreign-check");
  await pane("step-report").click();
  await pane("no-forms").waitFor();
  await visit("foreign-report");
  await pane("step-insert").click();
  await pane("use-fitting").waitFor();
  await visit("foreign-insert");
  // What the workbook would carry of an edition of its own is no edition.
  await excel.act(({ grid, coauthor }) => {
    const info = grid.names.find(({ name }) => name === "CCHC_INFO_edition");
    if (info !== undefined) grid.names = [...grid.names, { ...info, name: "CCHC_EDITION_DATA" }];
    coauthor.addSheet("Trang khác");
  }, null);
  await pane("foreign-edition")
    .filter({ hasText: language === "en" ? "damaged" : "bị hỏng" })
    .waitFor();
  await pane("use-fitting").waitFor();
  await visit("damaged-edition");
}
