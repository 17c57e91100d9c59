import type { ChartAxis, ChartSeries, SheetChart } from "../../../grid/chart.js";
import { cornerOf } from "../../../grid/charts.js";
import { accessDenied, itemNotFound } from "../../../grid/fault.js";
import { columnCount, type Rect } from "../../../grid/rect.js";
import type { Sheet } from "../../../grid/sheet.js";
import { ApiObject, type Arguments, type Property, refuse } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { apiText, colorOf, flagOf, numberOf, wordOf } from "../json.js";
import type { Json } from "../wire.js";

/* Source: Microsoft's reference of Excel.ChartCollection and what stands below it. Only stacked bars are known. */

const AXIS: ChartAxis = {
  title: "",
  reversePlotOrder: false,
  position: "Automatic",
  minimum: null,
  numberFormat: "General",
};
const SERIES = {
  fill: null,
  gapWidth: 182,
  hasDataLabels: false,
  labelFormat: "General",
  labelColor: "#404040",
};
/** Points of a chart that nobody placed. */
const SIZE = { width: 360, height: 216 };

/** `worksheet.charts`. */
export function chartsObject(session: ApiSession, sheet: () => Sheet): ApiObject {
  const object = ({ id }: SheetChart) => chartObject(session, sheet, id);
  const named = (key: Json) =>
    sheet().charts.find(({ name }) => name.toLowerCase() === String(key).toLowerCase()) ?? null;
  const item = (key: Json) => {
    const found = sheet().charts.find(({ id }) => id === key) ?? named(key);
    if (!found) throw itemNotFound("ChartCollection.getItem");
    return object(found);
  };
  return new ApiObject("ChartCollection", {
    items: () => sheet().charts.map(object),
    item,
    properties: { count: { get: () => sheet().charts.length } },
    methods: {
      add: (args) => {
        mustTakeDrawings(session, sheet(), "ChartCollection.add");
        const chart = newChart(session, sheet(), args);
        put(session, sheet(), [...sheet().charts, chart]);
        return object(chart);
      },
      getItem: (args) => item(args.json(0)),
      getItemOrNullObject: (args) => {
        const found = named(args.json(0));
        return found && object(found);
      },
      getCount: () => sheet().charts.length,
    },
  });
}

/** Drawings are locked with their sheet, unless its protection lets objects be edited. */
function mustTakeDrawings(session: ApiSession, sheet: Sheet, location: string): void {
  session.grid.mustBeWritable(location);
  if (sheet.protection && sheet.protection.options.allowEditObjects !== true) throw accessDenied(location);
}

function put(session: ApiSession, sheet: Sheet, charts: readonly SheetChart[]): void {
  sheet.charts = charts;
  session.grid.record({ kind: "layout", sheetId: sheet.id });
}

/** A column of numbers makes one series; what Excel would make of more is not copied here. */
function newChart(session: ApiSession, sheet: Sheet, args: Arguments): SheetChart {
  const type = args.text(0);
  const { sheet: source, rect } = args.place(1);
  const by = args.word(2, ["Auto", "Columns", "Rows"]);
  if (type !== "BarStacked" || by !== "Columns" || columnCount(rect) > 1) {
    refuse(`ChartCollection.add of ${type} by ${by} over ${columnCount(rect)} columns`);
  }
  const number = session.grid.newChartNumber();
  return {
    id: `{0000CHAR-${String(number).padStart(4, "0")}}`,
    name: `Chart ${number}`,
    type,
    title: "",
    legend: "Right",
    ...cornerOf(sheet, sheet.selection.top, sheet.selection.left),
    ...SIZE,
    series: [{ name: "Series1", values: { sheetId: source.id, rect }, categories: null, ...SERIES }],
    category: AXIS,
    value: AXIS,
  };
}

function chartObject(session: ApiSession, sheet: () => Sheet, id: string): ApiObject {
  const chart = (): SheetChart => {
    const found = sheet().charts.find((one) => one.id === id);
    if (!found) throw itemNotFound("Chart");
    return found;
  };
  const change = (location: string, patch: Partial<SheetChart>) => {
    mustTakeDrawings(session, sheet(), location);
    const old = chart();
    put(
      session,
      sheet(),
      sheet().charts.map((one) => (one === old ? { ...one, ...patch } : one)),
    );
    return undefined;
  };
  const length = (side: "left" | "top" | "width" | "height"): Property => ({
    get: () => chart()[side],
    set: (value) => change(`Chart.${side}`, { [side]: numberOf(value, `Chart.${side}`, 0) }),
  });
  return new ApiObject("Chart", {
    identity: () => ({ Id: chart().id }),
    properties: {
      id: { get: () => id },
      name: {
        get: () => chart().name,
        set: (value) => change("Chart.name", { name: apiText(value, "Chart.name") }),
      },
      left: length("left"),
      top: length("top"),
      width: length("width"),
      height: length("height"),
    },
    children: {
      title: () =>
        text(
          "ChartTitle",
          () => chart().title,
          (title) => change("ChartTitle.text", { title }),
        ),
      legend: () =>
        new ApiObject("ChartLegend", {
          properties: {
            position: {
              get: () => chart().legend,
              set: (value) => {
                const words = ["Top", "Bottom", "Left", "Right", "Corner"] as const;
                change("ChartLegend.position", { legend: wordOf(value, words, "ChartLegend.position") });
              },
            },
          },
        }),
      axes: () =>
        new ApiObject("ChartAxes", {
          children: {
            categoryAxis: () =>
              axis(
                () => chart().category,
                (category) => change("ChartAxis", { category }),
              ),
            valueAxis: () =>
              axis(
                () => chart().value,
                (value) => change("ChartAxis", { value }),
              ),
          },
        }),
      series: () =>
        seriesObject(
          () => chart().series,
          (series) => change("ChartSeries", { series }),
        ),
    },
    methods: {
      delete: () => {
        mustTakeDrawings(session, sheet(), "Chart.delete");
        const old = chart();
        put(
          session,
          sheet(),
          sheet().charts.filter((one) => one !== old),
        );
        return undefined;
      },
      setPosition: (args) => {
        const from = args.area(0);
        const to: Rect = args.has(1) ? args.area(1) : from;
        const start = cornerOf(sheet(), from.top, from.left);
        const end = cornerOf(sheet(), to.bottom + 1, to.right + 1);
        const size = { width: end.left - start.left, height: end.top - start.top };
        return change("Chart.setPosition", { ...start, ...(args.has(1) && size) });
      },
    },
  });
}

function text(type: string, get: () => string, set: (text: string) => void): ApiObject {
  return new ApiObject(type, {
    properties: { text: { get, set: (value) => set(apiText(value, `${type}.text`)) } },
  });
}

function axis(get: () => ChartAxis, set: (axis: ChartAxis) => void): ApiObject {
  const change = (patch: Partial<ChartAxis>) => set({ ...get(), ...patch });
  return new ApiObject("ChartAxis", {
    properties: {
      reversePlotOrder: {
        get: () => get().reversePlotOrder,
        set: (value) => change({ reversePlotOrder: flagOf(value, "ChartAxis.reversePlotOrder") }),
      },
      position: {
        get: () => get().position,
        set: (value) => {
          const words = ["Automatic", "Maximum", "Minimum"] as const;
          change({ position: wordOf(value, words, "ChartAxis.position") });
        },
      },
      minimum: {
        get: () => get().minimum,
        set: (value) => change({ minimum: numberOf(value, "ChartAxis.minimum") }),
      },
      numberFormat: {
        get: () => get().numberFormat,
        set: (value) => change({ numberFormat: apiText(value, "ChartAxis.numberFormat") }),
      },
    },
    children: {
      title: () =>
        text(
          "ChartAxisTitle",
          () => get().title,
          (title) => change({ title }),
        ),
    },
  });
}

type SetSeries = (series: readonly ChartSeries[]) => void;

function seriesObject(all: () => readonly ChartSeries[], set: SetSeries): ApiObject {
  const at = (index: number) => {
    if (all()[index] === undefined) throw itemNotFound("ChartSeriesCollection.getItemAt");
    return oneSeries(all, set, index);
  };
  return new ApiObject("ChartSeriesCollection", {
    items: () => all().map((_, index) => at(index)),
    properties: { count: { get: () => all().length } },
    methods: {
      add: (args) => {
        const name = args.optionalText(0) ?? `Series${all().length + 1}`;
        set([...all(), { name, values: null, categories: null, ...SERIES }]);
        return at(all().length - 1);
      },
      getCount: () => all().length,
      getItemAt: (args) => at(args.whole(0)),
    },
  });
}

/** A series is known by its place, as the client asks for it: where one before it goes, it is another. */
function oneSeries(all: () => readonly ChartSeries[], set: SetSeries, index: number): ApiObject {
  const get = (): ChartSeries => {
    const found = all()[index];
    if (!found) throw itemNotFound("ChartSeries");
    return found;
  };
  const change = (patch: Partial<ChartSeries>) => {
    const old = get();
    set(all().map((one) => (one === old ? { ...one, ...patch } : one)));
    return undefined;
  };
  const cells = (args: Arguments) => {
    const { sheet, rect } = args.place(0);
    return { sheetId: sheet.id, rect };
  };
  return new ApiObject("ChartSeries", {
    properties: {
      name: { get: () => get().name, set: (value) => change({ name: apiText(value, "ChartSeries.name") }) },
      gapWidth: {
        get: () => get().gapWidth,
        set: (value) => change({ gapWidth: numberOf(value, "ChartSeries.gapWidth", 0, 500) }),
      },
      hasDataLabels: {
        get: () => get().hasDataLabels,
        set: (value) => change({ hasDataLabels: flagOf(value, "ChartSeries.hasDataLabels") }),
      },
    },
    children: {
      format: () =>
        new ApiObject("ChartSeriesFormat", {
          children: {
            fill: () =>
              new ApiObject("ChartFill", {
                methods: {
                  setSolidColor: (args) => change({ fill: colorOf(args.json(0), "ChartFill.setSolidColor") }),
                },
              }),
          },
        }),
      dataLabels: () => dataLabels(get, change),
    },
    methods: {
      setValues: (args) => change({ values: cells(args) }),
      setXAxisValues: (args) => change({ categories: cells(args) }),
      delete: () => {
        const old = get();
        set(all().filter((one) => one !== old));
        return undefined;
      },
    },
  });
}

function dataLabels(get: () => ChartSeries, change: (patch: Partial<ChartSeries>) => void): ApiObject {
  return new ApiObject("ChartDataLabels", {
    properties: {
      numberFormat: {
        get: () => get().labelFormat,
        set: (value) => change({ labelFormat: apiText(value, "ChartDataLabels.numberFormat") }),
      },
    },
    children: {
      format: () =>
        new ApiObject("ChartDataLabelFormat", {
          children: {
            font: () =>
              new ApiObject("ChartFont", {
                properties: {
                  color: {
                    get: () => get().labelColor,
                    set: (value) => change({ labelColor: colorOf(value, "ChartFont.color") }),
                  },
                },
              }),
          },
        }),
    },
  });
}
