import { createRoot } from "react-dom/client";
import { vi } from "./texts/vi.js";
import { Pane, type PaneContent } from "./view/Pane.js";
import type { OfficeColors } from "./view/theme.js";

/** Fills the page's `#pane`, anew at each call of what it gives. `colors` are asked each time. */
export function paneOf(page: Document, colors: () => OfficeColors | null) {
  const place = page.getElementById("pane");
  if (place === null) throw new Error("The page has no element #pane");
  const root = createRoot(place);
  return (content: PaneContent, texts = vi): void => {
    page.documentElement.lang = texts.language;
    root.render(<Pane texts={texts} colors={colors()} content={content} />);
  };
}
