import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/** What the window with the report's pages is given. */
export interface Letter {
  /** The report as one `article` element. */
  readonly article: string;
  readonly words: LetterWords;
}

/** What the window itself says, in the pane's language. */
export interface LetterWords {
  readonly language: string;
  readonly title: string;
  readonly hint: string;
  readonly previous: string;
  readonly next: string;
  /** Before the number of a page. */
  readonly page: string;
  /** Title of a number; the place of its cell follows. */
  readonly toCell: string;
}

/** A place that the pane and its window share. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const ON_SHELF = "shelf=";
const IN_ADDRESS = "letter=";

/**
 * The part of the window's address behind `#`, which no server sees. On the web it is the letter
 * itself: there pane and window do not share storage. Elsewhere long addresses are not sure to arrive:
 * there the letter lies on a shelf of the machine for as long as the window takes to open.
 *
 * @returns the fragment without `#`, and the way to take the letter back
 */
export function handOver(
  letter: Letter,
  shelf: Shelf | null,
  name: string,
): { readonly fragment: string; readonly takeBack: () => void } {
  const packed = pack(letter);
  if (shelf === null) return { fragment: IN_ADDRESS + packed, takeBack: () => {} };
  shelf.setItem(name, packed);
  return { fragment: ON_SHELF + name, takeBack: () => shelf.removeItem(name) };
}

/** The letter that a fragment leads to, which is taken from its shelf; null where there is none. */
export function receive(fragment: string, shelf: Shelf): Letter | null {
  if (fragment.startsWith(IN_ADDRESS)) return unpack(fragment.slice(IN_ADDRESS.length));
  if (!fragment.startsWith(ON_SHELF)) return null;
  const name = fragment.slice(ON_SHELF.length);
  const packed = shelf.getItem(name);
  shelf.removeItem(name);
  return packed === null ? null : unpack(packed);
}

function pack(letter: Letter): string {
  const bytes = deflateSync(strToU8(JSON.stringify(letter)), { level: 9 });
  return btoa(strFromU8(bytes, true)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function unpack(packed: string): Letter | null {
  try {
    const bytes = strToU8(atob(packed.replaceAll("-", "+").replaceAll("_", "/")), true);
    const letter: unknown = JSON.parse(strFromU8(inflateSync(bytes)));
    return isLetter(letter) ? letter : null;
  } catch {
    return null;
  }
}

function isLetter(value: unknown): value is Letter {
  if (typeof value !== "object" || value === null || !("article" in value) || !("words" in value))
    return false;
  const { article, words } = value;
  return (
    typeof article === "string" &&
    typeof words === "object" &&
    words !== null &&
    Object.values(words).every((word) => typeof word === "string")
  );
}
