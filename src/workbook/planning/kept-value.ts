import type { Reading } from "../../values/reading.js";

/**
 * An earlier value as its cell keeps it: a number as a number; as typed where it cannot be read or
 * can be read in two ways. Null for a blank.
 */
export function keptValue(reading: Reading): string | number | null {
  switch (reading.kind) {
    case "blank":
      return null;
    case "text":
      return reading.text;
    case "unreadable":
      return reading.shown;
    case "number":
      return reading.typed !== null && reading.alternative !== null ? reading.typed : reading.value;
  }
}
