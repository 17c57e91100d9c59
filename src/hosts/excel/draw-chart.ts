import { a1, absoluteReference, type Rectangle } from "../../values/address.js";
import { Refusal } from "../attempt.js";
import { protectedSheets } from "../faults.js";
import type { CellChart } from "../port.js";
import { faultOf, hiddenSheet, letEventsThrough, missingSheet } from "./faults.js";
import { rangeAt, rangeOf } from "./ranges.js";
import { BUTTON, type ExcelRuntime } from "./runtime.js";

/** Rows of the usual height (15 points) that a bar takes, and those for the title, the axis and the legend. */
const ROWS = { bar: 1.4, around: 9, most: 120 } as const;
/** Points between the chart and a drawing above it. */
const GAP = 12;

/** A place on a sheet, in points. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a chart in place of the one of that name, or takes that off. Four round trips, three to take off.
 *
 * It stands below what is on the sheet and not beside: Excel prints a chart with its sheet, and a table that
 * goes with it on the width of a page would be half as large on paper. Rows that are inserted push it down.
 */
export async function drawChart(runtime: ExcelRuntime, name: string, chart: CellChart | null): Promise<void> {
  await runtime.run(BUTTON, async (context) => {
    const { workbook } = context;
    workbook.load("readOnly");
    workbook.worksheets.load(
      "items/name,items/visibility,items/protection/protected,items/protection/options",
    );
    const kept = workbook.names.getItemOrNullObject(name);
    kept.load("name");
    await context.sync();
    const sheets = workbook.worksheets.items;
    const home = chart === null ? null : openHome(sheets, chart);
    // She may have moved it to another sheet.
    const there = sheets.map((sheet) => ({ sheet, drawn: sheet.charts.getItemOrNullObject(name) }));
    for (const { drawn } of there) drawn.load("left,top,width,height");
    const used = home?.getUsedRange(true);
    used?.load("rowIndex,rowCount");
    const others = home === null ? [] : drawingsOn(home);
    await context.sync();
    const old = there.filter(({ drawn }) => !drawn.isNullObject);
    refuseProtected(old.map(({ sheet }) => sheet));
    let drawn: Excel.Chart | null = null;
    try {
      context.runtime.enableEvents = false;
      const place = old.find(({ sheet }) => sheet === home)?.drawn.toJSON() ?? null;
      for (const { drawn } of old) drawn.delete();
      if (chart === null || home === null || used === undefined) {
        if (!kept.isNullObject) kept.delete();
      } else {
        const first = used.rowIndex + used.rowCount + 2;
        drawn = begin(home, name, chart, first);
        await context.sync();
        complete(drawn, { home, chart, place: boxOf(place), others: boxesOf(others, name) });
        const area = { sheet: chart.sheet, ...shownCells(chart) };
        if (kept.isNullObject) workbook.names.add(name, rangeOf(home, area)).visible = false;
        else kept.formula = `=${absoluteReference(area)}`;
        home.activate();
        if (place === null) rangeAt(home, a1({ row: first, column: area.left })).select();
      }
      context.runtime.enableEvents = true;
      await context.sync();
    } catch (error) {
      await letEventsThrough(context);
      if (drawn !== null) await takeAway(context, drawn);
      throw new Refusal(faultOf(error, workbook.readOnly));
    }
  });
}

/** Half a chart is none. */
async function takeAway(context: Excel.RequestContext, drawn: Excel.Chart): Promise<void> {
  try {
    drawn.delete();
    await context.sync();
  } catch {
    // It never came to be; the first refusal is the one to tell.
  }
}

/** The chart's sheet, which must be there, seen and open to drawing. */
function openHome(sheets: readonly Excel.Worksheet[], chart: CellChart): Excel.Worksheet {
  const home = sheets.find(({ name }) => name === chart.sheet);
  if (home === undefined) throw new Refusal(missingSheet(chart.sheet));
  if (home.visibility !== "Visible") throw new Refusal(hiddenSheet(chart.sheet));
  refuseProtected([home]);
  return home;
}

/** A protected sheet takes drawings only where it was said to. */
function refuseProtected(sheets: readonly Excel.Worksheet[]): void {
  const closed = sheets.filter(
    ({ protection }) => protection.protected && protection.options.allowEditObjects !== true,
  );
  if (closed.length > 0) throw new Refusal(protectedSheets(closed.map(({ name }) => name)));
}

/** A chart of its first series on the blank rows from `first` on, as wide as its cells are. */
function begin(home: Excel.Worksheet, name: string, chart: CellChart, first: number): Excel.Chart {
  const { categories, series } = chart;
  const drawn = home.charts.add("BarStacked", rangeOf(home, (series[0] ?? categories).cells), "Columns");
  drawn.name = name;
  const { left, right } = shownCells(chart);
  const bars = categories.cells.bottom - categories.cells.top + 1;
  const rows = Math.min(Math.ceil(ROWS.around + ROWS.bar * bars), ROWS.most);
  drawn.setPosition(a1({ row: first, column: left }), a1({ row: first + rows, column: right }));
  drawn.load("left,top,width,height");
  drawn.series.load("items/name");
  return drawn;
}

interface Rest {
  readonly home: Excel.Worksheet;
  readonly chart: CellChart;
  /** Where the one before stood; null where there was none. */
  readonly place: Box | null;
  readonly others: readonly Box[];
}

function complete(drawn: Excel.Chart, { home, chart, place, others }: Rest): void {
  // What Excel made of the cells by itself goes when ours are there: a chart without any has no axes.
  const own = [...drawn.series.items].reverse();
  for (const one of chart.series) addSeries(home, drawn, one, chart.categories.cells);
  for (const one of own) one.delete();
  if (place === null) drawn.top = freeTop(drawn, others);
  else {
    drawn.left = place.left;
    drawn.top = place.top;
    drawn.width = place.width;
  }
  nameParts(drawn, chart);
}

function addSeries(
  sheet: Excel.Worksheet,
  drawn: Excel.Chart,
  { name, cells, fill }: CellChart["series"][number],
  categories: Rectangle,
): void {
  const added = drawn.series.add(name);
  added.setValues(rangeOf(sheet, cells));
  added.setXAxisValues(rangeOf(sheet, categories));
  added.format.fill.setSolidColor(fill);
  added.gapWidth = 50;
  added.hasDataLabels = true;
  // No label for nothing.
  added.dataLabels.numberFormat = "#,##0;;";
  added.dataLabels.format.font.color = isDark(fill) ? "#FFFFFF" : "#000000";
}

function nameParts(drawn: Excel.Chart, { title, categories, unit }: CellChart): void {
  drawn.title.text = title;
  drawn.legend.position = "Bottom";
  const { categoryAxis, valueAxis } = drawn.axes;
  // The first row of the table on top, as it is read, and the numbers at the foot all the same.
  categoryAxis.reversePlotOrder = true;
  categoryAxis.position = "Maximum";
  categoryAxis.title.text = categories.name;
  valueAxis.title.text = unit;
  valueAxis.minimum = 0;
  valueAxis.numberFormat = "#,##0";
}

/** All cells that a chart shows, in one rectangle. */
function shownCells({ categories, series }: CellChart): Rectangle {
  const all = [categories, ...series].map(({ cells }) => cells);
  return {
    top: Math.min(...all.map(({ top }) => top)),
    left: Math.min(...all.map(({ left }) => left)),
    bottom: Math.max(...all.map(({ bottom }) => bottom)),
    right: Math.max(...all.map(({ right }) => right)),
  };
}

type Placed = Excel.ChartCollection | Excel.ShapeCollection;

/** Everything drawn on a sheet; what it is, is known after the sync. */
function drawingsOn({ charts, shapes }: Excel.Worksheet): readonly Placed[] {
  for (const one of [charts, shapes]) one.load("items/name,items/left,items/top,items/width,items/height");
  return [charts, shapes];
}

function boxesOf(placed: readonly Placed[], except: string): readonly Box[] {
  return placed.flatMap(({ items }) =>
    items.flatMap((one) => (one.name === except ? [] : (boxOf(one) ?? []))),
  );
}

function boxOf(one: Partial<Box> | null): Box | null {
  const { left, top, width, height } = one ?? {};
  if (left === undefined || top === undefined || width === undefined || height === undefined) return null;
  return { left, top, width, height };
}

/** The nearest place downwards where a box lies over no other. */
function freeTop({ left, top, width, height }: Box, others: readonly Box[]): number {
  const beside = others.filter((one) => one.left < left + width && left < one.left + one.width);
  return [...beside]
    .sort((a, b) => a.top - b.top)
    .reduce((free, one) => {
      const isOver = one.top < free + height && free < one.top + one.height;
      return isOver ? one.top + one.height + GAP : free;
    }, top);
}

/** Whether white can be read on a colour, `#RRGGBB`. */
function isDark(fill: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 140;
}
