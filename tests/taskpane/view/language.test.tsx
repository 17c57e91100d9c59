/** @jest-environment ./tests/environments/browser.ts */

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { paneOf } from "../../../src/taskpane/show-pane.js";
import { openFilled, type Work } from "../support/work.js";
import { changed } from "./screen.js";

let work: Work;
let place: HTMLElement;

const find = (id: string) => place.querySelector<HTMLElement>(`[data-testid="${id}"]`);
const until = (holds: () => boolean) => changed(place, holds);

/** Opens the pane as a page does; the language is the machine's. */
async function open(): Promise<void> {
  place = document.createElement("div");
  place.id = "pane";
  document.body.append(place);
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", false);
  const render = paneOf(document, () => null);
  work = await openFilled();
  render({ kind: "work", session: work.session, step: "check", mac: false });
  await until(() => find("finding") !== null);
}

/** What the page says in English: without what is marked or quoted as Vietnamese. */
function english(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  for (const marked of copy.querySelectorAll('[lang="vi"]')) marked.remove();
  for (const icon of copy.querySelectorAll("svg, style")) icon.remove();
  return (copy.textContent ?? "").replace(/"[^"]*"/g, '""');
}

const VIETNAMESE = /[^"(]{0,20}[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ].{0,20}/i;

beforeEach(() => localStorage.clear());

afterEach(async () => {
  work.excel.close();
  place.remove();
});

describe("the language of the pane", () => {
  it("is Vietnamese at first, whatever the machine speaks, with a button to English", async () => {
    await open();
    expect(document.documentElement.lang).toBe("vi-VN");
    expect(find("language")?.getAttribute("lang")).toBe("en");
    expect(find("language")?.title).toBe("English");
    expect(find("screen-check")?.textContent).toContain("Tổng ghi 139 nhưng dòng 1.4.3 ghi 157.");
  });

  it("is English to the end after one press: the steps, the findings and their places", async () => {
    await open();
    find("language")?.focus();
    find("language")?.click();
    await until(() => document.documentElement.lang === "en-GB");
    await until(() => find("screen-check")?.textContent?.includes("The total says 139") === true);
    expect(document.activeElement).toBe(find("language"));
    expect(english(place)).not.toMatch(VIETNAMESE);
    find("step-report")?.click();
    await until(() => find("report-preview") !== null);
    expect(english(place)).not.toMatch(VIETNAMESE);
    find("step-insert")?.click();
    await until(() => find("preview") !== null);
    expect(english(place)).not.toMatch(VIETNAMESE);
  });

  it("is remembered on the machine, and goes back as easily", async () => {
    await open();
    find("language")?.click();
    await until(() => document.documentElement.lang === "en-GB");
    place.remove();
    work.excel.close();
    await open();
    await until(() => document.documentElement.lang === "en-GB");
    expect(find("language")?.title).toBe("Tiếng Việt");
    find("language")?.click();
    await until(() => document.documentElement.lang === "vi-VN");
    expect(localStorage.getItem("cchc.language")).toBe("vi");
  });
});
