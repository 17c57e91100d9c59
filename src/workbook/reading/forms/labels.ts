import type { Indicator } from "../../../forms/schema.js";
import { looseText } from "../../../values/loose-text.js";

/** Stands for the superior's name; no text holds it. */
const GAP = "\ue000";

const patterns = new WeakMap<Indicator, RegExp>();

/** True when a printed label is the indicator's, loosely, whichever superior it names. */
export function saysLabel(printed: string, indicator: Indicator): boolean {
  return printed === indicator.label || patternOf(indicator).test(looseText(printed));
}

function patternOf(indicator: Indicator): RegExp {
  const known = patterns.get(indicator);
  if (known !== undefined) return known;
  const pieces = looseText(indicator.label.replaceAll("{superior}", GAP)).split(GAP);
  const pattern = new RegExp(`^${pieces.map(literal).join(".+")}$`, "u");
  patterns.set(indicator, pattern);
  return pattern;
}

/** A text as a pattern that matches it and nothing else. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
