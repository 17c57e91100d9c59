/** What a report is made of (src/document/to-html.ts); anything else is left out, its words stay. */
const ELEMENTS: ReadonlySet<string> = new Set(
  "article section header footer div p b i em mark br h1 h2 h3 h4 h5 h6 data table caption colgroup col thead tbody tr th td"
    .split(" ")
    .map((name) => name.toUpperCase()),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  "class colspan rowspan scope aria-label data-section data-sheet data-cell value".split(" "),
);

/**
 * The elements of a report out of a text that came with an address, where anybody may have written it:
 * nothing in it can load, link or run.
 */
export function reportFrom(html: string, page: Document): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const result = page.createDocumentFragment();
  copyInto(result, parsed.body, page);
  return result;
}

function copyInto(target: Node, source: Node, page: Document): void {
  for (const node of source.childNodes) {
    if (node instanceof Text || node.nodeType === Node.TEXT_NODE) {
      target.appendChild(page.createTextNode(node.textContent ?? ""));
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      copyElement(target, node as Element, page);
    }
  }
}

function copyElement(target: Node, source: Element, page: Document): void {
  if (source.tagName === "SCRIPT" || source.tagName === "STYLE") return;
  if (!ELEMENTS.has(source.tagName)) {
    copyInto(target, source, page);
    return;
  }
  const element = page.createElement(source.tagName);
  for (const { name, value } of source.attributes) {
    if (ATTRIBUTES.has(name)) element.setAttribute(name, value);
  }
  copyInto(element, source, page);
  target.appendChild(element);
}
