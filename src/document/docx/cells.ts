import { Paragraph, TextRun, WidthType } from "docx";
import { cleanText } from "../clean-text.js";
import { halfPoints, millimetres } from "./measures.js";
import { TABLE_STYLE } from "./styles.js";

/** Distance between the borders and the words of a cell. */
export const CELL_MARGINS = {
  marginUnitType: WidthType.DXA,
  top: millimetres(0.6),
  bottom: millimetres(0.6),
  left: millimetres(1.4),
  right: millimetres(1.4),
} as const;

/** The same in tables with so many columns that every millimetre counts. */
export const NARROW_MARGINS = { ...CELL_MARGINS, left: millimetres(0.7), right: millimetres(0.7) } as const;

export interface WordsLook {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly keepNext?: boolean;
  readonly alignment?: "left" | "center" | "right";
  /** Points, where it is not the size of all tables. */
  readonly size?: number;
}

/** A cell's words in one look, centred unless told otherwise. */
export function words(text: string, look: WordsLook): Paragraph {
  const shown = cleanText(text);
  const emphasis = {
    ...(look.bold && { bold: true }),
    ...(look.italics && { italics: true }),
    ...(look.size !== undefined && { size: halfPoints(look.size) }),
  };
  return new Paragraph({
    style: TABLE_STYLE,
    alignment: look.alignment ?? "center",
    ...(look.keepNext && { keepNext: true }),
    children: shown === "" ? [] : [new TextRun({ text: shown, ...emphasis })],
  });
}
