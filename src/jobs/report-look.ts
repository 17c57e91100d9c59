import { STYLE_SHEET } from "../document/style-sheet.js";

/** The style sheet of a report as a page. */
export function reportLook(): string {
  return STYLE_SHEET;
}
