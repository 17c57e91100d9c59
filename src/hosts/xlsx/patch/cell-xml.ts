import { a1 } from "../../../values/address.js";
import type { CellValue } from "../../../values/cell.js";
import { encodeCell, encodeXml } from "../xml/text.js";

/** What a cell gets. */
export type NewContent =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "truth"; readonly truth: boolean }
  /** Index of a text among those that cells share. */
  | { readonly kind: "text"; readonly shared: number }
  | { readonly kind: "formula"; readonly formula: string; readonly result: CellValue }
  /** The formula stays, its result is another. */
  | { readonly kind: "result"; readonly result: CellValue };

/** A cell as it stands: its tag without `/>` or `>`, the XML of its formula and of its extensions. */
export interface PresentCell {
  readonly head: string;
  readonly formula: string;
  readonly extensions: string;
}

/** What a written cell says itself (`t`, `s`), or what belonged to the value that went (`cm`, `vm`). */
const REPLACED = /\s(?:t|s|cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g;
const REPLACED_BY_RESULT = /\s(?:t|s)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** A `<c>` element with new content; other attributes of the present one stay. Empty where nothing is left to say. */
export function cellXml(
  prefix: string,
  place: { readonly row: number; readonly column: number },
  style: number,
  content: NewContent,
  present: PresentCell | null,
): string {
  const replaced = content.kind === "result" ? REPLACED_BY_RESULT : REPLACED;
  const head =
    present === null ? `<${prefix}c r="${a1(place)}"` : present.head.replace(replaced, "").trimEnd();
  const { type, inside } = written(prefix, content, present?.formula ?? "");
  const body = inside + (present?.extensions ?? "");
  const start = `${head}${style === 0 ? "" : ` s="${style}"`}${type === "" ? "" : ` t="${type}"`}`;
  if (body !== "") return `${start}>${body}</${prefix}c>`;
  return present === null && style === 0 ? "" : `${start}/>`;
}

function written(prefix: string, content: NewContent, formula: string): { type: string; inside: string } {
  const value = (text: string) => `<${prefix}v>${text}</${prefix}v>`;
  switch (content.kind) {
    case "blank":
      return { type: "", inside: "" };
    case "number":
      return { type: "", inside: value(String(content.number)) };
    case "truth":
      return { type: "b", inside: value(content.truth ? "1" : "0") };
    case "text":
      return { type: "s", inside: value(String(content.shared)) };
    case "formula":
      return result(`<${prefix}f>${encodeXml(content.formula)}</${prefix}f>`, content.result, value);
    case "result":
      return result(formula, content.result, value);
  }
}

function result(
  formula: string,
  shown: CellValue,
  value: (text: string) => string,
): { type: string; inside: string } {
  if (shown === null) return { type: "", inside: formula };
  switch (typeof shown) {
    case "number":
      return { type: "", inside: formula + value(String(shown)) };
    case "boolean":
      return { type: "b", inside: formula + value(shown ? "1" : "0") };
    case "string":
      return { type: "str", inside: formula + value(encodeCell(shown)) };
    default:
      return { type: "e", inside: formula + value(encodeXml(shown.error)) };
  }
}
