import { createRoot } from "react-dom/client";
import type { Language } from "../jobs/wording.js";
import { rememberedLanguage, rememberLanguage } from "./texts/remembered-language.js";
import { loadTexts } from "./texts/use-texts.js";
import { vi } from "./texts/vi.js";
import { Pane, type PaneContent } from "./view/Pane.js";
import type { OfficeColors } from "./view/theme.js";

/**
 * Fills the page's `#pane`, anew at each call of what it gives, in the language that was chosen on this
 * machine, Vietnamese at first. `colors` are asked each time.
 */
export function paneOf(page: Document, colors: () => OfficeColors | null) {
  const place = page.getElementById("pane");
  if (place === null) throw new Error("The page has no element #pane");
  const root = createRoot(place);
  let texts = vi;
  let content: PaneContent = { kind: "waiting" };
  const draw = (): void => {
    page.documentElement.lang = texts.language;
    root.render(<Pane texts={texts} colors={colors()} content={content} onLanguage={change} />);
  };
  const speak = async (language: Language): Promise<void> => {
    texts = await loadTexts(language).catch(() => texts);
    draw();
  };
  const change = (language: Language): void => {
    rememberLanguage(language);
    void speak(language);
  };
  const chosen = rememberedLanguage();
  if (chosen !== "vi") void speak(chosen);
  return (next: PaneContent): void => {
    content = next;
    draw();
  };
}
