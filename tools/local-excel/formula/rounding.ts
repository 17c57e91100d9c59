/**
 * Rounding as Excel does it: on the decimal number that is shown, not on its binary neighbour, so
 * that 1.005 rounds to 1.01. Fifteen significant digits are what Excel keeps.
 */
export function roundHalfUp(value: number, digits: number): number {
  return scaled(value, digits, (magnitude) => Math.floor(magnitude + 0.5));
}

/** Towards zero: ROUNDDOWN and TRUNC. */
export function truncate(value: number, digits: number): number {
  return scaled(value, digits, Math.floor);
}

/** Away from zero: ROUNDUP. */
export function roundUp(value: number, digits: number): number {
  return scaled(value, digits, Math.ceil);
}

function scaled(value: number, digits: number, step: (magnitude: number) => number): number {
  const places = Math.trunc(digits);
  const shifted = Number(shift(Number(Math.abs(value).toPrecision(15)), places).toPrecision(15));
  const rounded = shift(step(shifted), -places);
  return value < 0 ? -rounded || 0 : rounded;
}

/** Moves the decimal point in the decimal text, where multiplication would add noise. */
function shift(value: number, places: number): number {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}
