import { cleanText } from "../clean-text.js";
import type { DocumentContent } from "../content.js";
import { escapeMarkup } from "../escape.js";
import { DOCUMENT_KIND } from "../formal-elements.js";

/**
 * docProps/core.xml: title, issuing body, language; no person and no time, so that the same content
 * gives the same file.
 */
export function coreProperties({ framing, info }: DocumentContent): string {
  const title = escapeMarkup(`${DOCUMENT_KIND} ${framing.subject}`).trim();
  const creator = escapeMarkup(cleanText(info.organization).trim());
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dc:language>vi-VN</dc:language>`,
    "</cp:coreProperties>",
  ].join("");
}
