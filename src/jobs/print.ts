import { toHtml } from "../document/to-html.js";
import { toJson } from "../document/to-json.js";
import { toText } from "../document/to-text.js";
import type { WrittenReport } from "./report.js";

/** A written report as a page, as plain text, or as data with the cell of each number. */
export function printReport({ content, narrative }: WrittenReport, format: "html" | "text" | "json"): string {
  switch (format) {
    case "html":
      return toHtml(content);
    case "text":
      return toText(content);
    case "json":
      return toJson(narrative);
  }
}
