import type { AppendixTable } from "./appendix-tables.js";

/** The heading of each column, from the widest one over it to its own, between dashes. */
export function columnHeadings({
  columns,
  header,
}: Pick<AppendixTable, "columns" | "header">): readonly string[] {
  return columns.map((_, index) =>
    header
      .filter(({ column, columns: across }) => column <= index + 1 && index + 1 < column + across)
      .map(({ text }) => text)
      .join(" - "),
  );
}
