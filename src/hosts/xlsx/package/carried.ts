import { elements, withoutElements, withPlainBooleans } from "./xml.js";

/**
 * Elements of a sheet that the library would lose, simplify or blow up cell by cell (a validation of
 * a whole column becomes a million entries). They are cut out before it reads the sheet and put back
 * when it has written it.
 */
const CARRIED = [
  "sheetViews",
  "sheetFormatPr",
  "sheetProtection",
  "protectedRanges",
  "dataValidations",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "ignoredErrors",
] as const;

export type CarriedName = (typeof CARRIED)[number];

/** The carried elements of one sheet, as XML. */
export type Carried = ReadonlyMap<CarriedName, string>;

/** Children of `worksheet` in the order that ECMA-376 Part 1, 18.3.1.99 demands; Excel insists on it. */
const ORDER = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
] as const;

/** A sheet's XML apart: what the library reads, and what is carried past it. */
export function takeOut(xml: string): { readonly xml: string; readonly carried: Carried } {
  const carried = new Map<CarriedName, string>();
  const { before, cells, after } = aroundCells(xml);
  // Saved views of single users repeat margins and breaks; the library drops these views anyway.
  const rest = withoutElements(after, "customSheetViews");
  const without = (part: string) => {
    let left = part;
    for (const name of CARRIED) {
      const [element] = elements(left, name);
      if (element === undefined) continue;
      carried.set(name, plain(element));
      left = withoutElements(left, name);
    }
    return withPlainBooleans(left);
  };
  return { xml: without(before) + cells + without(rest), carried };
}

const CELLS_END = "</sheetData>";

/** The cells are most of a sheet and hold nothing that is looked for. */
function aroundCells(xml: string): {
  readonly before: string;
  readonly cells: string;
  readonly after: string;
} {
  const start = xml.indexOf("<sheetData>") + "<sheetData>".length;
  const end = xml.lastIndexOf(CELLS_END);
  if (end < start) return { before: xml, cells: "", after: "" };
  return { before: xml.slice(0, start), cells: xml.slice(start, end), after: xml.slice(end) };
}

/**
 * Without extensions and attributes of other namespaces: those would need declarations and parts that
 * the library does not write (`xr:uid`, the printer's settings in `r:id`).
 */
function plain(element: string): string {
  return withoutElements(element, "extLst").replace(/<[^<>]*>/g, (tag) =>
    tag.replace(/\s(?!xml:)[\w.-]+:[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*')/g, ""),
  );
}

/** A sheet's XML with the carried elements put back in, each at its place. */
export function putBack(xml: string, carried: Carried): string {
  const { before, cells, after } = aroundCells(xml);
  let frame = before + after;
  for (const [name, element] of carried) frame = insert(withoutElements(frame, name), name, element);
  return cells === "" ? frame : frame.replace(CELLS_END, () => cells + CELLS_END);
}

/** Puts an element before the first one that must follow it. */
export function insert(xml: string, name: (typeof ORDER)[number], element: string): string {
  const followers = ORDER.slice(ORDER.indexOf(name) + 1).join("|");
  const at = xml.search(new RegExp(`<(?:${followers})(?=[\\s/>])|</worksheet>`));
  return at === -1 ? xml + element : xml.slice(0, at) + element + xml.slice(at);
}
