/** XML that is not well formed, or uses what no spreadsheet program writes (a document type). */
export class XmlFault extends Error {}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text with its entities and character references resolved. @throws XmlFault on any other `&` */
export function decodeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6});|#(\d{1,7});|(lt|gt|amp|quot|apos);)?/g,
    (_all, hex, decimal, name) => {
      if (name !== undefined) return ENTITIES[name] ?? "";
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (!isCharacter(code)) throw new XmlFault("entity");
      return String.fromCodePoint(code);
    },
  );
}

/** The characters that XML 1.0 has a form for. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** Characters that XML 1.0 has no form for, halves of pairs among them. */
const NOT_XML = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Text for an element or a double-quoted attribute; characters that XML cannot hold are left out. */
export function encodeXml(text: string): string {
  return text
    .replace(NOT_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Text for an attribute: line breaks and tabs survive there only as character references. */
export function encodeAttribute(text: string): string {
  return encodeXml(text).replaceAll("\t", "&#9;").replaceAll("\n", "&#10;").replaceAll("\r", "&#13;");
}

/** A cell's text as it was typed: `_x000D_` stands for a character (ECMA-376 Part 1, 22.9.2.19). */
export function unescapeCell(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * A cell's text for XML. What looks like an escape is escaped itself, and so is a carriage return, which
 * XML would turn into a line feed.
 */
export function encodeCell(text: string): string {
  return encodeXml(text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")).replaceAll("\r", "_x000D_");
}
