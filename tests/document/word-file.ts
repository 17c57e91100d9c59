import { unzip } from "./zip.js";

/** How a paragraph looks in Word, its style and the document's defaults taken in. */
export interface Look {
  readonly text: string;
  readonly keepsNext: boolean;
  readonly font: string;
  readonly color: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: "left" | "center" | "right" | "both";
  /** Twips. */
  readonly firstLine: number;
  /** Points of space above. */
  readonly before: number;
  /** Height of a line, of a single one. */
  readonly line: number;
}

/** A section's page, in twips. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly header: number;
  readonly numbersFrom: number | null;
  readonly numberFormat: string | null;
  readonly ownFirstPage: boolean;
}

/** A Word file as a reader sees it. */
export class WordFile {
  private readonly parts: ReadonlyMap<string, string>;
  private readonly paragraphs: readonly string[];

  constructor(bytes: Uint8Array) {
    this.parts = unzip(bytes);
    this.paragraphs = this.part("word/document.xml").match(/<w:p>.*?<\/w:p>/gs) ?? [];
  }

  /** The words of each paragraph that has any. */
  texts(): readonly string[] {
    return this.paragraphs.map(textOf).filter((text) => text !== "");
  }

  /** The first paragraph that begins so. @throws when there is none */
  lookOf(begins: string): Look {
    const found = this.paragraphs.find((paragraph) => textOf(paragraph).startsWith(begins));
    if (found === undefined) throw new Error(`no paragraph begins with "${begins}"`);
    return this.look(found);
  }

  /** How a paragraph looks, from its XML. */
  look(found: string): Look {
    const chain = [found, ...this.stylesOf(found), this.defaults()];
    const value = (tag: string, attribute = "w:val"): string | null => {
      for (const xml of chain) {
        const tagged = new RegExp(`<${tag}(?: [^>]*)?/?>`).exec(xml)?.[0];
        if (tagged === undefined) continue;
        const stated = new RegExp(`${attribute}="([^"]*)"`).exec(tagged)?.[1];
        if (stated !== undefined) return stated;
        // A bare switch is on.
        if (attribute === "w:val") return "on";
      }
      return null;
    };
    const on = (tag: string) => !["0", "false", null].includes(value(tag));
    const align = value("w:jc") ?? "left";
    return {
      text: textOf(found),
      keepsNext: on("w:keepNext"),
      font: value("w:rFonts", "w:ascii") ?? "",
      color: value("w:color") ?? "",
      size: Number(value("w:sz")) / 2,
      bold: on("w:b"),
      italic: on("w:i"),
      align: align as Look["align"],
      firstLine: Number(value("w:ind", "w:firstLine") ?? 0),
      before: Number(value("w:spacing", "w:before") ?? 0) / 20,
      line: Number(value("w:spacing", "w:line") ?? 240) / 240,
    };
  }

  /** The body's text and tables, section by section: the XML of each block. */
  blocks(): readonly (readonly string[])[] {
    const sections = this.part("word/document.xml")
      .split(/<w:sectPr.*?<\/w:sectPr>/s)
      .slice(0, -1);
    return sections.map((xml) => xml.match(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?(?:<\/w:p>|$)|<w:p\/>/gs) ?? []);
  }

  pages(): readonly Page[] {
    const sections = this.part("word/document.xml").match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    return sections.map((xml) => {
      const number = (tag: string, name: string) =>
        Number(new RegExp(`<${tag} [^>]*w:${name}="(\\d+)"`).exec(xml)?.[1] ?? Number.NaN);
      const start = /<w:pgNumType [^>]*w:start="(\d+)"/.exec(xml)?.[1];
      return {
        width: number("w:pgSz", "w"),
        height: number("w:pgSz", "h"),
        top: number("w:pgMar", "top"),
        bottom: number("w:pgMar", "bottom"),
        left: number("w:pgMar", "left"),
        right: number("w:pgMar", "right"),
        header: number("w:pgMar", "header"),
        numbersFrom: start === undefined ? null : Number(start),
        numberFormat: /<w:pgNumType [^>]*w:fmt="(\w+)"/.exec(xml)?.[1] ?? null,
        ownFirstPage: xml.includes("<w:titlePg/>"),
      };
    });
  }

  /** Each header that prints the page's number, and how. */
  pageNumbers(): readonly { readonly where: string; readonly align: string; readonly size: number }[] {
    const links = this.part("word/_rels/document.xml.rels");
    const references = this.part("word/document.xml").matchAll(
      /<w:headerReference w:type="(\w+)" r:id="([^"]+)"\/>|<w:headerReference r:id="([^"]+)" w:type="(\w+)"\/>/g,
    );
    return [...references].flatMap(([, type, id, otherId, otherType]) => {
      const target = new RegExp(`Id="${id ?? otherId}"[^>]*Target="([^"]+)"`).exec(links)?.[1];
      const reversed = new RegExp(`Target="([^"]+)"[^>]*Id="${id ?? otherId}"`).exec(links)?.[1];
      const xml = this.part(`word/${target ?? reversed}`);
      if (!xml.includes("PAGE")) return [];
      const align = /<w:jc w:val="(\w+)"/.exec(xml)?.[1] ?? "";
      return [
        { where: type ?? otherType ?? "", align, size: Number(/<w:sz w:val="(\d+)"/.exec(xml)?.[1]) / 2 },
      ];
    });
  }

  private part(path: string): string {
    const found = this.parts.get(path);
    if (found === undefined) throw new Error(`no ${path}`);
    return found;
  }

  /** The paragraph's style and those that it is based on. */
  private stylesOf(paragraph: string): readonly string[] {
    const all = this.part("word/styles.xml");
    const found: string[] = [];
    let id = /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? "Normal";
    while (id !== "") {
      const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, "s").exec(all)?.[0];
      if (style === undefined) break;
      found.push(style);
      id = /<w:basedOn w:val="([^"]+)"/.exec(style)?.[1] ?? "";
    }
    return found;
  }

  private defaults(): string {
    return /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(this.part("word/styles.xml"))?.[0] ?? "";
  }
}

export function textOf(paragraph: string): string {
  return [...paragraph.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)]
    .map(([, text]) => text)
    .join("")
    .replaceAll("\u00a0", " ");
}
