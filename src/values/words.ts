import { remembered } from "./remembered.js";

/** Words without what typing adds to them: composed or not, in any case, with any spaces. */
export const plainWords: (text: string) => string = remembered((text) =>
  text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim(),
);
