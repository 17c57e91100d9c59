import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import type { Locator, Page } from "playwright-core";

/** WCAG 2.2, levels A and AA. */
const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Where pictures of what was looked at are put; none are made when it is not set. */
const PICTURES = process.env.CCHC_PICTURES;

export interface PaneSize {
  readonly width: number;
  readonly height: number;
}

/** Looks at what is shown as it is now, at several sizes; `shown` is what is scrolled to at each, by its mark. */
export type Look = (state: string, shown?: string) => Promise<readonly string[]>;

/** What is looked at: a page or a frame, how it becomes another size, and what a picture shows of it. */
export interface Sight {
  readonly body: Locator;
  readonly picture: Pick<Locator, "screenshot">;
  readonly resize: (size: PaneSize) => Promise<void>;
}

/** The pane beside the cells of a local program. */
export function paneSight(page: Page): Sight {
  return {
    body: page.frameLocator("#pane iframe").locator("body"),
    picture: page.locator("#pane iframe"),
    resize: (size) => resizePane(page, size),
  };
}

/** A window of its own. */
export function windowSight(page: Page): Sight {
  return {
    body: page.locator("body"),
    picture: page.locator("html"),
    resize: (size) => page.setViewportSize(size),
  };
}

/**
 * Makes a look that gives everything wrong with what is shown: what axe finds, what is cut off at the
 * side, what scrolls sideways, a foot that leaves no room for what is above it.
 *
 * @param name begins the names of the pictures: `excel-vi-dark`
 */
export function lookerAt({ body, picture, resize }: Sight, name: string, sizes: readonly PaneSize[]): Look {
  return async (state, shown) => {
    const wrong: string[] = [];
    for (const size of sizes) {
      await resize(size);
      await untilStill(body);
      if (shown !== undefined) await body.getByTestId(shown).first().scrollIntoViewIfNeeded();
      const where = `${state} at ${size.width} x ${size.height}`;
      wrong.push(...(await cutOff(body)).map((one) => `${where}: cut off: ${one}`));
      if (PICTURES !== undefined) {
        await mkdir(PICTURES, { recursive: true });
        await picture.screenshot({ path: join(PICTURES, `${name}-${state}-${size.width}.png`) });
      }
      wrong.push(...(await violations(body)).map((one) => `${where}: ${one}`));
    }
    return wrong;
  };
}

/**
 * Waits until colours and places have come to their ends: half way from one to the other nothing can be read.
 * What turns for ever does not count.
 */
export async function untilStill(body: Locator): Promise<void> {
  await body.evaluate(async ({ ownerDocument }) => {
    const moving = ownerDocument
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    // One that is taken away before its end is over too.
    await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
  });
}

/** What axe finds: the rule and the element. It runs inside the frame: from outside it takes ten times as long. */
async function violations(body: Locator): Promise<readonly string[]> {
  const isThere = await body.evaluate(() => "axe" in window);
  if (!isThere) await body.evaluate(axe.source);
  const { found, passes } = await body.evaluate(async ({ ownerDocument }, values) => {
    const runner = (window as unknown as { readonly axe: typeof axe }).axe;
    const results = await runner.run(ownerDocument, { runOnly: { type: "tag", values: [...values] } });
    return {
      found: results.violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`),
      ),
      passes: results.passes.length,
    };
  }, LEVELS);
  // A page on which nothing is judged would be found faultless.
  return passes > 5 ? found : [...found, `axe judged ${passes} rules only`];
}

async function resizePane(page: Page, { width, height }: PaneSize): Promise<void> {
  await page.evaluate(
    (size) => {
      const side = document.querySelector<HTMLElement>("#side");
      const frame = document.querySelector<HTMLElement>("#pane iframe");
      if (side === null || frame === null) throw new Error("The page has no pane.");
      side.style.width = `${size.width}px`;
      side.style.flexShrink = "0";
      frame.style.height = `${size.height}px`;
    },
    { width, height },
  );
}

/**
 * Texts and controls that reach beyond the side, or that their own box cuts off without an ellipsis;
 * boxes that scroll sideways, or that have no height left to scroll in.
 */
async function cutOff(shown: Locator): Promise<readonly string[]> {
  return shown.evaluate((body) => {
    const page = body.ownerDocument;
    const wide = page.documentElement.clientWidth;
    const seen = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && element.closest(".visually-hidden") === null;
    };
    const told = (element: Element) =>
      `${element.tagName} ${(element.textContent ?? "").trim().slice(0, 60)}`;
    const own = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? "").trim() !== "");
    const scrolls = (overflow: string) => overflow === "auto" || overflow === "scroll";
    const sideways = [page.documentElement, ...body.querySelectorAll("*")].filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        (element === page.documentElement || scrolls(getComputedStyle(element).overflowX)),
    );
    const squeezed = [...body.querySelectorAll("*")].filter(
      (element) =>
        scrolls(getComputedStyle(element).overflowY) &&
        element.scrollHeight > element.clientHeight + 1 &&
        element.clientHeight < 40 &&
        !element.matches("textarea, select"),
    );
    const { scrollHeight, clientHeight } = page.documentElement;
    // The pane scrolls inside, but for a zoom that leaves it no height for that.
    const isLong =
      page.getElementById("pane") !== null && clientHeight > 260 && scrollHeight > clientHeight + 1;
    const boxes = [
      ...(isLong ? [`the page is ${scrollHeight} high`] : []),
      ...sideways.map((element) => `scrolls sideways: ${told(element)}`),
      ...squeezed.map((element) => `no room: ${told(element)}`),
    ];
    return [...body.querySelectorAll("*")]
      .filter(seen)
      .flatMap((element) => {
        const box = element.getBoundingClientRect();
        const isControl = element.matches("button, a, input, select, textarea, summary");
        if ((own(element) || isControl) && (box.right > wide + 0.5 || box.left < -0.5))
          return [told(element)];
        const style = getComputedStyle(element);
        const hides = style.overflowX === "hidden" || style.overflowX === "clip";
        const cut =
          hides && element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== "ellipsis";
        return cut && own(element) ? [told(element)] : [];
      })
      .concat(boxes);
  });
}
