import type { Column, Table } from "../forms/table-schema.js";
import { labelColumn } from "../forms/tables.js";
import type { TableReport } from "../report/table-report.js";
import { cleanText } from "./clean-text.js";

/** A table's rows as bars, each made up of the same few columns. */
export interface TableChart {
  readonly title: string;
  /** What each bar is of, in the order of the table. */
  readonly categories: readonly string[];
  /** The parts of every bar; `values` has one for each category, null where the cell is blank or says no number. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** A bar takes 7 mm, a page 17 cm: of more rows the largest are shown, the others together in one bar. */
export const MOST_BARS = 16;
/** Colours of the parts, told apart by lightness too: reports are printed in black and white. */
export const FILLS: readonly string[] = ["1F4E79", "9DC3E6", "C00000", "7F7F7F", "548235"];
/** One bar alone compares nothing. */
const FEWEST_BARS = 2;

/** Rows of a table that can be compared as bars. */
export interface ComparableRows {
  readonly title: string;
  /** What tells the bars apart. */
  readonly label: Column;
  /** Their parts. */
  readonly columns: readonly Column[];
  /** The rows in which there is something to see. */
  readonly rows: TableReport["rows"];
}

/** The first chart of those that a table declares in which its filled rows can be compared; null where there is none. */
export function comparableRows(table: Table, rows: TableReport["rows"]): ComparableRows | null {
  const label = labelColumn(table);
  if (label === null) return null;
  for (const { title, columns: ids } of table.charts) {
    const columns = table.columns.filter(({ id }) => ids.includes(id));
    const seen = rows.filter(
      ({ kind, cells }) => kind === "record" && ids.some((id) => (numberOf(cells.get(id)) ?? 0) > 0),
    );
    if (seen.length >= FEWEST_BARS) return { title, label, columns, rows: seen };
  }
  return null;
}

/** The comparable rows of a table as bars; null where there are none. */
export function tableChart(table: Table, rows: TableReport["rows"]): TableChart | null {
  const comparable = comparableRows(table, rows);
  if (comparable === null) return null;
  const { title, label } = comparable;
  // A column in which nobody wrote would stand in the legend without a bar.
  const columns = comparable.columns.filter(({ id }) =>
    rows.some(({ cells }) => numberOf(cells.get(id)) !== null),
  );
  const bars = comparable.rows.map(({ cells }) => ({
    label: textOf(cells.get(label.id)),
    values: columns.map(({ id }) => numberOf(cells.get(id))),
  }));
  const shown = fitting(bars);
  return {
    title,
    categories: shown.map((bar) => bar.label),
    series: columns.map((column, at) => ({
      name: nameOf(column),
      values: shown.map(({ values }) => values[at] ?? null),
    })),
  };
}

interface Bar {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

function fitting(bars: readonly Bar[]): readonly Bar[] {
  if (bars.length <= MOST_BARS) return bars;
  const largest = new Set([...bars].sort((a, b) => total(b) - total(a)).slice(0, MOST_BARS - 1));
  const rest = bars.filter((bar) => !largest.has(bar));
  const together = (rest[0]?.values ?? []).map((_, at) =>
    rest.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
  );
  return [
    ...bars.filter((bar) => largest.has(bar)),
    { label: `${rest.length} lĩnh vực khác`, values: together },
  ];
}

function total({ values }: Bar): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

type Cell = ReturnType<TableReport["rows"][number]["cells"]["get"]>;

/** Amounts below nothing are errors; a bar cannot show them. */
function numberOf(cell: Cell): number | null {
  return cell?.reading.kind === "number" && cell.reading.value >= 0 ? cell.reading.value : null;
}

function textOf(cell: Cell): string {
  return cell?.reading.kind === "text" ? cleanText(cell.reading.text).trim() : "";
}

/** A column in the legend. */
export function nameOf({ path }: Column): string {
  return path.at(-1) ?? "";
}
