import type { Column, Table } from "../../../forms/table-schema.js";
import type { CellStyle } from "../../plan.js";
import { colors, styles } from "../styles.js";

/** Texts in columns up to this width stand in the middle, longer ones at the left. */
const NARROW = 14;

/** The look of the row of column numbers. Not formatted as text: a row inserted below it takes over its format. */
export const numberStyle: CellStyle = { ...styles.unit, italic: true, fontSize: 10 };
/** The unit above the table, at its right. */
export const unitStyle: CellStyle = { ...styles.guidance, horizontal: "right", wrap: false };
/** The thin row that closes a table. */
export const closingStyle: CellStyle = { ...styles.header, fontSize: 8, locked: false };

/** The look of a column's cells in the body; cells with a formula differ in their fill. */
export function columnStyle(table: Table, column: Column, computed: boolean): CellStyle {
  const base = computed ? styles.computed : styles.input;
  switch (column.kind) {
    case "text":
      return textStyle(table, column, base);
    case "money":
      return { ...base, horizontal: "right", numberFormat: "#,##0" };
    case "date":
      return { ...base, numberFormat: "dd/mm/yyyy" };
    case "choice":
      return { ...base, numberFormat: "@" };
    default:
      return base;
  }
}

function textStyle(table: Table, column: Extract<Column, { kind: "text" }>, base: CellStyle): CellStyle {
  if (column.role === "order") {
    const typed = table.body.kind === "many" && table.body.groups;
    return { ...styles.code, locked: false, numberFormat: typed ? "@" : "General", fill: null };
  }
  // A document's number is a number where the officer types one, and text where it is `59a`.
  const numberFormat = column.id === table.register?.number ? "General" : "@";
  return { ...base, numberFormat, horizontal: column.width <= NARROW ? "center" : "left" };
}

/** Group rows: bold, on the header's grey. */
export function groupStyle(style: CellStyle): CellStyle {
  return { ...style, bold: true, fill: colors.header };
}
