/** @jest-environment ./tests/environments/browser.ts */

import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { act } from "react";
import { openFilled, type Work } from "../../support/work.js";
import { type Screen, showPane } from "../screen.js";

let work: Work;
let screen: Screen;

async function show(opened: Work, step: "check" | "report" | null = null, mac = false): Promise<void> {
  work = opened;
  screen = await showPane({ kind: "work", session: opened.session, step, mac });
}

afterEach(() => {
  screen.close();
  work?.excel.close();
});

const trimmed = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
const paragraphs = () => screen.all("paragraph");
const paragraphWith = (words: string) => {
  const found = paragraphs().find((one) => trimmed(one.textContent).includes(words));
  if (found === undefined) throw new Error(`no paragraph says: ${words}`);
  return found;
};
const focus = async (element: HTMLElement) => {
  await act(async () => element.focus());
  await screen.settled();
};
const key = async (name: string) => {
  await act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
  });
  await screen.settled();
};

describe("the report's words", () => {
  it("links each number of the text to its cell", async () => {
    await show(await openFilled(), "report");
    await screen.until("fact");
    const facts = screen.all("fact");
    expect(facts.length).toBeGreaterThan(20);
    const [first] = facts;
    if (first === undefined) throw new Error("no number in the report");
    await screen.press(first);
    expect(work.cursor()).toBe(`${first.dataset.sheet}!${first.dataset.cell}`);
    expect(String(work.excel.value(first.dataset.sheet ?? "", first.dataset.cell ?? ""))).toBe(
      String(Number(first.textContent)),
    );
  });

  it("lists what each section lacks; choosing a place goes there", async () => {
    await show(await openFilled(), "report");
    await screen.until("view-missing");
    await screen.press(screen.find("view-missing"));
    const [place] = screen.all("gap-link");
    if (place === undefined) throw new Error("no place to go to");
    const row = /^Biểu mẫu (\d+), dòng/.exec(place.textContent ?? "");
    await screen.press(place);
    expect(work.cursor()).toMatch(new RegExp(`^Biểu mẫu ${row?.[1]}!D\\d+$`));
  });

  it("says before the export how many errors are left", async () => {
    await show(await openFilled(), "report");
    await screen.until("report-counts");
    expect(screen.text("report-counts")).toMatch(/^Số liệu còn \d+ lỗi, /);
  });

  it("offers copying instead of a file on the Mac, and says why", async () => {
    await show(await openFilled(), "report", true);
    await screen.until("copy");
    expect(screen.has("export")).toBe(false);
    expect(screen.text("mac-hint")).toContain("Excel trên máy Mac không cho ngăn này lưu tệp.");
    expect(screen.has("copy")).toBe(true);
  });

  it("saves a Word file under its own name", async () => {
    const saved: { name: string; size: number }[] = [];
    const blobs = new Map<string, Blob>();
    jest.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      const url = `blob:${blobs.size}`;
      if (blob instanceof Blob) blobs.set(url, blob);
      return url;
    });
    jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, size: blobs.get(this.href)?.size ?? 0 });
    });
    await show(await openFilled(), "report");
    await screen.until("export");
    await screen.press(screen.find("export"));
    await screen.press(screen.find("export-draft"));
    await screen.until("report-outcome");
    expect(saved.map(({ name }) => name)).toEqual(["Bao-cao-CCHC-quy-III-2023-thi-tran-Thanh-Mien.docx"]);
    expect(saved[0]?.size).toBeGreaterThan(10_000);
    expect(screen.text("report-outcome")).toContain("Tải xuống");
    jest.restoreAllMocks();
  });
});

describe("reading", () => {
  it("goes from paragraph to paragraph by arrow keys, one stop of the Tab key", async () => {
    await show(await openFilled(), "report");
    await screen.until("paragraph");
    const stops = () => paragraphs().filter((one) => one.tabIndex === 0);
    expect(stops()).toHaveLength(1);
    await focus(stops()[0] as HTMLElement);
    await key("ArrowDown");
    expect(document.activeElement).toBe(paragraphs()[1]);
    expect(stops()).toEqual([paragraphs()[1]]);
    await key("End");
    expect(document.activeElement).toBe(paragraphs().at(-1));
  });

  it("makes stops of the numbers of the paragraph that is read, and of no others", async () => {
    await show(await openFilled(), "report");
    await screen.until("fact");
    const paragraph = paragraphWith("922");
    await focus(paragraph);
    const tabbable = screen.all("fact").filter((fact) => fact.tabIndex === 0);
    expect(tabbable.length).toBeGreaterThan(0);
    expect(tabbable.every((fact) => paragraph.contains(fact))).toBe(true);
  });

  it("marks the paragraphs that tell the cell in which the cursor stands, and goes to them", async () => {
    await show(await openFilled(), "report");
    await screen.until("fact");
    const fact = screen.all("fact").find((one) => trimmed(one.textContent) === "922") as HTMLElement;
    const { sheet = "", cell = "" } = fact.dataset;
    work.excel.officer.select(sheet, cell);
    await act(() => work.excel.settled());
    await screen.settled();
    const told = () => paragraphs().filter((one) => one.dataset.told === "yes");
    expect(told()).toContain(fact.closest("[data-testid=paragraph]"));
    expect(trimmed(screen.text("to-told"))).toBe(`Ô ${cell}: ${told().length} chỗ`);
    await screen.press(screen.find("to-told"));
    expect(document.activeElement).toBe(told()[0]);
  });

  it("is where the card of a cell leads to", async () => {
    await show(await openFilled(), "report");
    await screen.until("fact");
    const fact = screen.all("fact").find((one) => trimmed(one.textContent) === "922") as HTMLElement;
    await screen.press(fact);
    await screen.press(screen.find("step-check"));
    await screen.until("open-cell");
    await screen.press(screen.find("open-cell"));
    await screen.until("read-told");
    await screen.press(screen.find("read-told"));
    await screen.until("paragraph");
    expect(document.activeElement).toBe(paragraphs().find((one) => one.dataset.told === "yes"));
  });
});

describe("the window with the report's pages", () => {
  it("is offered where the program opens windows, and nowhere else", async () => {
    await show(await openFilled(), "report");
    await screen.until("to-section");
    expect(screen.has("wide")).toBe(false);
    screen.close();
    screen = await showPane({
      kind: "work",
      session: work.session,
      step: "report",
      mac: false,
      windows: { onTheWeb: true, load: () => import("../../../../src/taskpane/wide/open-wide.js") },
    });
    await screen.until("wide");
  });
});

describe("sentences", () => {
  it("are declined, stand under their own count, and come back", async () => {
    await show(await openFilled(), "report");
    await screen.until("paragraph");
    const count = paragraphs().length;
    await focus(paragraphWith("922"));
    const [decline] = screen.all("decline");
    await screen.press(decline as HTMLElement);
    await screen.until("view-declined");
    expect(paragraphs().length).toBeLessThanOrEqual(count);
    await screen.press(screen.find("view-declined"));
    expect(screen.all("sentence")).toHaveLength(1);
    await screen.press(screen.find("decide-open"));
    expect(screen.all("sentence")).toHaveLength(0);
    await screen.press(screen.find("view-read"));
    expect(paragraphs()).toHaveLength(count);
  });

  it("that are suggested come in when accepted, and go back when declined", async () => {
    await show(await openFilled(), "report");
    await screen.until("view-suggestions");
    const offered = () => Number(/\d+/.exec(screen.text("view-suggestions"))?.[0]);
    const before = offered();
    await screen.press(screen.find("view-suggestions"));
    const text = trimmed(screen.all("sentence")[0]?.querySelector("p")?.textContent);
    await screen.press(screen.all("decide-accepted")[0] as HTMLElement);
    expect(before - offered()).toBe(1);
    await screen.press(screen.find("view-read"));
    const words = text.split(" ").slice(2, 8).join(" ");
    await focus(paragraphWith(words));
    await screen.press(screen.find("decline"));
    expect(paragraphs().some((one) => trimmed(one.textContent).includes(words))).toBe(false);
    await screen.press(screen.find("view-declined"));
    expect(trimmed(screen.all("sentence")[0]?.textContent)).toContain(words);
  });

  it("that rest on cells in error are told with the way to the cell", async () => {
    await show(await openFilled(), "report");
    await screen.until("view-doubtful");
    await screen.press(screen.find("view-doubtful"));
    const [cell] = screen.all("doubtful-cell");
    await screen.press(cell as HTMLElement);
    expect(work.cursor()).toMatch(/^Biểu mẫu \d!D\d+$/);
  });
});

describe("an export with errors", () => {
  it("asks once, says what the draft contains, and can be left", async () => {
    const clicks = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    jest.spyOn(URL, "createObjectURL").mockReturnValue("blob:1");
    await show(await openFilled(), "report");
    await screen.until("export");
    await screen.press(screen.find("export"));
    expect(trimmed(screen.text("draft"))).toContain("Số liệu còn 2 lỗi, bản xuất ra là dự thảo:");
    expect(trimmed(screen.text("draft"))).toContain("trang nào cũng ghi DỰ THẢO; chưa ghi tên người ký;");
    expect(trimmed(screen.text("draft"))).toMatch(/\d+ câu dựa vào ô có lỗi được đánh dấu, kèm lý do\./);
    expect(document.activeElement).toBe(screen.find("export-draft"));
    await screen.press(screen.find("draft-cancel"));
    expect(clicks).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.find("export"));
    await screen.press(screen.find("export"));
    await screen.press(screen.find("export-draft"));
    await screen.until("report-outcome");
    expect(clicks).toHaveBeenCalledTimes(1);
    await screen.press(screen.find("export"));
    expect(screen.has("draft")).toBe(false);
    jest.restoreAllMocks();
  });

  it("leads to the errors instead", async () => {
    await show(await openFilled(), "report");
    await screen.until("export");
    await screen.press(screen.find("export"));
    await screen.press(screen.find("draft-to-check"));
    expect(screen.has("screen-check")).toBe(true);
  });
});
