import type { Language } from "../../jobs/wording.js";

const KEY = "cchc.language";

/**
 * The language that was chosen on this machine. Vietnamese until somebody chose: an English Office in a
 * commune says nothing of its reader. A browser that keeps nothing for pages gives Vietnamese each time.
 */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}

/** Keeps a choice for the next opening, where the browser allows it. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Private windows and strict policies keep nothing; the choice holds until the pane is closed.
  }
}
