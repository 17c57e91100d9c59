/** A face of Times New Roman. Italics are as wide as the upright letters to within a few per cent. */
export interface Face {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
}

/**
 * Advance widths of Times New Roman in thousandths of its size, as published with every font that
 * is metrically compatible with it (Tinos, Liberation Serif). Vietnamese letters are as wide as
 * their base letter; only Ơ and Ư carry their own width.
 */
const REGULAR = widths({
  180: "'",
  200: "|",
  250: " ,.\u00a0",
  278: "/:;\\ijlt",
  333: "!()-I[]`fr‘’",
  389: "Js",
  408: '"',
  444: "?acez“”",
  469: "^",
  480: "{}",
  500: "#$*0123456789_bdghknopquvxyđ–",
  529: "ơ",
  541: "~",
  542: "ư",
  556: "FPS",
  564: "+<=>",
  611: "ELTZ",
  667: "BCR",
  722: "ADGHKNOQUVXYwƠĐ",
  776: "Ư",
  778: "&m",
  833: "%",
  889: "M",
  921: "@",
  944: "W",
  1000: "—…",
});
const BOLD = widths({
  220: "|",
  250: " ,.\u00a0",
  278: "'/\\il",
  333: "!()-:;[]`fjt‘’",
  389: "Is",
  394: "{}",
  444: "cerz",
  500: "#$*0123456789?J_agovxy–“”",
  520: "~",
  554: "ơ",
  555: '"',
  556: "Sbdhknpquđ",
  570: "+<=>",
  581: "^",
  600: "ư",
  611: "FP",
  667: "BELTZ",
  722: "ACDNRUVXYwĐ",
  778: "GHKOQƠ",
  796: "Ư",
  833: "&m",
  930: "@",
  944: "M",
  1000: "%W—…",
});
/** Letters that Vietnamese does not use (Greek, Chinese, pictures) count as a square. */
const OTHER = 1000;
const HORN = "\u031b";
const HORNED: Readonly<Record<string, string>> = { O: "Ơ", o: "ơ", U: "Ư", u: "ư" };

/** Width of one line of text in points. */
export function textWidth(text: string, face: Face): number {
  const known = face.bold ? BOLD : REGULAR;
  let thousandths = 0;
  for (const letter of text.normalize("NFC")) {
    let width = known.get(letter);
    if (width === undefined) {
      width = composedWidth(letter, known);
      known.set(letter, width);
    }
    thousandths += width;
  }
  return (thousandths * face.size) / 1000;
}

/** A letter with its marks is as wide as its base letter, or as that with its horn; a mark alone takes no room. */
function composedWidth(letter: string, known: ReadonlyMap<string, number>): number {
  const [base = "", ...marks] = letter.normalize("NFD");
  if (/^\p{M}/u.test(base)) return 0;
  const horned = marks.includes(HORN) ? HORNED[base] : undefined;
  return known.get(horned ?? base) ?? OTHER;
}

function widths(letters: Readonly<Record<number, string>>): Map<string, number> {
  return new Map(
    Object.entries(letters).flatMap(([width, group]) =>
      [...group].map((letter) => [letter, Number(width)] as const),
    ),
  );
}
