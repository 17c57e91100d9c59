/** Texts beyond so many letters are seldom met twice. */
const LONGEST_KEPT = 400;
/** So many texts are kept: those of a workbook with all tables, several times over. */
const MOST_KEPT = 4000;

/**
 * The same function of a text, which does its work once for texts that are met again and again: printed
 * labels and headers, choices, the words of tables, in one workbook and the next.
 */
export function remembered<T extends string | object>(reduce: (text: string) => T): (text: string) => T {
  const reduced = new Map<string, T>();
  return (text) => {
    const known = reduced.get(text);
    if (known !== undefined) return known;
    const made = reduce(text);
    if (text.length > LONGEST_KEPT) return made;
    if (reduced.size >= MOST_KEPT) reduced.clear();
    reduced.set(text, made);
    return made;
  };
}
