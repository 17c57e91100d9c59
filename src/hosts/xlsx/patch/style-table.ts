import type { CellStyle } from "../../../workbook/plan.js";
import { BUILT_IN_FORMATS, type CellLook, DEFAULT_LOOK, readLooks } from "../read/styles.js";
import { type Scanner, scannerAt } from "../xml/scanner.js";
import { type Splice, spliced } from "../xml/splice.js";
import { encodeAttribute } from "../xml/text.js";
import { type NewChild, withChildren } from "./part-children.js";

/** The fonts of the forms: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.1 asks for Times New Roman. */
const FONT_NAME = "Times New Roman";

/** Numbers below are the built-in formats'. */
const FIRST_OWN_FORMAT = 164;

type SectionName = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs" | "dxfs";
const SECTIONS: readonly SectionName[] = ["numFmts", "fonts", "fills", "borders", "cellXfs", "dxfs"];

/** A list of the style sheet: its members as they are written, those of the file first. */
interface Section {
  /** Number of each member by its XML: the first counts. */
  readonly places: Map<string, number>;
  readonly members: string[];
  readonly present: number;
  /** Where the file's own list ends and says its length; null where the file has none. */
  readonly site: Site | null;
}

interface Site {
  readonly end: number;
  readonly empty: boolean;
  readonly count: readonly [number, number] | null;
  /** How many members the file has: lists that every cell rests on are begun where they are missing. */
  readonly members: number;
}

/** The first members of lists whose first ones have a meaning (no fill, the plain cell), where a file has none. */
function plainMembers(p: string): Readonly<Record<SectionName, readonly string[]>> {
  const pattern = (type: string) => `<${p}fill><${p}patternFill patternType="${type}"/></${p}fill>`;
  const sides = ["left", "right", "top", "bottom", "diagonal"].map((side) => `<${p}${side}/>`).join("");
  return {
    numFmts: [],
    fonts: [`<${p}font><${p}sz val="11"/><${p}name val="Calibri"/><${p}family val="2"/></${p}font>`],
    fills: [pattern("none"), pattern("gray125")],
    borders: [`<${p}border>${sides}</${p}border>`],
    cellXfs: [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`],
    dxfs: [],
  };
}

/** The looks of a workbook's cells: those of the file, and new ones behind them. */
export class StyleTable {
  /** By style index. */
  readonly looks: CellLook[];
  private readonly p: string;
  /** Read when something is added: most workbooks are only looked at. */
  private sections: ReadonlyMap<SectionName, Section> | null = null;
  private readonly formatIds = new Map<string, number>();
  private nextFormat = FIRST_OWN_FORMAT;
  private readonly planned = new Map<string, number>();

  /** @throws XmlFault */
  constructor(private readonly xml: string) {
    this.looks = [...readLooks(xml)];
    this.p = scannerAt(xml, "styleSheet").prefix;
  }

  private readSections(): ReadonlyMap<SectionName, Section> {
    const sections = readSections(scannerAt(this.xml, "styleSheet"));
    this.sections = sections;
    for (const [id, code] of BUILT_IN_FORMATS) this.formatIds.set(code, id);
    for (const member of sections.get("numFmts")?.members ?? []) {
      const format = new FormatReader(member);
      this.formatIds.set(format.code, format.id);
      this.nextFormat = Math.max(this.nextFormat, format.id + 1);
    }
    return sections;
  }

  look(style: number): CellLook {
    return this.looks[style] ?? DEFAULT_LOOK;
  }

  /** Index of the style that is this one but for its number format. */
  withFormat(style: number, format: string): number {
    const look = this.look(style);
    if (look.format === format) return style;
    const { p } = this;
    const present =
      this.section("cellXfs").members[style] ?? `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
    const [tag = ""] = /^<(?:[^>"']|"[^"]*"|'[^']*')*?(?=\/?>)/.exec(present) ?? [];
    const rest = present.slice(tag.length);
    const kept = tag.replace(/\s(?:numFmtId|applyNumberFormat)\s*=\s*(?:"[^"]*"|'[^']*')/g, "").trimEnd();
    const made = `${kept} numFmtId="${this.formatId(format)}" applyNumberFormat="1"${rest}`;
    return this.addXf(made, { ...look, format });
  }

  /** Index of a planned style. */
  of(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.planned.get(key);
    if (known !== undefined) return known;
    const index = this.addXf(this.xfOf(style), {
      format: style.numberFormat,
      locked: style.locked,
      wraps: style.wrap,
      fontSize: style.fontSize,
      bold: style.bold,
    });
    this.planned.set(key, index);
    return index;
  }

  /** Index of the look that a conditional format gives a cell. */
  differential(color: string, fill: string): number {
    const { p } = this;
    // In a conditional format the background colour is the one that a solid fill shows.
    const font = `<${p}font><${p}color rgb="${argb(color)}"/></${p}font>`;
    const filling = `<${p}fill><${p}patternFill patternType="solid"><${p}bgColor rgb="${argb(fill)}"/></${p}patternFill></${p}fill>`;
    return this.add("dxfs", `<${p}dxf>${font}${filling}</${p}dxf>`);
  }

  get changed(): boolean {
    if (this.sections === null) return false;
    return SECTIONS.some((name) => this.section(name).members.length > this.section(name).present);
  }

  /** The part with the new members at the ends of their lists. */
  part(): string {
    const splices: Splice[] = [];
    const children: NewChild[] = [];
    for (const name of SECTIONS) {
      const { members, present, site } = this.section(name);
      if (members.length === present) continue;
      const tag = `${this.p}${name}`;
      if (site === null) {
        const xml = `<${tag} count="${members.length}">${members.join("")}</${tag}>`;
        children.push({ name, how: "append", xml });
        continue;
      }
      const added = members.slice(site.members).join("");
      if (site.count !== null) {
        splices.push({ from: site.count[0], to: site.count[1], text: String(members.length) });
      }
      splices.push(
        site.empty
          ? { from: site.end - 2, to: site.end, text: `>${added}</${tag}>` }
          : { from: site.end, to: site.end, text: added },
      );
    }
    return withChildren(spliced(this.xml, splices), "styleSheet", children);
  }

  private section(name: SectionName): Section {
    const section = (this.sections ?? this.readSections()).get(name);
    if (section === undefined) throw new Error(`no section ${name}`);
    return section;
  }

  private add(name: SectionName, xml: string): number {
    const { places, members } = this.section(name);
    const known = places.get(xml);
    if (known !== undefined) return known;
    // Excel takes the second fill for its dotted one, whatever stands there.
    if (name === "fills" && members.length === 1) members.push(plainMembers(this.p).fills[1] ?? "");
    places.set(xml, members.length);
    return members.push(xml) - 1;
  }

  private addXf(xml: string, look: CellLook): number {
    const index = this.add("cellXfs", xml);
    this.looks[index] = look;
    return index;
  }

  private formatId(code: string): number {
    if (this.sections === null) this.readSections();
    const known = this.formatIds.get(code);
    if (known !== undefined) return known;
    const id = this.nextFormat;
    this.nextFormat += 1;
    this.formatIds.set(code, id);
    this.add("numFmts", `<${this.p}numFmt numFmtId="${id}" formatCode="${encodeAttribute(code)}"/>`);
    return id;
  }

  /** Children and attributes in the order of the schema: font `b i sz color name family`, then alignment, protection. */
  private xfOf(style: CellStyle): string {
    const { p } = this;
    const marks = `${style.bold ? `<${p}b/>` : ""}${style.italic ? `<${p}i/>` : ""}`;
    const font = this.add(
      "fonts",
      `<${p}font>${marks}<${p}sz val="${style.fontSize}"/><${p}color rgb="${argb(style.color)}"/><${p}name val="${FONT_NAME}"/><${p}family val="1"/></${p}font>`,
    );
    const fill =
      style.fill === null
        ? 0
        : this.add(
            "fills",
            `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb(style.fill)}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
          );
    const line = (side: string) => `<${p}${side} style="thin"><${p}color rgb="FF000000"/></${p}${side}>`;
    const border = style.border
      ? this.add(
          "borders",
          `<${p}border>${["left", "right", "top", "bottom"].map(line).join("")}<${p}diagonal/></${p}border>`,
        )
      : 0;
    const format = this.formatId(style.numberFormat);
    const applied = [
      ...(format === 0 ? [] : ['applyNumberFormat="1"']),
      'applyFont="1"',
      ...(fill === 0 ? [] : ['applyFill="1"']),
      ...(border === 0 ? [] : ['applyBorder="1"']),
      'applyAlignment="1"',
      ...(style.locked ? [] : ['applyProtection="1"']),
    ].join(" ");
    const alignment = `<${p}alignment horizontal="${style.horizontal}" vertical="${style.vertical}"${style.wrap ? ' wrapText="1"' : ""}/>`;
    const protection = style.locked ? "" : `<${p}protection locked="0"/>`;
    return `<${p}xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${applied}>${alignment}${protection}</${p}xf>`;
  }
}

/** `#RRGGBB` as `FFRRGGBB`: opaque. */
export function argb(color: string): string {
  return `FF${color.slice(1).toUpperCase()}`;
}

class FormatReader {
  readonly id: number;
  readonly code: string;

  constructor(member: string) {
    const scanner = scannerOfMember(member);
    this.id = Number(scanner.attribute("numFmtId"));
    this.code = scanner.attribute("formatCode") ?? "";
  }
}

function scannerOfMember(member: string): Scanner {
  const scanner = scannerAt(`<m>${member}</m>`, "m");
  scanner.next();
  return scanner;
}

function readSections(scanner: Scanner): ReadonlyMap<SectionName, Section> {
  const { xml } = scanner;
  const plain = plainMembers(scanner.prefix);
  const sections = new Map<SectionName, Section>();
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    const name = SECTIONS.find((one) => one === scanner.name);
    if (name === undefined || sections.has(name)) {
      scanner.skip();
      continue;
    }
    const { empty, end } = scanner;
    const count = scanner.attributePlace("count");
    const members: string[] = [];
    for (const inside = scanner.enter(); scanner.child(inside); ) {
      scanner.skip();
      members.push(xml.slice(scanner.start, scanner.end));
    }
    const site = { end: empty ? end : scanner.start, empty, count, members: members.length };
    sections.set(name, sectionOf(members, plain[name], site));
  }
  for (const name of SECTIONS) if (!sections.has(name)) sections.set(name, sectionOf([], plain[name], null));
  return sections;
}

function sectionOf(found: readonly string[], plain: readonly string[], site: Site | null): Section {
  const members = found.length === 0 ? [...plain] : [...found];
  const places = new Map<string, number>();
  for (const [index, member] of members.entries()) if (!places.has(member)) places.set(member, index);
  return { places, members, present: members.length, site };
}
