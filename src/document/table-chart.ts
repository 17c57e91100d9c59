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
/** One bar alone compares nothing. */
const FEWEST_BARS = 2;

/** The first chart of those that a table declares in which its filled rows can be compared; null where there is none. */
export function tableChart(table: Table, rows: TableReport["rows"]): TableChart | null {
  for (const declared of table.charts) {
    const made = chartOf(declared, table, rows);
    if (made !== null) return made;
  }
  return null;
}

function chartOf(chart: Table["charts"][number], table: Table, rows: TableReport["rows"]): TableChart | null {
  const label = labelColumn(table);
  if (label === null) return null;
  // A column in which nobody wrote would stand in the legend without a bar.
  const columns = chart.columns.flatMap((id) => {
    const column = table.columns.find((one) => one.id === id);
    const filled = rows.some(({ cells }) => numberOf(cells.get(id)) !== null);
    return column !== undefined && filled ? [column] : [];
  });
  const bars = rows
    .filter(({ kind }) => kind === "record")
    .map(({ cells }) => ({
      label: textOf(cells.get(label.id)),
      values: columns.map(({ id }) => numberOf(cells.get(id))),
    }))
    .filter((bar) => total(bar) > 0);
  if (bars.length < FEWEST_BARS) return null;
  const shown = fitting(bars);
  return {
    title: chart.title,
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

function nameOf({ path }: Column): string {
  return path.at(-1) ?? "";
}
