import type { FrameLocator } from "playwright-core";
import { a1 } from "../../../src/values/address.js";
import { valueCell } from "../../../src/workbook/layout/form-layout.js";
import type { BookDriver } from "../../../tools/driver/book-driver.js";
import type { BookEntry } from "../../../tools/page/book-entry.js";
import { edition, thanhMienData } from "../../support/report-data.js";

/** Text that the officer types into a cell. */
export interface Typing {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** What the states of the pane ask of the program around it. */
export interface Hands {
  readonly pane: FrameLocator;
  /** Types without a keyboard: pictures need not wait for it. */
  typeAll(typings: readonly Typing[]): Promise<void>;
  /** Adds a sheet of somebody's with names on it. */
  addForeignSheet(name: string): Promise<void>;
  deleteSheet(name: string): Promise<void>;
  /** Makes every reading fail as it does when the program is gone, or lets them succeed again. */
  loseReadings(lost: boolean): Promise<void>;
}

/** The hands on the page of any local program. */
export function handsOn<Entry extends BookEntry>(book: BookDriver<Entry>): Omit<Hands, "loseReadings"> {
  const typeAll = (list: readonly Typing[]) =>
    book.act((local, all) => {
      for (const { sheet, cell, text } of all) local.officer.type(sheet, cell, text);
    }, list);
  return {
    pane: book.pane,
    typeAll,
    addForeignSheet: async (name) => {
      await book.act((local, title) => local.coauthor.addSheet(title), name);
      await typeAll(["A1", "A2", "A3"].map((cell) => ({ sheet: name, cell, text: `Họ tên ${cell}` })));
    },
    deleteSheet: (name) => book.act((local, title) => local.coauthor.deleteSheet(title), name),
  };
}

export type Visit = (state: string) => Promise<void>;

const haiDuong = edition("hai-duong-2022");

/** Where a row's value stands on its sheet. */
export function place(form: number, code: string): { readonly sheet: string; readonly cell: string } {
  const found = haiDuong.forms.find((candidate) => candidate.number === form);
  if (found === undefined) throw new Error(`no form ${form}`);
  const address = valueCell(haiDuong, found, code);
  return { sheet: address.sheet, cell: a1(address) };
}

/** Quarter III of Thanh Miện as printed, three mistakes in it. */
export const THANH_MIEN: readonly Typing[] = Object.entries(thanhMienData.forms).flatMap(([form, rows]) =>
  Object.entries(rows).map(([code, value]) => ({ ...place(Number(form), code), text: String(value) })),
);

/** Brings the pane into one state after the other, from an empty workbook to a written report, and has each visited. */
export async function visitStates(hands: Hands, language: "vi" | "en", visit: Visit): Promise<void> {
  await hands.pane.getByTestId("preview").waitFor();
  if (language === "en") {
    await hands.pane.getByTestId("language").click();
    await hands.pane.getByRole("tab", { name: "Insert forms" }).waitFor();
  }
  await visitInserting(hands, visit);
  await visitChecking(hands, visit);
  await visitReport(hands, visit);
  await visitAfterwards(hands, visit);
}

async function visitInserting(hands: Hands, visit: Visit): Promise<void> {
  const pane = (id: string) => hands.pane.getByTestId(id);
  await pane("preview").waitFor();
  await visit("insert");
  await hands.addForeignSheet("Biểu mẫu 3");
  await pane("edition").selectOption("hai-duong-2022");
  await pane("obstacle").waitFor();
  await visit("obstacle");
  await hands.deleteSheet("Biểu mẫu 3");
  // Where the program tells of the change by itself, the button is gone before it is pressed.
  await pane("retry")
    .click({ timeout: 10_000 })
    .catch(() => undefined);
  await pane("obstacle").waitFor({ state: "detached" });
  await pane("organization").fill("UBND thị trấn Thanh Miện");
  await pane("superior").fill("UBND huyện Thanh Miện");
  await pane("period").selectOption("quarter-3");
  await pane("year").fill("2023");
  await pane("preview").waitFor();
  await pane("toggle-tables").click();
  await pane("tables").scrollIntoViewIfNeeded();
  await visit("tables");
  await pane("toggle-tables").click();
  await pane("insert").click();
  await pane("inserted").waitFor();
  await visit("inserted");
}

async function visitChecking(hands: Hands, visit: Visit): Promise<void> {
  const pane = (id: string) => hands.pane.getByTestId(id);
  const finding = (rule: string) => hands.pane.locator(`[data-testid=finding][data-rule="${rule}"]`).first();
  await pane("to-check").click();
  await pane("mend-list").waitFor();
  await visit("check-empty");
  await hands.typeAll(THANH_MIEN);
  const ambiguous = { ...place(3, "3.3.2"), text: "một nghìn" };
  await hands.typeAll([ambiguous]);
  await finding("value.type").waitFor();
  await visit("check-filled");
  await finding("value.type").click();
  await pane("explain").first().click();
  await pane("reason").waitFor();
  await visit("confirm");
  await pane("cancel-confirm").click();
  await pane("open-cell").click();
  await pane("cell-title").waitFor();
  await visit("cell");
  await pane("close-cell").click();
  await hands.loseReadings(true);
  await pane("check-again").click();
  await pane("trouble").waitFor();
  await visit("trouble");
  await hands.loseReadings(false);
  await pane("check-again").click();
  await pane("trouble").waitFor({ state: "detached" });
}

async function visitReport(hands: Hands, visit: Visit): Promise<void> {
  const pane = (id: string) => hands.pane.getByTestId(id);
  await pane("step-report").click();
  await pane("report-preview").waitFor();
  await visit("report");
  await pane("export").click();
  await pane("draft").waitFor();
  await visit("report-draft");
  await pane("draft-cancel").click();
  for (const view of await hands.pane.locator("[data-testid^=view-]").all()) {
    await view.click();
    await visit(`report-${(await view.getAttribute("data-testid")) ?? "view"}`);
  }
}

async function visitAfterwards(hands: Hands, visit: Visit): Promise<void> {
  const pane = (id: string) => hands.pane.getByTestId(id);
  await pane("step-insert").click();
  await pane("known-info").waitFor();
  await visit("insert-complete");
  await pane("next").click();
  await pane("next-period").waitFor();
  await visit("next");
  await pane("next-cancel").click();
  await breakPane(hands.pane);
  await pane("trouble-crashed").waitFor();
  await visit("crashed");
}

/** Makes the pane's next drawing fail: whatever looks for something in a list throws, until the pane has said so. */
export async function breakPane(pane: FrameLocator): Promise<void> {
  await pane.locator("body").evaluate((body) => {
    const { find } = Array.prototype;
    const watch = new MutationObserver(() => {
      if (body.querySelector("[data-testid=trouble-crashed]") === null) return;
      watch.disconnect();
      Array.prototype.find = find;
    });
    watch.observe(body, { subtree: true, childList: true });
    // When this evaluation, which looks for things itself, is over.
    setTimeout(() => {
      Array.prototype.find = () => {
        throw new Error("boom");
      };
      for (const id of ["step-insert", "step-check"]) {
        body.querySelector<HTMLElement>(`[data-testid=${id}]`)?.click();
      }
    });
  });
}
