/** One fault of a data file: where it stands and what is wrong, in Vietnamese. */
export interface FileFault {
  /**
   * `forms.3.3.3.1` for a row of an edition (form 3, code 3.3.1), `sections.inspection.paragraphs.1` in an
   * outline: list items by what they are called, else by their position from 1.
   */
  readonly path: string;
  readonly message: string;
}

/** All that is wrong with a file. */
export interface FileFaults<Fault = FileFault> {
  readonly file: string;
  readonly faults: readonly Fault[];
}

/** Checks that several kinds of data files share. */

/** The items that occur more than once, each once, in the order in which they repeat. */
export function repeated(items: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const item of items) (seen.has(item) ? twice : seen).add(item);
  return [...twice];
}

/** The nodes that reach themselves, in the order of the edges. */
export function onCircles(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  return [...edges.keys()].filter((node) => {
    const seen = new Set<string>();
    const waiting = [...(edges.get(node) ?? [])];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === node) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(edges.get(next) ?? []));
    }
    return false;
  });
}
