import type { SheetChart } from "../grid/chart.js";
import type { Grid } from "../grid/grid.js";

/**
 * Shows the charts of the sheet in front, from its cells as they are. The grid component draws none, so that
 * they stand over its lower corner, whatever their place on the sheet is.
 */
export function showCharts(container: HTMLElement, grid: Grid): void {
  const shown = document.createElement("details");
  shown.id = "charts";
  shown.open = true;
  container.append(shown);
  const draw = () => {
    const { charts } = grid.activeSheet;
    shown.hidden = charts.length === 0;
    const title = document.createElement("summary");
    title.textContent = "Biểu đồ trên trang tính này";
    shown.replaceChildren(title, ...charts.map((chart) => picture(grid, chart)));
  };
  draw();
  grid.listen(draw);
}

const LABEL = 150;
const BAR = { height: 18, gap: 8, width: 330 };
const HEAD = 26;
const FOOT = 44;

function picture(grid: Grid, chart: SheetChart): SVGElement {
  const categories = column(grid, chart.series[0]?.categories ?? null).map(String);
  const series = chart.series.map(({ name, fill, values }) => ({
    name,
    fill: fill ?? "#4472C4",
    // As Excel: a text is nothing.
    values: column(grid, values).map((value) => (typeof value === "number" ? value : 0)),
  }));
  const totals = categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const scale = BAR.width / Math.max(1, ...totals);
  const height = HEAD + categories.length * (BAR.height + BAR.gap) + FOOT;
  const svg = element("svg", {
    width: LABEL + BAR.width + 120,
    height,
    role: "img",
    "aria-label": chart.title,
  });
  svg.append(words(chart.title, LABEL, 16, "600"));
  categories.forEach((category, at) => {
    const y = HEAD + at * (BAR.height + BAR.gap);
    svg.append(words(category, 4, y + 13));
    let x = LABEL;
    for (const { fill, values } of series) {
      const value = values[at] ?? 0;
      const width = Math.max(0, value * scale);
      svg.append(element("rect", { x, y, width, height: BAR.height, fill }));
      if (width > 26) svg.append(words(String(value), x + 4, y + 13, "400", "#888"));
      x += width;
    }
  });
  const foot = height - FOOT + 14;
  series.forEach(({ name, fill }, at) => {
    const x = 4 + at * 195;
    svg.append(element("rect", { x, y: foot, width: 10, height: 10, fill }), words(name, x + 14, foot + 9));
  });
  svg.append(words(`${chart.category.title} · ${chart.value.title}`, 4, foot + 26));
  return svg;
}

/** What stands in the cells of a column. */
function column(grid: Grid, cells: SheetChart["series"][number]["values"]) {
  const sheet = cells && grid.sheets.find(({ id }) => id === cells.sheetId);
  if (!cells || !sheet) return [];
  const { top, bottom, left } = cells.rect;
  return Array.from({ length: bottom - top + 1 }, (_, at) => {
    const value = grid.value(sheet, top + at, left);
    return value === null || typeof value === "object" ? "" : value;
  });
}

function words(text: string, x: number, y: number, weight = "400", fill = "#242424"): SVGElement {
  const shown = element("text", { x, y, "font-size": 12, "font-weight": weight, fill });
  shown.textContent = text;
  return shown;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
