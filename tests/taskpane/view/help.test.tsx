/** @jest-environment ./tests/environments/browser.ts */

import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "@jest/globals";
import { steps } from "../../../src/taskpane/session/state.js";
import { helpTexts } from "../../../src/taskpane/view/help/help-texts.js";
import { openFilled, openWork, type Work } from "../support/work.js";
import { type Screen, showPane } from "./screen.js";

let work: Work | undefined;
let screen: Screen | undefined;

afterEach(() => {
  screen?.close();
  work?.excel.close();
});

async function show(opened: Work, step: "check" | "report" | null = null): Promise<Screen> {
  work = opened;
  screen = await showPane({ kind: "work", session: opened.session, step, mac: false });
  return screen;
}

describe("the help of a step", () => {
  it("is one press away, has the keyboard, and gives it back to its button over the same screen", async () => {
    const pane = await show(await openFilled());
    await pane.until("mend-list");
    const list = pane.find("mend-list");
    await pane.press(pane.find("open-help"));
    await pane.until("help");
    expect(pane.text("help")).toContain("Sửa từ trên xuống");
    expect(document.activeElement).toBe(pane.find("close-help"));
    await pane.press(pane.find("close-help"));
    expect(pane.has("help")).toBe(false);
    expect(document.activeElement).toBe(pane.find("open-help"));
    expect(pane.find("mend-list")).toBe(list);
  });

  it("is of the step that is shown, and goes with another step", async () => {
    const pane = await show(await openFilled());
    await pane.press(pane.find("open-help"));
    await pane.until("help");
    await pane.press(pane.find("step-report"));
    expect(pane.has("help")).toBe(false);
    await pane.press(pane.find("open-help"));
    await pane.until("help");
    expect(pane.text("help")).toContain("Xuất ra Word");
  });

  it.each(["vi", "en"] as const)("quotes the words of the pane as they are: %s", (language) => {
    const words = [`src/taskpane/texts/${language}.ts`, "src/taskpane/view/report/report-texts-vi.ts"]
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    for (const step of steps) {
      const { title, lines, questions } = helpTexts[language][step];
      const quoted = [...[title, ...lines, ...questions.flat()].join("\n").matchAll(/“([^”]+)”/g)];
      expect(quoted.length).toBeGreaterThan(2);
      for (const [, one = ""] of quoted) expect(words).toContain(one.replace(/…$/, ""));
    }
  });
});

describe("a button of the ribbon that needs forms", () => {
  it.each([
    ["check", "Chưa kiểm tra được"],
    ["report", "Chưa viết báo cáo được"],
  ] as const)("says in a workbook without any what is to be done first: %s", async (step, words) => {
    const pane = await show(await openWork(), step);
    await pane.until("unmet");
    expect(pane.has("screen-insert")).toBe(true);
    expect(pane.text("unmet")).toContain(words);
    expect(pane.text("unmet")).toContain("Chèn biểu mẫu");
  });

  it("says nothing of it when the pane is opened by its own button, nor where there are forms", async () => {
    const pane = await show(await openWork());
    await pane.until("preview");
    expect(pane.has("unmet")).toBe(false);
    pane.close();
    const filled = await show(await openFilled(), "report");
    expect(filled.has("screen-report")).toBe(true);
    expect(filled.has("unmet")).toBe(false);
  });
});
