import { remembered } from "./remembered.js";

/** Words as they begin a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words as they stand within a sentence; an abbreviation (`TTHC`) keeps its capitals. */
export function uncapital(words: string): string {
  const [first = "", second = ""] = words;
  return second === second.toLowerCase() ? first.toLowerCase() + words.slice(first.length) : words;
}

/** Words without what typing adds to them: composed or not, in any case, with any spaces. */
export const plainWords: (text: string) => string = remembered((text) =>
  text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim(),
);
