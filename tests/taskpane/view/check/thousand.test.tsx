/** @jest-environment ./tests/environments/browser.ts */

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { act } from "react";
import { openFilled, type Work } from "../../support/work.js";
import { type Screen, showPane } from "../screen.js";

const SHEET = "Hồ sơ theo lĩnh vực";
/** The first row of that table's body. */
const BODY = 7;
const ROWS = 500;

let work: Work;
let screen: Screen;

/** A table of 500 rows with two numbers in each that cannot be read. */
beforeEach(async () => {
  work = await openFilled(["dossiers-by-field"]);
  const { officer } = work.excel;
  officer.insertRows(SHEET, BODY + 1, ROWS);
  const rows = Array.from({ length: ROWS }, (_, at) => [`Lĩnh vực ${at}`, null, "không rõ", "chưa rõ"]);
  officer.paste(SHEET, `B${BODY + 1}`, rows);
  await work.pauseInTyping();
  work.session.show("check");
  screen = await showPane({ kind: "work", session: work.session, step: null, mac: false });
});

afterEach(() => {
  screen.close();
  work.excel.close();
});

const list = () => screen.find("mend-list");
const drawn = () => [...list().querySelectorAll(":scope > li")];
const rows = () => Number(list().dataset.count);
const focused = () => document.activeElement?.closest("li")?.getAttribute("aria-posinset");

describe("a list of a thousand findings", () => {
  it("is one row until it is asked for; opened, only what is in view and a little around it is drawn", async () => {
    expect(screen.text("count-error")).toMatch(/^1[.]?\d{3}/);
    const folded = rows();
    expect(folded).toBeLessThan(40);
    const group = list().querySelector<HTMLElement>('[aria-expanded="false"]');
    if (group === null) throw new Error("nothing is told together");
    await screen.press(group);
    expect(rows()).toBe(folded + 2 * ROWS);
    expect(drawn().length).toBeLessThan(40);
  });

  it("is walked to its end and back by the keyboard, and no more of it is drawn", async () => {
    const group = list().querySelector<HTMLElement>('[aria-expanded="false"]');
    if (group === null) throw new Error("nothing is told together");
    await screen.press(group);
    group.focus();
    const press = async (key: string) => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true });
      await act(async () => document.activeElement?.dispatchEvent(event));
      await act(() => new Promise<void>((seen) => requestAnimationFrame(() => seen())));
      expect(drawn().length).toBeLessThan(40);
    };
    await press("ArrowDown");
    const second = Number(focused());
    await press("ArrowDown");
    expect(Number(focused())).toBe(second + 1);
    await press("End");
    expect(focused()).toBe(String(rows()));
    await press("Home");
    expect(focused()).toBe("1");
  });
});
