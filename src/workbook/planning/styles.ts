import type { CellStyle } from "../plan.js";

/** Colours of the sheets. The fills are pale enough to vanish on a black-and-white print. */
export const colors = {
  text: "#000000",
  muted: "#6E6E6E",
  warning: "#9C0006",
  /** Cells that the officer fills. */
  input: "#FFF8DC",
  /** Cells that hold a formula, which the officer may overwrite. */
  computed: "#E8F1F5",
  header: "#EDEDED",
  /** Findings shown on the sheet: pink under dark red, as Excel's own "bad" style. */
  errorFill: "#FFC7CE",
  errorText: "#9C0006",
  warningFill: "#FFEB9C",
  warningText: "#7F4F00",
} as const;

/** Everything is Times New Roman (Nghị định 30/2020/NĐ-CP); the hosts set the font's name. */
const plain: CellStyle = {
  fontSize: 12,
  bold: false,
  italic: false,
  color: colors.text,
  fill: null,
  horizontal: "left",
  vertical: "center",
  wrap: true,
  border: false,
  locked: true,
  numberFormat: "General",
};

const boxed: CellStyle = { ...plain, border: true };
const centered: CellStyle = { ...boxed, horizontal: "center" };

/** The looks that the sheets are made of. */
export const styles = {
  /** "Biểu mẫu 3", and the headline of the other sheets. */
  title: { ...plain, fontSize: 13, bold: true, horizontal: "center" },
  guidance: { ...plain, fontSize: 11, italic: true },
  notice: { ...plain, bold: true, color: colors.warning },
  header: { ...centered, bold: true, fill: colors.header },
  code: { ...centered, numberFormat: "@" },
  label: boxed,
  unit: centered,
  /** Ghi chú: the officer may write there, but need not. */
  note: { ...boxed, locked: false, numberFormat: "@", fontSize: 11 },
  input: { ...centered, locked: false, fill: colors.input },
  computed: { ...centered, locked: false, fill: colors.computed },
  /** The result cell of a group row, and of a row that counts another authority's work. */
  spare: { ...centered, locked: false },
  fieldLabel: boxed,
  field: { ...boxed, locked: false, fill: colors.input, numberFormat: "@" },
  fixedField: { ...boxed, numberFormat: "@" },
  /** Text that only the program reads. */
  stored: { ...plain, wrap: false, numberFormat: "@" },
  hint: { ...boxed, fontSize: 11, italic: true, color: "#595959" },
  sectionHeading: { ...boxed, bold: true, vertical: "top" },
  ownText: { ...boxed, locked: false, fill: colors.input, numberFormat: "@", vertical: "top" },
  prompt: { ...boxed, fontSize: 11, italic: true, color: "#595959", vertical: "top" },
} as const satisfies Readonly<Record<string, CellStyle>>;

/** The same look in bold: group rows. */
export function bold(style: CellStyle): CellStyle {
  return { ...style, bold: true };
}

/** The same look in grey and without a fill: rows that a commune need not fill. */
export function muted(style: CellStyle): CellStyle {
  return { ...style, color: colors.muted, fill: null };
}
