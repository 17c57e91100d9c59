import { elements, withoutElements } from "./xml.js";

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
  let rest = xml;
  for (const name of CARRIED) {
    const [element] = elements(rest, name);
    if (element === undefined) continue;
    carried.set(name, plain(element));
    rest = withoutElements(rest, name);
  }
  return { xml: rest, carried };
}

/**
 * Without extensions and attributes of other namespaces: those would need declarations and parts that
 * the library does not write (`xr:uid`, the printer's settings in `r:id`).
 */
function plain(element: string): string {
  return withoutElements(element, "extLst").replace(/<[^>]*>/g, (tag) =>
    tag.replace(/\s(?!xml:)[\w.-]+:[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*')/g, ""),
  );
}

/** A sheet's XML with the carried elements put back in, each at its place. */
export function putBack(xml: string, carried: Carried): string {
  let result = xml;
  for (const [name, element] of carried) result = insert(withoutElements(result, name), name, element);
  return result;
}

/** Puts an element before the first one that must follow it. */
export function insert(xml: string, name: (typeof ORDER)[number], element: string): string {
  const order = ORDER.indexOf(name);
  const followers = ORDER.slice(order + 1).join("|");
  // What follows the cells is searched for behind them, since they are long.
  const afterCells = order > ORDER.indexOf("sheetData");
  const from = afterCells ? Math.max(xml.indexOf("</sheetData>"), xml.indexOf("<sheetData/>"), 0) : 0;
  const pattern = new RegExp(`<(?:${followers})[\\s/>]|</worksheet>`, "g");
  pattern.lastIndex = from + 1;
  const at = pattern.exec(xml)?.index ?? xml.length;
  return xml.slice(0, at) + element + xml.slice(at);
}
