import { createContext, useContext } from "react";
import type { Language } from "../../jobs/wording.js";
import type { Texts } from "./texts.js";
import { vi } from "./vi.js";

const TextsContext = createContext<Texts>(vi);
const SwitchContext = createContext<((language: Language) => void) | null>(null);

/** Gives the pane's texts to what stands inside. */
export const TextsProvider = TextsContext.Provider;
/** Gives the way to another language to what stands inside; null where there is none. */
export const LanguageSwitchProvider = SwitchContext.Provider;

/** The texts of the pane's language. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}

/** Goes over to another language; null where there is no such way. */
export function useLanguageSwitch(): ((language: Language) => void) | null {
  return useContext(SwitchContext);
}

/** The texts of a language; those of the second come when they are wanted. */
export async function loadTexts(language: Language): Promise<Texts> {
  if (language === "vi") return vi;
  const { en } = await import(/* webpackChunkName: "english" */ "./en.js");
  return en;
}
