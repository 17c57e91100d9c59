/**
 * The little that is done to a workbook's XML as text, where the library that parses it loses or
 * mangles something. Input comes from programs, so tags are in one of two plain forms.
 */

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text with its entities and character references resolved. */
export function decodeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g,
    (whole, hex, decimal, name) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no form for these characters
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for an element or a double-quoted attribute; characters that XML cannot hold are left out. */
export function encodeXml(text: string): string {
  return text
    .replace(NOT_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Attributes of the first tag in the text, decoded. */
export function attributesOf(element: string): ReadonlyMap<string, string> {
  const tag = /^<[^>]*>/.exec(element)?.[0] ?? "";
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(name, decodeXml(double ?? single ?? ""));
  }
  return attributes;
}

/** All elements of a name, whole, in order; they must not nest. */
export function elements(xml: string, name: string): readonly string[] {
  return places(xml, name).map(([start, end]) => xml.slice(start, end));
}

/** The XML without all elements of a name. */
export function withoutElements(xml: string, name: string): string {
  const found = places(xml, name);
  const starts = [...found.map(([start]) => start), xml.length];
  const ends = [0, ...found.map(([, end]) => end)];
  return ends.map((end, index) => xml.slice(end, starts[index])).join("");
}

/** Text of an element without child elements, decoded. */
export function textOf(element: string): string {
  return decodeXml(element.slice(element.indexOf(">") + 1, Math.max(element.lastIndexOf("</"), 0)));
}

/** Where elements begin and end. By plain searches: a pattern would take forever over a hostile file. */
function places(xml: string, name: string): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  const opening = `<${name}`;
  const closing = `</${name}`;
  for (let start = xml.indexOf(opening); start !== -1; ) {
    const after = start + opening.length;
    let end = after;
    if (/[\s/>]/.test(xml.charAt(after))) {
      const tagEnd = xml.indexOf(">", after);
      const last =
        xml.charAt(tagEnd - 1) === "/" ? tagEnd : xml.indexOf(">", indexOrEnd(xml, closing, tagEnd));
      if (tagEnd === -1 || last === -1) return found;
      end = last + 1;
      found.push([start, end]);
    }
    start = xml.indexOf(opening, end);
  }
  return found;
}

function indexOrEnd(xml: string, text: string, from: number): number {
  const index = xml.indexOf(text, from);
  return index === -1 ? xml.length : index;
}

/**
 * Drops the prefix of the spreadsheet namespace (`<x:row>`), which some report generators write and
 * the library does not understand.
 */
export function withoutPrefix(xml: string): string {
  const prefix =
    /xmlns:([\w.-]+)\s*=\s*["']http:\/\/schemas\.openxmlformats\.org\/(?:spreadsheetml\/2006\/main|package\/2006\/relationships)["']/.exec(
      xml.slice(0, 2000),
    )?.[1];
  if (
    prefix === undefined ||
    !new RegExp(`<${prefix}:(?:workbook|worksheet|sst|styleSheet|Relationships)[\\s>]`).test(xml)
  ) {
    return xml;
  }
  return xml.replace(new RegExp(`(</?)${prefix}:`, "g"), "$1");
}

/**
 * `true` and `false` in attributes as `1` and `0`: LibreOffice writes the words, which the schema allows
 * and the library takes for nothing. Attributes that hold a user's text are left alone.
 */
export function withPlainBooleans(xml: string): string {
  return xml.replace(
    /(\s(?!(?:name|text|formatCode)=)[\w:.-]+=)(["'])(true|false)\2/g,
    (_all, start, quote, word) => {
      return `${start}${quote}${word === "true" ? "1" : "0"}${quote}`;
    },
  );
}

/** Fonts without switched-off properties (`<b val="0"/>`), which the library takes for switched on. */
export function withoutOffSwitches(styles: string): string {
  return styles.replace(/<(?:b|i|strike|outline|shadow|condense|extend)\s+val=["']0["']\s*\/>/g, "");
}
