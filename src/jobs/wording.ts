import { vietnamese } from "../rules/messages/vi/wording.js";
import { type Language, languages, type Wording } from "../rules/messages/wording.js";

export { type Language, languages, type Wording };

/** What findings and rules say in a language; the second one is loaded when it is asked for. */
export async function wordingOf(language: Language): Promise<Wording> {
  if (language === "vi") return vietnamese;
  const { english } = await import("../rules/messages/en/wording.js");
  return english;
}
