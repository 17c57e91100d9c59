import { isoDay } from "../../values/day.js";
import { cleanText } from "../clean-text.js";
import type { DocumentContent } from "../content.js";
import { escapeMarkup } from "../escape.js";
import { DOCUMENT_KIND } from "../formal-elements.js";

/**
 * docProps/core.xml: title, issuing body, language; no person, and no time but the report's own
 * day, so that the same content gives the same file.
 */
export function coreProperties({ framing, info }: DocumentContent): string {
  const title = escapeMarkup(`${DOCUMENT_KIND} ${framing.subject}`).trim();
  const creator = escapeMarkup(cleanText(info.organization).trim());
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dc:language>vi-VN</dc:language>${created(info)}`,
    "</cp:coreProperties>",
  ].join("");
}

/** The day of the report, or of its data: Word shows when a document was made. */
function created({ date, to }: DocumentContent["info"]): string {
  const day = date ?? to;
  if (day === null) return "";
  const stamp = `${isoDay(day)}T00:00:00Z`;
  return ["created", "modified"]
    .map((name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${stamp}</dcterms:${name}>`)
    .join("");
}
