import { decodeXml, XmlFault } from "./text.js";

/** What the scanner stands on. `<a/>` is an `open` that no `close` follows. */
type Token = "open" | "close" | "text" | "end";

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const BANG = 33;
const QUESTION = 63;
const QUOTE = 34;
const APOSTROPHE = 39;
const SPACE = 32;

/** Elements inside elements: a spreadsheet's parts stay below twenty, hostile ones may not exhaust the stack. */
const DEEPEST = 256;

/** The namespaces of spreadsheets and of packages, as every program and as "Strict" files write them. */
const OWN_NAMESPACE =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/(?:spreadsheetml\/2006\/main|package\/2006\/[\w-]+)|purl\.oclc\.org\/ooxml\/spreadsheetml\/main)$/;

/**
 * Runs through one XML part, token by token, and says where each stands, so that a caller can cut and
 * paste in the text. Each step is bounded by the text's length; nothing is looked at twice. What is not
 * well formed is an XmlFault: tags that do not match, attributes without quotes, unknown entities,
 * document types.
 */
export class Scanner {
  /** Where the current token begins. */
  start = 0;
  /** Behind the current token. */
  end = 0;
  /** Name of the current tag, without the prefix of the root's own namespace. */
  name = "";
  /** Whether the current tag is an element of its own: `<a/>`. */
  empty = false;
  /** What stands before each name of the root's namespace: `x:`, or nothing. */
  prefix = "";
  /** The root's namespace; null where it declares none. */
  namespace: string | null = null;

  private nameEnd = 0;
  private literal = false;
  private readonly open: string[] = [];
  private rooted = false;

  constructor(readonly xml: string) {}

  /** How many elements are open, the current one among them unless it is empty. */
  get depth(): number {
    return this.open.length;
  }

  /** Whether the current tag has this name. */
  is(name: string): boolean {
    return this.name === name;
  }

  next(): Token {
    const { xml } = this;
    for (;;) {
      const at = this.end;
      this.start = at;
      if (at >= xml.length) {
        if (this.open.length > 0 || !this.rooted) throw new XmlFault("end");
        return "end";
      }
      if (xml.charCodeAt(at) !== LESS) {
        const less = xml.indexOf("<", at);
        this.end = less === -1 ? xml.length : less;
        this.literal = false;
        if (this.open.length > 0) return "text";
        if (xml.slice(at, this.end).trim() !== "") throw new XmlFault("text outside");
        continue;
      }
      switch (xml.charCodeAt(at + 1)) {
        case SLASH:
          this.closeTag(at);
          return "close";
        case QUESTION:
          this.end = this.behind("?>", at);
          continue;
        case BANG:
          if (xml.startsWith("<!--", at)) {
            this.end = this.behind("-->", at + 4);
            continue;
          }
          if (!xml.startsWith("<![CDATA[", at) || this.open.length === 0) throw new XmlFault("doctype");
          this.end = this.behind("]]>", at);
          this.literal = true;
          return "text";
        default:
          this.openTag(at);
          return "open";
      }
    }
  }

  /** Goes on at a place inside the current element, behind whole elements. */
  jump(to: number): void {
    this.end = to;
  }

  /** Attribute of the current tag, decoded; undefined where it has none of that name. */
  attribute(name: string): string | undefined {
    const place = this.attributePlace(name);
    return place === null ? undefined : decodeXml(this.xml.slice(place[0], place[1]));
  }

  /** Attribute by its name without prefix: `id` finds `r:id`. */
  prefixedAttribute(name: string): string | undefined {
    for (const [from, to, start, end] of this.attributes()) {
      const written = this.xml.slice(from, to);
      if (written.endsWith(`:${name}`) && !written.startsWith("xmlns:")) {
        return decodeXml(this.xml.slice(start, end));
      }
    }
    return undefined;
  }

  /** Where an attribute's value stands between its quotes. */
  attributePlace(name: string): readonly [start: number, end: number] | null {
    const { xml } = this;
    // The same walk as `attributes`, without a generator: this is where reading spends its time.
    let at = this.nameEnd;
    for (;;) {
      while (xml.charCodeAt(at) <= SPACE) at += 1;
      const code = xml.charCodeAt(at);
      if (code === SLASH || code === GREATER) return null;
      const from = at;
      while (xml.charCodeAt(at) > SPACE && xml.charCodeAt(at) !== EQUALS) at += 1;
      const length = at - from;
      while (xml.charCodeAt(at) !== QUOTE && xml.charCodeAt(at) !== APOSTROPHE) at += 1;
      const end = xml.indexOf(xml.charCodeAt(at) === QUOTE ? '"' : "'", at + 1);
      if (length === name.length && xml.startsWith(name, from)) return [at + 1, end];
      at = end + 1;
    }
  }

  /** The attributes of the current tag: where the name stands, and the value between its quotes. */
  *attributes(): Generator<readonly [from: number, to: number, start: number, end: number]> {
    const { xml } = this;
    let at = this.nameEnd;
    for (;;) {
      while (xml.charCodeAt(at) <= SPACE) at += 1;
      const code = xml.charCodeAt(at);
      if (code === SLASH || code === GREATER) return;
      const from = at;
      while (xml.charCodeAt(at) > SPACE && xml.charCodeAt(at) !== EQUALS) at += 1;
      const to = at;
      while (xml.charCodeAt(at) !== QUOTE && xml.charCodeAt(at) !== APOSTROPHE) at += 1;
      const end = xml.indexOf(xml.charAt(at), at + 1);
      yield [from, to, at + 1, end];
      at = end + 1;
    }
  }

  /** The current text, decoded. */
  text(): string {
    return this.literal
      ? this.xml.slice(this.start + 9, this.end - 3)
      : decodeXml(this.xml.slice(this.start, this.end));
  }

  /** All text inside the current element, which is left behind; `leaveOut` names children to pass over. */
  content(leaveOut?: string): string {
    if (this.empty) return "";
    const { depth } = this;
    let text = "";
    for (;;) {
      const token = this.next();
      if (token === "text") text += this.text();
      else if (token === "open" && this.name === leaveOut) this.skip();
      else if (token === "close" && this.open.length < depth) return text;
    }
  }

  /** From the current opening tag to behind its closing one; `start` stays at the opening tag. */
  skip(): void {
    if (this.empty) return;
    const { start, depth } = this;
    while (this.next() !== "close" || this.open.length >= depth);
    this.start = start;
  }

  /** Goes into the current element: what `child` asks for. */
  enter(): number {
    return this.empty ? 0 : this.depth;
  }

  /**
   * The next child of the element that was entered, each of which is read or skipped whole; false at the
   * element's end.
   */
  child(inside: number): boolean {
    for (; inside > 0; ) {
      const token = this.next();
      if (token === "open") return true;
      if (token === "end" || (token === "close" && this.open.length < inside)) return false;
    }
    return false;
  }

  private openTag(at: number): void {
    const { xml } = this;
    let place = at + 1;
    let code = xml.charCodeAt(place);
    while (code > SPACE && code !== SLASH && code !== GREATER && code !== LESS)
      code = xml.charCodeAt(++place);
    if (place === at + 1) throw new XmlFault("tag");
    this.nameEnd = place;
    const written = xml.slice(at + 1, place);
    for (;;) {
      const from = place;
      while (code <= SPACE) code = xml.charCodeAt(++place);
      if (code === GREATER) {
        this.empty = false;
        break;
      }
      if (code === SLASH) {
        if (xml.charCodeAt(place + 1) !== GREATER) throw new XmlFault("tag");
        place += 1;
        this.empty = true;
        break;
      }
      if (place === from) throw new XmlFault("attribute");
      place = this.behindAttribute(place);
      code = xml.charCodeAt(place);
    }
    this.end = place + 1;
    if (this.open.length === 0) this.root(written);
    this.name = this.own(written);
    if (this.empty) return;
    if (this.open.length >= DEEPEST) throw new XmlFault("depth");
    this.open.push(this.name);
  }

  /** Behind `name="value"`. */
  private behindAttribute(at: number): number {
    const { xml } = this;
    let place = at;
    let code = xml.charCodeAt(place);
    while (code > SPACE && code !== EQUALS && code !== GREATER && code !== LESS && code !== SLASH)
      code = xml.charCodeAt(++place);
    if (place === at) throw new XmlFault("attribute");
    while (code <= SPACE) code = xml.charCodeAt(++place);
    if (code !== EQUALS) throw new XmlFault("attribute");
    code = xml.charCodeAt(++place);
    while (code <= SPACE) code = xml.charCodeAt(++place);
    if (code !== QUOTE && code !== APOSTROPHE) throw new XmlFault("attribute");
    const close = xml.indexOf(code === QUOTE ? '"' : "'", place + 1);
    if (close === -1) throw new XmlFault("attribute");
    return close + 1;
  }

  private closeTag(at: number): void {
    const { xml } = this;
    const behind = this.behind(">", at);
    this.end = behind;
    this.name = this.own(xml.slice(at + 2, behind - 1).trimEnd());
    if (this.open.pop() !== this.name) throw new XmlFault("tags do not match");
  }

  private root(written: string): void {
    if (this.rooted) throw new XmlFault("two roots");
    this.rooted = true;
    const colon = written.indexOf(":");
    const prefix = colon === -1 ? "" : written.slice(0, colon + 1);
    const declared = this.attribute(prefix === "" ? "xmlns" : `xmlns:${prefix.slice(0, -1)}`);
    this.namespace = declared ?? null;
    if (prefix !== "" && declared !== undefined && OWN_NAMESPACE.test(declared)) this.prefix = prefix;
  }

  private own(name: string): string {
    return this.prefix !== "" && name.startsWith(this.prefix) ? name.slice(this.prefix.length) : name;
  }

  private behind(mark: string, from: number): number {
    const at = this.xml.indexOf(mark, from);
    if (at === -1) throw new XmlFault(mark);
    return at + mark.length;
  }
}

/** A scanner on the root tag of a part. @throws XmlFault when the root has another name */
export function scannerAt(xml: string, root: string): Scanner {
  const scanner = new Scanner(xml);
  scanner.next();
  if (scanner.name !== root) throw new XmlFault(`no ${root}`);
  return scanner;
}
