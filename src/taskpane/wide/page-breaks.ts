/** Something that stands on one page whole: a paragraph, a heading, a row of a table. */
export interface Block {
  /** What it takes on a page, in pixels. */
  readonly height: number;
  /** A heading, or a row that another cell spans: never the last on its page. */
  readonly withNext: boolean;
  /** Begins a page whatever room there is. */
  readonly breakBefore: boolean;
  /** What is repeated above it where it begins a page: the head of its table, in pixels. */
  readonly repeated: number;
}

/**
 * The first block of each page but the first, in order. A block that is higher than a page has one of
 * its own.
 *
 * @param room what a page holds, in pixels
 */
export function pageBreaks(blocks: readonly Block[], room: number): readonly number[] {
  const breaks: number[] = [];
  let start = 0;
  let used = 0;
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const { height, breakBefore } = block;
    if (index > start && (breakBefore || used + height > room)) {
      const first = breakBefore ? index : withItsHeading(blocks, start, index);
      breaks.push(first);
      start = first;
      used = blocks.slice(first, index).reduce((sum, one) => sum + one.height, blocks[first]?.repeated ?? 0);
    }
    used += height;
  }
  return breaks;
}

/** Where a page breaks before `index`: headings that would stay behind alone come along. */
function withItsHeading(blocks: readonly Block[], start: number, index: number): number {
  let first = index;
  while (first > start + 1 && blocks[first - 1]?.withNext === true) first -= 1;
  return blocks[first - 1]?.withNext === true ? index : first;
}
