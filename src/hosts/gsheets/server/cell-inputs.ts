import type { CellData } from "../wire.js";

export const TEXT = "@";
const GENERAL = "General";

/**
 * What `setValues` takes for a cell that will have a format. It reads texts as if they were typed, so
 * a text that could be taken for something else gets the apostrophe that says "this is text"; in a
 * cell formatted as text only a first `=` or apostrophe needs it.
 */
export function inputOf({ userEnteredValue: value }: CellData, format: string): string | number | boolean {
  if (value === undefined) return "";
  if ("formulaValue" in value) return value.formulaValue;
  if ("numberValue" in value) return value.numberValue;
  if ("boolValue" in value) return value.boolValue;
  const { stringValue } = value;
  return needsApostrophe(stringValue, format) ? `'${stringValue}` : stringValue;
}

function needsApostrophe(text: string, format: string): boolean {
  if (/^[=']/.test(text)) return true;
  return format !== TEXT && (/\d|^[+-]./.test(text) || /^\s*(true|false|đúng|sai)\s*$/i.test(text));
}

/** The number format that a cell will have. */
export function formatOf({ userEnteredFormat }: CellData): string {
  return userEnteredFormat?.numberFormat?.pattern ?? GENERAL;
}

/** `#RRGGBB`, or null for none. */
export function hexColor(
  color:
    | { readonly rgbColor: { readonly red: number; readonly green: number; readonly blue: number } }
    | undefined,
): string | null {
  if (color === undefined) return null;
  const { red, green, blue } = color.rgbColor;
  const part = (one: number) =>
    Math.round(one * 255)
      .toString(16)
      .padStart(2, "0")
      .toUpperCase();
  return `#${part(red)}${part(green)}${part(blue)}`;
}
