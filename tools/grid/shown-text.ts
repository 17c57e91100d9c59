import { format } from "numfmt";
import { type CellValue, isCellError } from "./cell.js";
import type { Region } from "./culture.js";

/** The text that a cell shows: its value under its number format and the machine's region. */
export function shownText(value: CellValue, numberFormat: string, region: Region): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (numberFormat === "@") return typeof value === "number" ? general(value, region) : String(value);
  try {
    return format(numberFormat, value, { locale: region.formatter });
  } catch {
    return typeof value === "number" ? general(value, region) : String(value);
  }
}

function general(value: number, region: Region): string {
  return format("General", value, { locale: region.formatter });
}
