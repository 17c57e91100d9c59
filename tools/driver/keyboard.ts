import type { FrameLocator, Locator, Page } from "playwright-core";
import { POLLING } from "./book-driver.js";

/** How many presses of one key may lead to an element; more are a ring without it. */
const MOST = 60;

/** The officer's keyboard on a page whose pane has an origin in common with it. */
export class Keyboard {
  constructor(
    private readonly page: Page,
    private readonly pane: FrameLocator,
  ) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Types over what stands in the field that has the focus. */
  async type(text: string): Promise<void> {
    await this.press("Control+A");
    await this.page.keyboard.type(text);
  }

  /** Waits until an element of the pane has the focus. */
  untilOn(id: string): Promise<void> {
    return this.pane.locator(`[data-testid="${id}"]:focus`).waitFor();
  }

  /** Waits until the cells have the keyboard. */
  async untilOnGrid(): Promise<void> {
    await this.page.waitForFunction(() => document.activeElement?.closest("#grid") != null, null, {
      polling: POLLING,
    });
  }

  /** What has the focus: an element by its mark, else its id or name; `the grid` for the cells. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let active = document.activeElement;
      if (active?.closest("#grid")) return "the grid";
      while (active instanceof HTMLIFrameElement) active = active.contentDocument?.activeElement ?? null;
      const mark = active?.getAttribute("data-testid");
      return mark ?? (active?.id || active?.tagName.toLowerCase() || "nothing");
    });
  }

  /** Presses a key and waits until the focus stands elsewhere. What has it then. */
  async move(key: string): Promise<string> {
    const before = await this.page.evaluateHandle(() => {
      let active = document.activeElement;
      while (active instanceof HTMLIFrameElement && active.contentDocument?.activeElement)
        active = active.contentDocument.activeElement;
      return active;
    });
    await this.press(key);
    await this.page.waitForFunction(
      (old) => {
        let active = document.activeElement;
        while (active instanceof HTMLIFrameElement && active.contentDocument?.activeElement)
          active = active.contentDocument.activeElement;
        return active !== old && active?.tagName !== "BODY";
      },
      before,
      { polling: POLLING },
    );
    await before.dispose();
    return this.focused();
  }

  /** Presses a key until an element has the focus. How many presses it took. */
  async moveTo(id: string, key: "Tab" | "Shift+Tab" | "ArrowRight" | "ArrowDown" = "Tab"): Promise<number> {
    const way = [await this.focused()];
    while (way.at(-1) !== id) {
      if (way.length > MOST) throw new Error(`${key} does not come to ${id}: ${way.join(", ")}`);
      way.push(await this.move(key));
    }
    return way.length - 1;
  }

  /** Takes a choice of the list that has the focus, with the arrow keys. */
  async choose(id: string, value: string): Promise<void> {
    const list = this.pane.getByTestId(id);
    const wanted = await list.evaluate(
      (element, text) =>
        element instanceof HTMLSelectElement
          ? [...element.options].findIndex((option) => option.value === text)
          : -1,
      value,
    );
    if (wanted < 0) throw new Error(`${id} has no choice ${value}`);
    await this.press("Home");
    for (let position = 0; position < wanted; position += 1) {
      await this.untilAt(list, position);
      await this.press("ArrowDown");
    }
    await this.untilAt(list, wanted);
  }

  /** Waits until that choice of a list is taken. */
  private async untilAt(list: Locator, position: number): Promise<void> {
    await list
      .locator("option:checked")
      .and(list.locator("option").nth(position))
      .waitFor({ state: "attached" });
  }
}
