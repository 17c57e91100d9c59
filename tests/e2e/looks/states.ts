import type { FrameLocator } from "playwright-core";
import { a1 } from "../../../src/values/address.js";
import type { CellPlan } from "../../../src/workbook/plan.js";
import type { BookDriver } from "../../../tools/driver/book-driver.js";
import type { BookEntry } from "../../../tools/page/book-entry.js";
import { consistentReport } from "../../support/consistent.js";
import { provincesForms } from "../../taskpane/support/own-forms.js";
import { place, THANH_MIEN, THANH_MIEN_INFO, type Typing } from "../thanh-mien.js";

/** What the states of the pane ask of the program around it. */
export interface Hands {
  readonly pane: FrameLocator;
  /** Types without a keyboard: pictures need not wait for it. */
  typeAll(typings: readonly Typing[]): Promise<void>;
  /** Adds sheets of somebody's with what stands on them, all at once. */
  addSheets(names: readonly string[], typings: readonly Typing[]): Promise<void>;
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
    addSheets: (names, typings) =>
      book.act(
        (local, [titles, all]) => {
          for (const title of titles) local.coauthor.addSheet(title);
          for (const { sheet, cell, text } of all) local.coauthor.type(sheet, cell, text);
        },
        [names, typings] as const,
      ),
    deleteSheet: (name) => book.act((local, title) => local.coauthor.deleteSheet(title), name),
  };
}

/** Words of the office's own whose number is another in form 1. */
const OWN_WORDS: Typing = {
  sheet: "Nội dung bổ sung",
  cell: "B8",
  text: "[Thay] Quý III năm 2023, UBND thị trấn đã thực hiện theo quy định 59 nhiệm vụ đúng và trong hạn.",
};

/** Has a state looked at; `shown` is the mark of what is to be seen of it. */
export type Visit = (state: string, shown?: string) => Promise<void>;

const OWN_TABLE = "Phụ lục tỉnh";

/** A table of a province's own: what it counts no edition knows. */
const OWN_ROWS: readonly Typing[] = [
  ["STT", "Nội dung", "Đơn vị tính", "Kết quả"],
  ["'1", "Thiết bị tại trụ sở", "", ""],
  ["'1.1", "Tỷ lệ máy tính nối mạng nội bộ", "%", "75"],
  ["'1.1.1", "Tổng số máy tính được trang bị", "Máy", "20"],
  ["'1.1.2", "Số máy tính đã nối mạng nội bộ", "Máy", "15"],
  ["'2", "Nhà văn hóa thôn, bản (Chưa = 0; Có = 1)", "", ""],
].flatMap((texts, row) =>
  texts.map((text, column) => ({ sheet: OWN_TABLE, cell: `${"ABCD"[column]}${row + 3}`, text })),
);

/** What an officer types to have on her sheet what a plan would write. */
function typingOf(sheet: string, { row, column, content }: CellPlan): readonly Typing[] {
  const cell = a1({ row, column });
  if (content.kind === "text") return [{ sheet, cell, text: `'${content.text}` }];
  return content.kind === "number" ? [{ sheet, cell, text: String(content.number).replace(".", ",") }] : [];
}

/** A report in which nothing is wrong or blank. */
const FLAWLESS: readonly Typing[] = [
  ...Object.entries(consistentReport("hai-duong-2022", 1).values).map(([key, value]) => {
    const [form = "", code = ""] = key.split("/");
    return { ...place(Number(form), code), text: String(value).replace(".", ",") };
  }),
  { sheet: "Thông tin chung", cell: "B15", text: "Thanh Miện" },
  { sheet: "Thông tin chung", cell: "B17", text: "Công văn số 508/UBND-VP ngày 01/3/2022" },
  { sheet: "Thông tin chung", cell: "B18", text: "Phòng Nội vụ huyện Thanh Miện" },
];

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
  await visitHelp(hands, visit, "insert");
  await visitOwnForms(hands, visit);
  const foreign = "Biểu mẫu 3";
  const names = ["A1", "A2", "A3"].map((cell) => ({ sheet: foreign, cell, text: `Họ tên ${cell}` }));
  await hands.addSheets([foreign], names);
  await pane("edition").selectOption("hai-duong-2022");
  await pane("obstacle").waitFor();
  await visit("obstacle");
  await hands.deleteSheet("Biểu mẫu 3");
  await pressWhileThere(hands.pane, "retry", "obstacle");
  await pane("organization").fill(THANH_MIEN_INFO.organization);
  await pane("superior").fill(THANH_MIEN_INFO.superior);
  await pane("period").selectOption(THANH_MIEN_INFO.period);
  await pane("year").fill(THANH_MIEN_INFO.year);
  await pane("preview").waitFor();
  await pane("toggle-tables").click();
  await visit("tables", "tables");
  await pane("toggle-tables").click();
  await pane("insert").click();
  await pane("inserted").waitFor();
  await visit("inserted");
}

/** Sheets that nobody made by us: a table that no edition knows, then a province's forms. */
async function visitOwnForms(hands: Hands, visit: Visit): Promise<void> {
  const pane = (id: string) => hands.pane.getByTestId(id);
  await hands.addSheets([OWN_TABLE], OWN_ROWS);
  await visit("nothing-recognised", "make-draft");
  await pane("make-draft").click();
  await pane("draft-counts").waitFor();
  await visit("draft");
  await pane("toggle-draft-1").click();
  await pane("draft-row").first().waitFor();
  await visit("draft-rows", "draft-row");
  await pane("cancel-draft").click();
  await hands.deleteSheet(OWN_TABLE);
  await pane("make-draft").waitFor({ state: "detached" });
  const { sheets } = provincesForms();
  const typings = sheets.flatMap(({ name, cells }) => cells.flatMap((cell) => typingOf(name, cell)));
  const titles = sheets.map(({ name }) => name);
  await hands.addSheets(titles, typings);
  await pane("use-own-forms").waitFor();
  await visit("own-forms", "own-edition");
  for (const title of titles) await hands.deleteSheet(title);
  await pane("own-forms").waitFor({ state: "detached" });
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
  // What has one cause is one row by then.
  await finding("total.mismatch").waitFor();
  await finding("part.exceeds").waitFor({ state: "detached" });
  await visit("check-filled");
  await visitHelp(hands, visit, "check");
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
  await hands.typeAll([OWN_WORDS]);
  await pane("step-report").click();
  await pane("report-preview").waitFor();
  await pane("outline").waitFor();
  await visit("report");
  await visit("report-outline", "outline");
  await visitHelp(hands, visit, "report");
  await pane("export").click();
  await pane("draft").waitFor();
  await visit("report-draft");
  await pane("draft-cancel").click();
  await hands.pane.locator("[data-testid^=view-]").first().waitFor();
  for (const view of await hands.pane.locator("[data-testid^=view-]").all()) {
    await view.click();
    if ((await view.getAttribute("data-testid")) === "view-own") await pane("own-mention").first().waitFor();
    await visit(`report-${(await view.getAttribute("data-testid")) ?? "view"}`);
  }
}

/** The explanation of the step that is shown, and back. */
async function visitHelp(hands: Hands, visit: Visit, step: string): Promise<void> {
  const pane = (id: string) => hands.pane.getByTestId(id);
  await pane("open-help").click();
  await pane("close-help").waitFor();
  await visit(`${step}-help`);
  await pane("close-help").click();
  await pane("help").waitFor({ state: "detached" });
}

async function visitAfterwards(hands: Hands, visit: Visit): Promise<void> {
  const pane = (id: string) => hands.pane.getByTestId(id);
  await pane("step-check").click();
  // Numbers on group rows among them, which nothing is typed over.
  await hands.typeAll(THANH_MIEN.map((typing) => ({ ...typing, text: "" })));
  await hands.typeAll(FLAWLESS);
  await pane("all-fine").waitFor();
  await visit("all-fine");
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

/** Presses a button for as long as something is there: where the program tells of the change by itself, it is gone without. */
async function pressWhileThere(pane: FrameLocator, button: string, there: string): Promise<void> {
  const press = () =>
    pane.locator("body").evaluate(
      (body, [id, other]) => {
        const isThere = body.querySelector(`[data-testid=${other}]`) !== null;
        if (isThere) body.querySelector<HTMLElement>(`[data-testid=${id}]`)?.click();
        return isThere;
      },
      [button, there] as const,
    );
  // Between two presses the pane has drawn what the first led to, or goes on reading.
  while (await press())
    await pane.locator("body").evaluate(() => new Promise((done) => setTimeout(done, 50)));
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
