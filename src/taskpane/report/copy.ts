/** What became of a copy: in the clipboard, only selected for her to press the keys, or nothing. */
type CopyOutcome = "copied" | "selected" | "failed";

/** A text with its layout, and without for places that take no layout. */
interface RichText {
  readonly html: string;
  readonly text: string;
}

/**
 * Copies with whatever the surroundings allow: the old copy command, then the clipboard interface,
 * then a selection of `shown` for Ctrl+C. The command comes first because it hands the text over as
 * it is; the clipboard interface cleans it under the page's security policy, which drops its style
 * sheet, and inside Excel the frame often may not use it at all.
 */
export async function copyRichText(
  page: Document,
  rich: RichText,
  shown: Element | null,
): Promise<CopyOutcome> {
  if (copyByCommand(page, rich) || (await copyByClipboard(page, rich))) return "copied";
  return shown !== null && selectAll(page, shown) ? "selected" : "failed";
}

async function copyByClipboard(page: Document, { html, text }: RichText): Promise<boolean> {
  const clipboard = page.defaultView?.navigator.clipboard;
  if (clipboard?.write === undefined || typeof ClipboardItem === "undefined") return false;
  try {
    const item = new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([text], { type: "text/plain" }),
    });
    await clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}

function copyByCommand(page: Document, { html, text }: RichText): boolean {
  if (typeof page.execCommand !== "function") return false;
  let filled = false;
  const fill = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    filled = true;
  };
  page.addEventListener("copy", fill);
  try {
    return page.execCommand("copy") && filled;
  } catch {
    return false;
  } finally {
    page.removeEventListener("copy", fill);
  }
}

function selectAll(page: Document, shown: Element): boolean {
  const selection = page.getSelection();
  if (selection === null) return false;
  selection.selectAllChildren(shown);
  return !selection.isCollapsed;
}
