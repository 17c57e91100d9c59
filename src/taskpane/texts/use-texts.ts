import { createContext, useContext } from "react";
import type { Texts } from "./texts.js";
import { vi } from "./vi.js";

const TextsContext = createContext<Texts>(vi);

/** Gives the pane's texts to what stands inside. */
export const TextsProvider = TextsContext.Provider;

/** The texts of the pane's language. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}

/** The texts for a language tag of Office; Vietnamese unless it is English. */
export async function loadTexts(language: string): Promise<Texts> {
  if (!/^en\b/i.test(language)) return vi;
  const { en } = await import(/* webpackChunkName: "english" */ "./en.js");
  return en;
}
