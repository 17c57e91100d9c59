import { type Block, pageBreaks } from "./page-breaks.js";

/** A leaf of the report: an element that is not divided. */
interface Leaf {
  readonly element: HTMLElement;
  /** The table of a row; null for anything else. */
  readonly table: HTMLTableElement | null;
  /** A page of its own kind: a table too wide for an upright page. */
  readonly turned: boolean;
  readonly breakBefore: boolean;
}

/** What a page holds between its margins, in millimetres (`document/docx/measures.ts`). */
const TEXT = { height: 257, turnedHeight: 175 };
const PIXELS_A_MILLIMETRE = 96 / 25.4;
const HEADINGS = "h1, h2, h3, h4, h5, h6";

/**
 * Lays a report out on pages like the paper ones. Word breaks lines and pages a little differently:
 * the pages are near those of the file, not the same.
 *
 * @param report the report's elements, which move to the pages
 * @param bench an element on the page in which they are measured
 */
export function setPages(report: DocumentFragment, bench: HTMLElement): readonly HTMLElement[] {
  const article = report.querySelector<HTMLElement>("article");
  if (article === null) return [];
  bench.replaceChildren(article);
  const mark = article.querySelector<HTMLElement>(":scope > .draft");
  mark?.remove();
  const leaves = leavesOf(article);
  const blocks = leaves.map((leaf, index) => blockOf(leaf, leaves[index + 1]));
  const pages: HTMLElement[] = [];
  for (const run of runsOf(leaves)) {
    const room = (leaves[run.start]?.turned ? TEXT.turnedHeight : TEXT.height) * PIXELS_A_MILLIMETRE;
    const starts = [0, ...pageBreaks(blocks.slice(run.start, run.end), room)];
    for (const [index, first] of starts.entries()) {
      const end = starts[index + 1] ?? run.end - run.start;
      pages.push(pageOf(leaves.slice(run.start + first, run.start + end), mark));
    }
  }
  bench.replaceChildren();
  return pages;
}

/** Stretches of leaves on pages of one direction. */
function runsOf(leaves: readonly Leaf[]): readonly { readonly start: number; readonly end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const [index, { turned }] of leaves.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && leaves[last.start]?.turned === turned) last.end = index + 1;
    else runs.push({ start: index, end: index + 1 });
  }
  return runs;
}

function leavesOf(article: HTMLElement): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (element: HTMLElement, breakBefore: boolean): void => {
    if (element instanceof HTMLTableElement) {
      const turned = element.classList.contains("wide");
      for (const body of element.tBodies) {
        for (const row of body.rows)
          leaves.push({ element: row, table: element, turned, breakBefore: false });
      }
      return;
    }
    if (element.matches("section, article")) {
      let first = element.classList.contains("appendix");
      for (const child of [...element.children]) {
        if (child instanceof HTMLElement) visit(child, first);
        first = false;
      }
      return;
    }
    leaves.push({ element, table: null, turned: false, breakBefore });
  };
  visit(article, false);
  return leaves;
}

function blockOf({ element, table, breakBefore }: Leaf, next: Leaf | undefined): Block {
  const { top, bottom } = element.getBoundingClientRect();
  const following = next?.element.getBoundingClientRect().top ?? bottom;
  return {
    // Up to the next one, so that the space between them counts; tables of another width measure apart.
    height: Math.max(bottom - top, following > top ? following - top : 0),
    withNext:
      element.matches(HEADINGS) ||
      // The signature never stands alone.
      next?.element.matches("footer") === true ||
      [...element.children].some(spansRows),
    breakBefore,
    repeated: table?.tHead?.getBoundingClientRect().height ?? 0,
  };
}

function spansRows(cell: Element): boolean {
  return cell instanceof HTMLTableCellElement && cell.rowSpan > 1;
}

function pageOf(leaves: readonly Leaf[], mark: HTMLElement | null): HTMLElement {
  const page = document.createElement("section");
  page.className = leaves.some(({ turned }) => turned) ? "page report turned" : "page report";
  if (mark !== null) page.append(mark.cloneNode(true));
  let standing: HTMLTableElement | null = null;
  let rows: HTMLElement | null = null;
  let appendix: HTMLElement | null = null;
  for (const { element, table } of leaves) {
    // The look of some elements depends on the part in which they stand.
    const inAppendix = (table ?? element).closest(".appendix") !== null;
    if (inAppendix && appendix === null) {
      appendix = document.createElement("div");
      appendix.className = "appendix";
      page.append(appendix);
    }
    const place = appendix ?? page;
    if (table === null) {
      place.append(element);
      standing = null;
      continue;
    }
    if (rows === null || standing !== table) rows = beginTable(table, place);
    standing = table;
    rows.append(element);
  }
  return page;
}

/** Begins a table on a page: its columns and head again, its caption where it first stands. */
function beginTable(table: HTMLTableElement, place: HTMLElement): HTMLElement {
  const copy = table.cloneNode(false);
  const rows = document.createElement("tbody");
  if (copy instanceof HTMLTableElement) {
    const { caption } = table;
    if (caption !== null) copy.append(caption);
    for (const part of table.querySelectorAll(":scope > colgroup, :scope > thead"))
      copy.append(part.cloneNode(true));
    copy.append(rows);
    place.append(copy);
  }
  return rows;
}
