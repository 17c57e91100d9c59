import type { Parts } from "../zip/read.js";
import { type Carried, insert, putBack } from "./carried.js";
import { type FittingRows, withFittingRows } from "./fitting-rows.js";
import { type BookName, writeNames } from "./names.js";
import { elements, withoutElements } from "./xml.js";

/** What goes past the library into its written package. */
export interface Beside {
  readonly names: readonly BookName[];
  /** Sheets in their order, with the number of their part and what is carried. */
  readonly sheets: readonly {
    readonly name: string;
    readonly part: number;
    readonly carried: Carried;
    readonly fitting: FittingRows;
  }[];
  /** The `<font>` of cells without a style, or null for the library's own. */
  readonly defaultFont: string | null;
}

/** The library's package with what was carried past it, and with its slips of order mended. */
export function completePackage(parts: Parts, beside: Beside): ReadonlyMap<string, Uint8Array> {
  const complete = new Map(parts);
  edit(complete, "xl/workbook.xml", (xml) => withNames(xml, beside));
  edit(complete, "xl/sharedStrings.xml", withSafeStrings);
  edit(complete, "xl/styles.xml", (xml) => withDefaultFont(xml, beside.defaultFont));
  for (const { part, carried, fitting } of beside.sheets) {
    edit(complete, `xl/worksheets/sheet${part}.xml`, (xml) =>
      withFittingRows(putBack(inOrder(xml), carried), fitting),
    );
  }
  return complete;
}

function edit(parts: Map<string, Uint8Array>, path: string, change: (xml: string) => string): void {
  const bytes = parts.get(path);
  if (bytes === undefined) return;
  parts.set(path, new TextEncoder().encode(change(new TextDecoder().decode(bytes))));
}

/** The library itself writes a name only for the filter of a sheet. */
function withNames(xml: string, { names, sheets }: Beside): string {
  const own = elements(xml, "definedName").join("");
  const all =
    own +
    writeNames(
      names,
      sheets.map(({ name }) => name),
    );
  const rest = withoutElements(xml, "definedNames");
  return all === "" ? rest : rest.replace("<calcPr", () => `<definedNames>${all}</definedNames><calcPr`);
}

/**
 * Text that looks like an escape (`_x0041_`, ECMA-376 Part 1, 22.9.2.19) is escaped itself, and so is a
 * carriage return, which XML would turn into a line feed.
 */
function withSafeStrings(xml: string): string {
  return xml.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x").replaceAll("\r", "_x000D_");
}

/** Cells without a style take the first font; the library always writes its own there. */
function withDefaultFont(xml: string, font: string | null): string {
  return font === null
    ? xml
    : xml.replace(/(<fonts\b[^>]*>)<font>[\s\S]*?<\/font>/, (_all, open) => open + font);
}

/** `outlinePr` before `pageSetUpPr`, `legacyDrawing` before tables and extensions, as the schema has it. */
function inOrder(xml: string): string {
  const properties = xml.replace(/(<pageSetUpPr\b[^>]*\/>)(<outlinePr\b[^>]*\/>)/, "$2$1");
  const [drawing] = elements(properties, "legacyDrawing");
  if (drawing === undefined) return properties;
  return insert(withoutElements(properties, "legacyDrawing"), "legacyDrawing", drawing);
}
