/** @jest-environment ./tests/environments/browser.ts */

import { afterEach, describe, expect, it } from "@jest/globals";
import { act } from "react";
import { openFilled, type Work } from "../../support/work.js";
import { changed, enter, type Screen, showPane } from "../screen.js";

let work: Work;
let screen: Screen;

afterEach(() => {
  screen.close();
  work.excel.close();
});

/** What the real report of the town says of the tasks that its superior gave, where form 1 has 62. */
const TASKS =
  "Quý III năm 2023, UBND thị trấn đã triển khai thực hiện theo quy định 59 nhiệm vụ đúng và trong hạn.";

async function showReport(texts: Readonly<Record<string, string>> = {}): Promise<void> {
  work = await openFilled();
  for (const [place, text] of Object.entries(texts)) await work.typeText(place, text);
  await work.pauseInTyping();
  screen = await showPane({ kind: "work", session: work.session, step: "report", mac: false });
  await screen.until("paragraph");
}

async function showOwn(texts: Readonly<Record<string, string>>): Promise<void> {
  await showReport(texts);
  await screen.press(screen.find("view-own"));
  await changed(document.body, () => screen.has("own-mention") || screen.has("own-unread"));
}

const says = (testId: string, words: string) =>
  changed(document.body, () => screen.has(testId) && screen.text(testId).includes(words));
const question = () =>
  screen.all("own-mention").find((row) => row.querySelector('[data-testid="own-question"]') !== null);
const button = (row: HTMLElement | undefined, testId: string) => {
  const found = row?.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
  if (!found) throw new Error(`no ${testId}`);
  return found;
};
const textCell = () => {
  const link = [...document.querySelectorAll<HTMLElement>('[data-testid="own-place"]')].at(0);
  const [, cell = "", sheet = ""] = /ô ([A-Z]+\d+), trang tính (.+)$/.exec(link?.textContent ?? "") ?? [];
  return { sheet, cell };
};

describe("numbers in her own words", () => {
  it("that the forms hold otherwise are asked about; her words are mended on her wish, and joined", async () => {
    await showOwn({ assigned: `[Thay] ${TASKS}` });
    expect(screen.all("own-mention")[0]).toBe(question());
    expect(question()?.textContent).toContain("Lời văn ghi 59, nhưng Biểu mẫu 1, dòng 4.2");
    expect(question()?.textContent).toContain("ghi 62. Bên nào đúng?");
    const { sheet, cell } = textCell();
    await screen.press(button(question(), "own-text"));
    await changed(document.body, () => question() === undefined);
    expect(String(work.excel.value(sheet, cell))).toContain("62 nhiệm vụ");
    expect(screen.all("own-mention").some((row) => row.textContent?.includes("Đã gắn với ô"))).toBe(true);
  });

  it("can mend the cell instead, or stand as they are; and be asked about again", async () => {
    await showOwn({ assigned: `[Thay] ${TASKS}` });
    await screen.press(button(question(), "own-both"));
    await changed(document.body, () => question() === undefined);
    await screen.press(screen.find("own-forget"));
    await changed(document.body, () => question() !== undefined);
    const mend = button(question(), "own-cell");
    const [, cell = ""] = /Sửa ô (D\d+) thành 59/.exec(mend.textContent ?? "") ?? [];
    await screen.press(mend);
    await changed(document.body, () => question() === undefined);
    expect(work.excel.value("Biểu mẫu 1", cell)).toBe(59);
  });

  it("are told where the cell of her words shows an old one, and written anew on her wish", async () => {
    await showOwn({ assigned: `[Thay] ${TASKS}` });
    const { sheet, cell } = textCell();
    await screen.press(button(question(), "own-text"));
    await changed(document.body, () => question() === undefined);
    await act(async () => {
      await work.type(1, "4.2", "61");
      await work.pauseInTyping();
    });
    await says("own-stale", "61 nhiệm vụ");
    await screen.press(screen.find("own-update"));
    await changed(document.body, () => !screen.has("own-stale"));
    expect(String(work.excel.value(sheet, cell))).toContain("61 nhiệm vụ");
  });

  it("that were copied from the period before are told until they are read again", async () => {
    await showOwn({ assigned: "[Chưa rà soát] Thị trấn đã triển khai đủ các nhiệm vụ." });
    expect(screen.text("own-unread")).toContain("1 phần chép từ kỳ trước");
  });

  it("are not offered where she wrote nothing", async () => {
    await showReport();
    expect(screen.has("view-own")).toBe(false);
  });
});

describe("the outline", () => {
  const chosen = () => (screen.find("outline") as HTMLSelectElement).value;

  it("is chosen among those of the forms, and kept with the workbook", async () => {
    await showReport();
    await screen.until("outline");
    expect(chosen()).toBe("periodic");
    expect([...screen.find("outline").querySelectorAll("option")].map(({ value }) => value)).toEqual([
      "periodic",
      "multi-year",
      "inspection",
    ]);
    const before = screen.text("screen-report");
    await enter(screen.find("outline"), "inspection");
    await changed(document.body, () => screen.has("outline") && chosen() === "inspection");
    expect(screen.text("screen-report")).not.toBe(before);
    screen.close();
    screen = await showPane({ kind: "work", session: work.session, step: "report", mac: false });
    await screen.until("outline");
    expect(chosen()).toBe("inspection");
  });

  it("from a file is taken where it is sound, and each fault of another is listed", async () => {
    await showReport();
    await screen.until("outline-file");
    const give = async (name: string, text: string) => {
      const file = new File([text], name, { type: "application/json" });
      Object.defineProperty(file, "text", { value: async () => text });
      Object.defineProperty(screen.find("outline-file"), "files", { value: [file], configurable: true });
      await act(async () => {
        screen.find("outline-file").dispatchEvent(new Event("change", { bubbles: true }));
      });
    };
    await give("sai.json", "{");
    await screen.until("outline-faults");
    expect(screen.text("outline-faults")).toContain("sai.json");
    await give("khac.json", JSON.stringify({ id: "x", name: "X", from: "summary" }));
    await says("outline-said", "không dành cho bộ biểu mẫu này");
    await give("minh.json", JSON.stringify({ id: "xa-minh", name: "Của xã", from: "periodic" }));
    await changed(document.body, () => screen.has("outline") && chosen() === "xa-minh");
  });
});
