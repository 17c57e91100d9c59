/** Words without what typing adds to them: composed or not, in any case, with any spaces. */
export function plainWords(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}
