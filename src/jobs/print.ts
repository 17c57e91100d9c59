import { toHtml, toHtmlArticle } from "../document/to-html.js";
import { toJson } from "../document/to-json.js";
import { toText } from "../document/to-text.js";
import type { WrittenReport } from "./report.js";

/** A written report as a page or the article of one, as plain text, or as data with the cell of each number. */
export function printReport(
  { content, narrative }: WrittenReport,
  format: "html" | "article" | "text" | "json",
): string {
  switch (format) {
    case "html":
      return toHtml(content);
    case "article":
      return toHtmlArticle(content);
    case "text":
      return toText(content);
    case "json":
      return toJson(narrative);
  }
}
