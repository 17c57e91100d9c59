import { english } from "../recognition/words/en.js";
import { vietnamese } from "../recognition/words/vi.js";
import type { RecognitionWords } from "../recognition/words/wording.js";
import type { Language } from "../rules/messages/wording.js";

export { percent } from "../recognition/words/wording.js";

/** What is said of a stranger's forms in a language. */
export function recognitionWords(language: Language): RecognitionWords {
  return language === "vi" ? vietnamese : english;
}
