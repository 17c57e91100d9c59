import { scannerAt } from "../xml/scanner.js";
import { type Splice, spliced } from "../xml/splice.js";

/** Children of `worksheet` in the order that ECMA-376 Part 1, 18.3.1.99 demands; Excel insists on it. */
const WORKSHEET = [
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
];

/** Children of `workbook` (18.2.27). */
const WORKBOOK = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

/** Children of `styleSheet` (18.8.39). */
const STYLE_SHEET = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
];

const ORDERS: Readonly<Record<"worksheet" | "workbook" | "styleSheet", readonly string[]>> = {
  worksheet: WORKSHEET,
  workbook: WORKBOOK,
  styleSheet: STYLE_SHEET,
};

/** A child of a part's root that is put in: in the place of the one of its name, or behind all of them. */
export interface NewChild {
  readonly name: string;
  readonly how: "replace" | "append";
  /** An empty text takes the present one out. */
  readonly xml: string;
}

interface Child {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The part with children put in, each at the place that the schema demands. @throws XmlFault */
export function withChildren(xml: string, root: keyof typeof ORDERS, made: readonly NewChild[]): string {
  if (made.length === 0) return xml;
  const scanner = scannerAt(xml, root);
  const { prefix } = scanner;
  if (scanner.empty) {
    const open = `${xml.slice(scanner.start, scanner.end - 2).trimEnd()}>`;
    const whole = `${open}</${prefix}${root}>`;
    return withChildren(spliced(xml, [{ from: scanner.start, to: scanner.end, text: whole }]), root, made);
  }
  const children: Child[] = [];
  while (scanner.child(1)) {
    const { name } = scanner;
    scanner.skip();
    children.push({ name, start: scanner.start, end: scanner.end });
  }
  const order = ORDERS[root];
  const splices = made.map(({ name, how, xml: text }): Splice => {
    const present = children.filter((child) => child.name === name);
    const last = present.at(-1);
    if (last !== undefined && how === "replace") return { from: last.start, to: last.end, text };
    if (last !== undefined) return { from: last.end, to: last.end, text };
    const place = order.indexOf(name);
    const follower = children.find((child) => order.indexOf(child.name) > place);
    const at = follower?.start ?? scanner.start;
    return { from: at, to: at, text };
  });
  return spliced(
    xml,
    // Where several stand at one place, they stand there in order.
    [...splices.entries()]
      .sort(([a], [b]) => order.indexOf(made[a]?.name ?? "") - order.indexOf(made[b]?.name ?? ""))
      .map(([, splice]) => splice),
  );
}

/** The XML of a child of a part's root, or null where it has none. */
export function childXml(xml: string, root: keyof typeof ORDERS, name: string): string | null {
  const scanner = scannerAt(xml, root);
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    const found = scanner.name === name;
    scanner.skip();
    if (found) return xml.slice(scanner.start, scanner.end);
  }
  return null;
}
