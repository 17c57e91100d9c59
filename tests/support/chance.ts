/** Random numbers that a seed repeats: xorshift over 32 bits. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2654435761 + 1) >>> 0 || 1;
  }

  /** From `low` to `high`, both possible. */
  int(low: number, high: number): number {
    this.#state ^= this.#state << 13;
    this.#state >>>= 0;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    this.#state >>>= 0;
    return low + (this.#state % (Math.max(low, high) - low + 1));
  }

  of<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)];
    if (item === undefined) throw new Error("nothing to choose from");
    return item;
  }

  yes(oneIn = 2): boolean {
    return this.int(1, oneIn) === 1;
  }
}

/** What somebody types into a row of a table. */
export type TableRowValues = Readonly<Record<string, string | number>>;
