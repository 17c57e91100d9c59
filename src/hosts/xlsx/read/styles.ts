import { scannerAt } from "../xml/scanner.js";
import { finish, isOn } from "./workbook-part.js";

/** The number formats that files name by number alone (ECMA-376 Part 1, 18.8.30). */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "mm-dd-yy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, 'm/d/yy "h":mm'],
  [37, "#,##0 ;(#,##0)"],
  [38, "#,##0 ;[Red](#,##0)"],
  [39, "#,##0.00 ;(#,##0.00)"],
  [40, "#,##0.00 ;[Red](#,##0.00)"],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mmss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
]);

export const GENERAL = "General";

/** What of a cell's style matters for reading and writing values. */
export interface CellLook {
  readonly format: string;
  readonly locked: boolean;
  readonly wraps: boolean;
  readonly fontSize: number;
  readonly bold: boolean;
}

export const DEFAULT_LOOK: CellLook = {
  format: GENERAL,
  locked: true,
  wraps: false,
  fontSize: 11,
  bold: false,
};

/** The looks of a workbook's cells by style index. @throws XmlFault */
export function readLooks(xml: string): readonly CellLook[] {
  const scanner = scannerAt(xml, "styleSheet");
  const formats = new Map(BUILT_IN_FORMATS);
  const fonts: { size: number; bold: boolean }[] = [];
  const looks: CellLook[] = [];
  for (const inside = scanner.enter(); scanner.child(inside); ) {
    const section = scanner.name;
    if (scanner.empty || !["numFmts", "fonts", "cellXfs"].includes(section)) {
      scanner.skip();
      continue;
    }
    while (scanner.child(2)) {
      if (section === "numFmts" && scanner.is("numFmt")) {
        formats.set(Number(scanner.attribute("numFmtId")), scanner.attribute("formatCode") ?? GENERAL);
        scanner.skip();
      } else if (section === "fonts" && scanner.is("font")) {
        fonts.push(readFont(scanner));
      } else if (section === "cellXfs" && scanner.is("xf")) {
        const format = formats.get(Number(scanner.attribute("numFmtId") ?? 0)) ?? GENERAL;
        const { size = 11, bold = false } = fonts[Number(scanner.attribute("fontId") ?? 0)] ?? {};
        looks.push({ format, fontSize: size, bold, ...readXf(scanner) });
      } else scanner.skip();
    }
  }
  finish(scanner);
  return looks;
}

type Scanning = ReturnType<typeof scannerAt>;

function readFont(scanner: Scanning): { size: number; bold: boolean } {
  const font = { size: 11, bold: false };
  if (scanner.empty) return font;
  while (scanner.child(3)) {
    if (scanner.is("sz")) font.size = Number(scanner.attribute("val") ?? 11);
    if (scanner.is("b")) font.bold = isOn(scanner.attribute("val") ?? "1");
    scanner.skip();
  }
  return font;
}

function readXf(scanner: Scanning): Pick<CellLook, "locked" | "wraps"> {
  const look = { locked: true, wraps: false };
  if (scanner.empty) return look;
  while (scanner.child(3)) {
    if (scanner.is("alignment")) look.wraps = isOn(scanner.attribute("wrapText"));
    if (scanner.is("protection")) look.locked = isOn(scanner.attribute("locked") ?? "1");
    scanner.skip();
  }
  return look;
}
