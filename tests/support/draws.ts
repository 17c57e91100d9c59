import { nearlyEqual } from "../../src/values/tolerance.js";
import { Chance } from "./chance.js";

/**
 * Where an office's numbers come from. What shapes a report (which tables an office keeps, which words it
 * writes, how it rounds) is drawn by `yes`, `of` and `int`; every amount by `amount`, with what it usually is
 * and what it may be at all. So the same office can be drawn again with another amount (`Redrawn`).
 */
export interface Draws {
  yes(oneIn?: number): boolean;
  of<T>(items: readonly T[]): T;
  int(low: number, high: number): number;
  /** A whole number that `usually` makes; no office has one under `low` or over `high`. */
  amount(usually: (chance: Chance) => number, low: number, high: number): number;
}

/** What was drawn, in its order: an amount, or something of the report's shape. */
export type Drawn =
  | { readonly kind: "amount"; readonly value: number }
  | { readonly kind: "shape"; readonly value: unknown };

/** Draws by chance and keeps what was drawn. */
export class FirstDraws implements Draws {
  readonly drawn: Drawn[] = [];
  readonly #chance: Chance;

  constructor(seed: number) {
    this.#chance = new Chance(seed);
  }

  yes(oneIn = 2): boolean {
    return this.#shape(this.#chance.yes(oneIn));
  }

  of<T>(items: readonly T[]): T {
    return this.#shape(this.#chance.of(items));
  }

  int(low: number, high: number): number {
    return this.#shape(this.#chance.int(low, high));
  }

  amount(usually: (chance: Chance) => number, low: number, high: number): number {
    const value = usually(this.#chance);
    if (!mayBe(value, low, high)) throw new Error(`${value} is usual but not from ${low} to ${high}`);
    this.drawn.push({ kind: "amount", value });
    return value;
  }

  #shape<T>(value: T): T {
    this.drawn.push({ kind: "shape", value });
    return value;
  }
}

/** Draws again what was drawn before, or what it was changed to, and notes whether an office may have that. */
export class Redrawn implements Draws {
  #next = 0;
  #inRange = true;
  #aligned = true;

  constructor(readonly drawn: readonly Drawn[]) {}

  /** True when everything was drawn again that had been drawn, and nothing else: the report has the same shape. */
  get complete(): boolean {
    return this.#aligned && this.#next === this.drawn.length;
  }

  /** True when, beyond that, every amount lies where it may. */
  get possible(): boolean {
    return this.complete && this.#inRange;
  }

  yes(): boolean {
    return this.#shape(true, (value) => typeof value === "boolean");
  }

  of<T>(items: readonly T[]): T {
    const [first] = items;
    if (first === undefined) throw new Error("nothing to choose from");
    return this.#shape(first, (value) => items.includes(value as T));
  }

  int(low: number, high: number): number {
    return this.#shape(low, (value) => typeof value === "number" && mayBe(value, low, high));
  }

  amount(_usually: (chance: Chance) => number, low: number, high: number): number {
    const drawn = this.drawn[this.#next++];
    if (drawn?.kind !== "amount") {
      this.#aligned = false;
      return low;
    }
    if (!mayBe(drawn.value, low, high)) this.#inRange = false;
    return drawn.value;
  }

  #shape<T>(instead: T, isOne: (value: unknown) => boolean): T {
    const drawn = this.drawn[this.#next++];
    if (drawn?.kind === "shape" && isOne(drawn.value)) return drawn.value as T;
    this.#aligned = false;
    return instead;
  }
}

function mayBe(value: number, low: number, high: number): boolean {
  return nearlyEqual(value, Math.round(value)) && value >= low && value <= high;
}

/** Usually from `low` to `high`: as many as there are, which nothing else limits unless `most` does. */
export function size(draws: Draws, low: number, high: number, most = Number.POSITIVE_INFINITY): number {
  return draws.amount((chance) => chance.int(low, Math.min(high, most)), 0, most);
}

/** From 0 to `most`, any as likely as another. */
export function within(draws: Draws, most: number): number {
  return draws.amount((chance) => chance.int(0, most), 0, most);
}

/** Mostly 0; one time in so many from 0 to `high`. Never over `most`. */
export function seldom(draws: Draws, oneIn: number, high: number, most = Number.POSITIVE_INFINITY): number {
  return draws.amount((chance) => (chance.yes(oneIn) ? chance.int(0, Math.min(high, most)) : 0), 0, most);
}

/** Parts of a per cent that an office may tell. */
const FINEST = 10_000;

/** A per cent that is not worked out from others, usually one of these; at most so much. */
export function perCent(draws: Draws, usually: readonly number[], most = 100): number {
  return draws.amount((chance) => Math.round(chance.of(usually) * FINEST), 0, most * FINEST) / FINEST;
}

/** `parts` numbers that add up to no more than `most`. */
export function shares(draws: Draws, most: number, parts: number): readonly number[] {
  let left = most;
  return Array.from({ length: parts }, () => {
    const share = within(draws, left);
    left -= share;
    return share;
  });
}
