import type { Rectangle } from "../../../values/address.js";
import { areaA1 } from "../../../values/address.js";
import type { CellContent, CellPlan, ConditionPlan, PrintPlan, SheetPlan } from "../../../workbook/plan.js";
import type { NewContent } from "../patch/cell-xml.js";
import { childXml, type NewChild, withChildren } from "../patch/part-children.js";
import { type CellChange, type PatchedSheet, type RowChange, setCells } from "../patch/set-cells.js";
import type { StringTable } from "../patch/string-table.js";
import { argb, type StyleTable } from "../patch/style-table.js";
import { readArea } from "../read/cell-places.js";
import { type Scanner, scannerAt } from "../xml/scanner.js";
import { encodeXml } from "../xml/text.js";
import { validationsXml } from "./validation.js";

const MM_PER_INCH = 25.4;
const A4 = 9;
/** Between the page's edge and its header and footer, in inches: Excel's own default. */
const HEADER_MARGIN = 0.3;
/** What a file adds to a width in characters for the cell's padding, with an 11 pt default font. */
export const WIDTH_PADDING = 0.7109375;

/** Where new texts and looks go. */
interface Tables {
  readonly strings: StringTable;
  readonly styles: StyleTable;
}

/** Writes a planned sheet into a worksheet part that shows nothing; what the plan does not decide stays. */
export function withPlannedSheet(xml: string, plan: SheetPlan, tables: Tables): PatchedSheet {
  const framed = withChildren(xml, "worksheet", frameOf(xml, plan, tables.styles));
  const rows = new Map(
    plan.rowHeights.map(({ row, height, grows }): [number, RowChange] => [
      row,
      { height, fits: grows === true },
    ]),
  );
  return setCells(framed, plannedCells(plan.cells, tables), rows);
}

/** Planned cells as changes; blank content leaves what stands there and gives its look alone. */
export function plannedCells(cells: readonly CellPlan[], { strings, styles }: Tables): readonly CellChange[] {
  return cells.map(({ row, column, content, style }) => {
    const index = styles.of(style);
    return { row, column, content: contentOf(content, strings), style: () => index };
  });
}

function contentOf(content: CellContent, strings: StringTable): NewContent {
  switch (content.kind) {
    case "text":
      return content.text === ""
        ? { kind: "blank" }
        : { kind: "text", shared: strings.indexOf(content.text) };
    case "formula":
      return { kind: "formula", formula: content.formula, result: null };
    default:
      return content;
  }
}

function frameOf(xml: string, plan: SheetPlan, styles: StyleTable): readonly NewChild[] {
  const { prefix: p } = scannerAt(xml, "worksheet");
  const replace = (name: string, made: string): NewChild => ({ name, how: "replace", xml: made });
  const merges = mergesOf(xml, plan);
  return [
    replace("sheetPr", propertiesXml(p, childXml(xml, "worksheet", "sheetPr"), plan.tabColor)),
    ...(plan.cells.length === 0
      ? []
      : [replace("dimension", `<${p}dimension ref="${areaA1(boxOf(plan.cells))}"/>`)]),
    ...(plan.frozenRows === 0 ? [] : [replace("sheetViews", viewsXml(p, plan.frozenRows))]),
    ...(plan.columnWidths.length === 0 ? [] : [replace("cols", columnsXml(p, xml, plan.columnWidths))]),
    replace("mergeCells", merges.length === 0 ? "" : mergesXml(p, merges)),
    ...conditionsXml(p, xml, plan.conditions, styles).map(
      (made): NewChild => ({ name: "conditionalFormatting", how: "append", xml: made }),
    ),
    replace("dataValidations", plan.validations.length === 0 ? "" : validationsXml(p, plan.validations)),
    ...printChildren(p, plan.print),
  ];
}

function boxOf(cells: readonly CellPlan[]): Rectangle {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
}

/** `sheetPr`: the tab's colour and that pages are fitted; the present one's attributes and outline stay. */
function propertiesXml(p: string, present: string | null, tabColor: string | null): string {
  const color = tabColor === null ? null : `<${p}tabColor rgb="${argb(tabColor)}"/>`;
  const fit = `<${p}pageSetUpPr fitToPage="1"/>`;
  if (present === null) return `<${p}sheetPr>${color ?? ""}${fit}</${p}sheetPr>`;
  const scanner = scannerAt(`<m>${present}</m>`, "m");
  scanner.next();
  const open = scanner.xml.slice(scanner.start, scanner.end).replace(/\s*\/?>$/, "");
  const child = (name: string) => {
    const inner = scannerAt(`<m>${present}</m>`, "m");
    inner.next();
    for (const inside = inner.enter(); inner.child(inside); ) {
      const found = inner.name === `${p}${name}`;
      inner.skip();
      if (found) return inner.xml.slice(inner.start, inner.end);
    }
    return "";
  };
  return `${open}>${color ?? child("tabColor")}${child("outlinePr")}${fit}</${p}sheetPr>`;
}

function viewsXml(p: string, frozenRows: number): string {
  const first = `A${frozenRows + 1}`;
  const pane = `<${p}pane ySplit="${frozenRows}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/>`;
  const selection = `<${p}selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/>`;
  return `<${p}sheetViews><${p}sheetView workbookViewId="0">${pane}${selection}</${p}sheetView></${p}sheetViews>`;
}

/** Widths from column A; columns of the present sheet to the right of them stay. */
function columnsXml(p: string, xml: string, widths: readonly number[]): string {
  const planned = widths.map((width, index) => {
    const column = index + 1;
    return `<${p}col min="${column}" max="${column}" width="${width + WIDTH_PADDING}" customWidth="1"/>`;
  });
  const kept = children(xml, "cols", (scanner) => {
    const [from, to] = scanner.attributePlace("min") ?? [0, 0];
    const last = Number(scanner.attribute("max"));
    if (!(last > widths.length)) return "";
    const first = Math.max(Number(scanner.attribute("min")), widths.length + 1);
    return scanner.xml.slice(scanner.start, from) + first + scanner.xml.slice(to, scanner.end);
  });
  return `<${p}cols>${planned.join("")}${kept.join("")}</${p}cols>`;
}

/** Planned areas, and present ones that touch neither them nor a planned cell. */
function mergesOf(xml: string, { merges, cells }: SheetPlan): readonly Rectangle[] {
  const planned = merges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right);
  const present = children(xml, "mergeCells", (scanner) => readArea(scanner.attribute("ref") ?? ""));
  const free = present.filter(
    (area) =>
      !planned.some((one) => overlap(one, area)) &&
      !cells.some(({ row, column }) => overlap({ top: row, bottom: row, left: column, right: column }, area)),
  );
  return [...planned, ...free];
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function mergesXml(p: string, merges: readonly Rectangle[]): string {
  const each = merges.map((area) => `<${p}mergeCell ref="${areaA1(area)}"/>`).join("");
  return `<${p}mergeCells count="${merges.length}">${each}</${p}mergeCells>`;
}

function conditionsXml(
  p: string,
  xml: string,
  conditions: readonly ConditionPlan[],
  styles: StyleTable,
): readonly string[] {
  const priorities = [...xml.matchAll(/\spriority\s*=\s*["'](\d+)["']/g)].map(([, digits]) => Number(digits));
  const first = Math.max(0, ...priorities) + 1;
  return conditions.map(({ area, formula, fill, color }, index) => {
    const look = styles.differential(color, fill);
    const rule = `<${p}cfRule type="expression" dxfId="${look}" priority="${first + index}"><${p}formula>${encodeXml(formula)}</${p}formula></${p}cfRule>`;
    return `<${p}conditionalFormatting sqref="${areaA1(area)}">${rule}</${p}conditionalFormatting>`;
  });
}

/** A4, as wide as the page and as long as it needs, centred between the side margins. */
function printChildren(p: string, { orientation, margins }: PrintPlan): readonly NewChild[] {
  const inches = (["left", "right", "top", "bottom"] as const)
    .map((side) => `${side}="${margins[side] / MM_PER_INCH}"`)
    .join(" ");
  const replace = (name: string, attributes: string): NewChild => ({
    name,
    how: "replace",
    xml: `<${p}${name} ${attributes}/>`,
  });
  return [
    replace("printOptions", 'horizontalCentered="1"'),
    replace("pageMargins", `${inches} header="${HEADER_MARGIN}" footer="${HEADER_MARGIN}"`),
    replace("pageSetup", `paperSize="${A4}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"`),
  ];
}

/** What a look at each member of a list of the sheet gives; without what is an empty text. */
function children<T>(xml: string, list: string, look: (scanner: Scanner) => T): readonly T[] {
  const scanner = scannerAt(xml, "worksheet");
  const found: T[] = [];
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    if (scanner.name !== list || scanner.empty) {
      scanner.skip();
      continue;
    }
    while (scanner.child(2)) {
      found.push(look(scanner));
      scanner.skip();
    }
  }
  return found;
}
