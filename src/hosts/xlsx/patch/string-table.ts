import { type Scanner, scannerAt } from "../xml/scanner.js";
import { type Splice, spliced } from "../xml/splice.js";
import { encodeCell } from "../xml/text.js";

/** The texts that cells share: those of the file, and new ones behind them. */
export class StringTable {
  private readonly added: string[] = [];
  private stored = 0;
  private readonly places = new Map<string, number>();

  /** @param present the texts of the file, by index */
  constructor(private readonly present: readonly string[]) {}

  /** All texts by index, as a cell shows them. */
  all(): readonly string[] {
    return this.added.length === 0 ? this.present : [...this.present, ...this.added];
  }

  /** Index of a plain text. Those of the file are left alone: they may have looks of their own. */
  indexOf(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const index = this.present.length + this.added.length;
    this.added.push(text);
    this.places.set(text, index);
    return index;
  }

  /** Whether there are texts that the part lacks. */
  get changed(): boolean {
    return this.added.length > this.stored;
  }

  /** The part with the texts at its end that it lacks. It counts as stored then. */
  storedIn(xml: string): string {
    const fresh = this.added.slice(this.stored);
    this.stored = this.added.length;
    const scanner = scannerAt(xml, "sst");
    const { prefix, end: rootEnd, empty } = scanner;
    const made = fresh
      .map(
        (text) =>
          `<${prefix}si><${prefix}t xml:space="preserve">${encodeCell(text)}</${prefix}t></${prefix}si>`,
      )
      .join("");
    const splices: Splice[] = ["count", "uniqueCount"].flatMap((name) =>
      counted(scanner, name, fresh.length),
    );
    if (empty) {
      splices.push({ from: rootEnd - 2, to: rootEnd, text: `>${made}</${prefix}sst>` });
      return spliced(xml, splices);
    }
    let last = rootEnd;
    while (scanner.child(1)) {
      const isText = scanner.is("si");
      scanner.skip();
      if (isText) last = scanner.end;
    }
    splices.push({ from: last, to: last, text: made });
    return spliced(xml, splices);
  }
}

/** The splice that makes a count larger, where the tag has one. */
function counted(scanner: Scanner, name: string, more: number): readonly Splice[] {
  const place = scanner.attributePlace(name);
  if (place === null) return [];
  const [from, to] = place;
  return [{ from, to, text: String(Number(scanner.xml.slice(from, to)) + more) }];
}
