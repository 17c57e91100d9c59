/**
 * Rounds half away from zero to `digits` decimals (negative: to tens, hundreds ...), as Excel's
 * ROUND does: on the decimal number that 15 digits show, so that 1.005 gives 1.01 although its
 * binary form lies a little below.
 */
export function roundDecimal(value: number, digits: number): number {
  return scaled(value, digits, Math.round);
}

/** Cuts decimals after `digits`, as Excel's ROUNDDOWN and TRUNC do. */
export function cutDecimal(value: number, digits: number): number {
  return scaled(value, digits, Math.floor);
}

/** Rounds away from zero, as Excel's ROUNDUP does. */
export function raiseDecimal(value: number, digits: number): number {
  return scaled(value, digits, Math.ceil);
}

function scaled(value: number, digits: number, round: (value: number) => number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const places = Math.trunc(digits);
  const size = round(timesPowerOfTen(Number(Math.abs(value).toPrecision(15)), places));
  const result = timesPowerOfTen(size, -places);
  if (!Number.isFinite(result)) return value;
  return value < 0 ? 0 - result : result;
}

/** Moves the decimal point in the written number, which is exact where a multiplication is not. */
function timesPowerOfTen(value: number, power: number): number {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + power}`);
}
