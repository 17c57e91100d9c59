import type { DocumentContent } from "../../document/content.js";
import { toHtml } from "../../document/to-html.js";
import { toText } from "../../document/to-text.js";
import type { RichText } from "./copy.js";

/** The whole report for the clipboard: with its layout, and as plain text. */
export function printForCopy(content: DocumentContent): RichText {
  return { html: toHtml(content), text: toText(content) };
}
