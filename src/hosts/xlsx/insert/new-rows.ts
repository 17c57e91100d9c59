import { shiftFormula } from "../../../formula/shift.js";
import type { Rectangle } from "../../../values/address.js";
import { a1 } from "../../../values/address.js";
import { readPlace } from "../read/cell-places.js";
import { type Scanner, scannerAt } from "../xml/scanner.js";
import { spliced } from "../xml/splice.js";
import { encodeXml } from "../xml/text.js";

/**
 * A sheet whose rows have moved away, with the new rows in the gap: each has the look, the height and
 * the formulas (not the values) of the row above it.
 *
 * @param merges merged areas of the sheet: what they cover has no formula
 */
export function withNewRows(
  xml: string,
  before: number,
  count: number,
  merges: readonly Rectangle[],
): string {
  if (before === 1) return xml;
  const scanner = scannerAt(xml, "worksheet");
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    if (!scanner.is("sheetData") || scanner.empty) {
      scanner.skip();
      continue;
    }
    let row = 0;
    while (scanner.child(2)) {
      row = Number(scanner.attribute("r") ?? row + 1);
      if (row !== before - 1) {
        scanner.skip();
        continue;
      }
      const model = readModel(scanner, row, merges);
      const made = Array.from({ length: count }, (_zero, index) =>
        rowXml(scanner.prefix, model, before + index, index + 1),
      );
      return spliced(xml, [{ from: scanner.end, to: scanner.end, text: made.join("") }]);
    }
    return xml;
  }
  return xml;
}

interface ModelRow {
  /** Attributes of the row, without its number, and without what hides it. */
  readonly attributes: string;
  readonly cells: readonly {
    readonly column: number;
    readonly style: string;
    readonly formula: string | null;
  }[];
}

/** What a row passes on to new rows below it; the scanner goes behind the row. */
function readModel(scanner: Scanner, row: number, merges: readonly Rectangle[]): ModelRow {
  const { xml } = scanner;
  const kept = [...scanner.attributes()].flatMap(([from, to, start, end]) => {
    const name = xml.slice(from, to);
    const passes = ["spans", "s", "customFormat", "ht", "customHeight", "outlineLevel"].includes(name);
    return passes ? [` ${name}="${xml.slice(start, end)}"`] : [];
  });
  const cells: { column: number; style: string; formula: string | null }[] = [];
  let column = 0;
  if (!scanner.empty) {
    while (scanner.child(3)) {
      const reference = scanner.attribute("r");
      column = reference === undefined ? column + 1 : readPlace(reference).column;
      const style = scanner.attribute("s") ?? "0";
      let formula: string | null = null;
      for (const inside = scanner.enter(); scanner.child(inside); ) {
        const isOwn = scanner.is("f") && scanner.attribute("t") === undefined;
        if (isOwn) formula = scanner.content();
        else scanner.skip();
      }
      const isCovered = merges.some(
        (area) =>
          row >= area.top &&
          row <= area.bottom &&
          column >= area.left &&
          column <= area.right &&
          (row !== area.top || column !== area.left),
      );
      cells.push({ column, style, formula: isCovered || formula === "" ? null : formula });
    }
  }
  return { attributes: kept.join(""), cells };
}

function rowXml(p: string, { attributes, cells }: ModelRow, row: number, below: number): string {
  const made = cells.map(({ column, style, formula }) => {
    const tag = `<${p}c r="${a1({ row, column })}"${style === "0" ? "" : ` s="${style}"`}`;
    if (formula !== null)
      return `${tag}><${p}f>${encodeXml(shiftFormula(formula, below, 0))}</${p}f></${p}c>`;
    return style === "0" ? "" : `${tag}/>`;
  });
  return `<${p}row r="${row}"${attributes}>${made.join("")}</${p}row>`;
}
