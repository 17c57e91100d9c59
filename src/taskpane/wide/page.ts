import { Dialog } from "@microsoft/office-js-helpers";
import { reportLook } from "../../jobs/report-look.js";
import { reportFrom } from "./allowed-markup.js";
import { type ChosenNumber, writeChosen } from "./chosen.js";
import { type Letter, receive } from "./letter.js";
import { setPages } from "./set-pages.js";

/*
 * The window that shows a report page by page. It is opened by the pane, which gave it the report in
 * its address; a number that is chosen closes it and tells the pane the cell.
 */

const letter = receive(location.hash.slice(1), localStorage);
// The figures leave the address before anything else can keep it; office.js takes this function away.
history.replaceState(null, "", location.pathname + location.search);
loadOffice();
// The address of a window without a report, typed or kept by somebody, shows nothing.
const pages = letter === null ? [] : showPages(letter);
if (letter === null) document.getElementById("empty")?.removeAttribute("hidden");

function showPages({ article, words }: Letter): readonly HTMLElement[] {
  document.documentElement.lang = words.language;
  document.title = words.title;
  wearStyle();
  const bench = document.createElement("div");
  bench.className = "report bench";
  document.body.append(bench);
  const report = reportFrom(article, document);
  linkNumbers(report, words.toCell);
  const made = setPages(report, bench);
  bench.remove();
  const sheets = document.getElementById("pages");
  for (const [index, page] of made.entries()) {
    page.id = `page-${index + 1}`;
    page.setAttribute("aria-label", `${words.page} ${index + 1}`);
    // The decree numbers every page but the first.
    if (index > 0) page.prepend(numberOf(index + 1));
    sheets?.append(page);
  }
  showTools(words, made);
  return made;
}

/** The look of the exported page, by a style sheet that the policy need not let in by its text. */
function wearStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(reportLook());
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
}

/** Makes a button of each number that has a cell. */
function linkNumbers(report: DocumentFragment, toCell: string): void {
  for (const place of report.querySelectorAll<HTMLElement>("[data-sheet][data-cell]")) {
    const { sheet = "", cell = "" } = place.dataset;
    const text = place.textContent ?? "";
    if (text.trim() === "") continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "number-link";
    button.title = `${toCell} ${cell}, ${sheet}`;
    button.append(...place.childNodes);
    button.addEventListener("click", () => choose({ sheet, cell }));
    place.append(button);
  }
}

/** Tells the pane the number; its side of the window closes it. */
function choose(chosen: ChosenNumber): void {
  Dialog.close(writeChosen(chosen));
}

function numberOf(page: number): HTMLElement {
  const number = document.createElement("p");
  number.className = "page-number";
  number.textContent = String(page);
  return number;
}

function showTools(words: Letter["words"], made: readonly HTMLElement[]): void {
  const element = (id: string) => document.getElementById(id);
  const [previous, next, where, hint] = ["previous", "next", "where", "hint"].map(element);
  const tools = element("tools");
  if (!tools || !previous || !next || !where || !hint) return;
  tools.hidden = false;
  previous.textContent = words.previous;
  next.textContent = words.next;
  hint.textContent = words.hint;
  let current = 0;
  const tell = () => {
    where.textContent = `${words.page} ${current + 1}/${made.length}`;
    previous.toggleAttribute("disabled", current === 0);
    next.toggleAttribute("disabled", current >= made.length - 1);
  };
  const go = (page: number) => {
    current = Math.max(0, Math.min(made.length - 1, page));
    made[current]?.scrollIntoView({ block: "start" });
    tell();
  };
  previous.addEventListener("click", () => go(current - 1));
  next.addEventListener("click", () => go(current + 1));
  document.addEventListener("keydown", (event) => {
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(current + step);
  });
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting && target instanceof HTMLElement) current = made.indexOf(target);
      }
      tell();
    },
    { rootMargin: "-30% 0px -60% 0px" },
  );
  for (const page of made) seen.observe(page);
  tell();
}

document.documentElement.dataset.pages = String(pages.length);

/** Fetches office.js only now: no line of it runs while the figures stand in the address. */
function loadOffice(): void {
  const script = document.createElement("script");
  script.src = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
  // Nothing can be told to the pane before it is ready; reading needs no pane.
  script.addEventListener("load", () => void Office.onReady());
  document.head.append(script);
}
