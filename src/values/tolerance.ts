/**
 * The one place that rounds and compares. Excel, the officer's hand and JavaScript's binary
 * fractions each lose a little; a difference below this share of the value is no difference.
 */
const RELATIVE_ERROR = 1e-9;
/** What scaling by a power of ten can lose: 98.155 x 100 is 9815.499999999998. */
const SCALING_ERROR = 4 * Number.EPSILON;

/** True when two numbers differ by no more than binary fractions do. */
export function nearlyEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= RELATIVE_ERROR * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Rounded half up, away from zero, to that many decimals: 98.155 at 2 is 98.16. */
export function roundHalfUp(value: number, decimals: number): number {
  return scaled(value, decimals, (size) => Math.floor(size + 0.5));
}

/** Cut, not rounded, to that many decimals: 98.159 at 2 is 98.15. */
export function cut(value: number, decimals: number): number {
  return scaled(value, decimals, Math.floor);
}

/** True when `stated` is `exact` as rounded or as cut to `decimals`: officers do both. */
export function agrees(stated: number, exact: number, decimals: number): boolean {
  return (
    nearlyEqual(stated, roundHalfUp(exact, decimals)) ||
    nearlyEqual(stated, cut(exact, decimals)) ||
    nearlyEqual(stated, exact)
  );
}

/**
 * Where sums of rounded or cut numbers stand to one another: 0 where what they were made from may be equal,
 * else the sign of the gap. A number that shows a unit lies from half a unit above the true one (rounded
 * up) to less than a whole unit below it (cut).
 *
 * @param gap left minus right, as stated
 * @param left the units of the last decimals on the left, added up; 0 where nothing there was rounded
 * @param right the same of the right
 */
export function sideOfRounding(gap: number, left: number, right: number): -1 | 0 | 1 {
  if (beyond(gap, left / 2 + right, right > 0)) return 1;
  return beyond(-gap, left + right / 2, left > 0) ? -1 : 0;
}

/** True above a bound, or, where it is open, at it. */
function beyond(gap: number, bound: number, isOpen: boolean): boolean {
  return nearlyEqual(gap, bound) ? isOpen : gap > bound;
}

/** Digits after the decimal mark in the shortest way to write a number: 98.17 has 2, 100 has 0. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const [mantissa = "", exponent] = String(Math.abs(value)).split("e");
  const fraction = mantissa.split(".")[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent ?? 0));
}

function scaled(value: number, decimals: number, whole: (size: number) => number): number {
  const factor = 10 ** decimals;
  const size = Math.abs(value) * factor;
  const lifted = size * (1 + SCALING_ERROR);
  return (Math.sign(value) * whole(lifted)) / factor || 0;
}
