import { invalidArgument } from "../../../grid/fault.js";
import { type Rect, spansColumns, spansRows } from "../../../grid/rect.js";
import type { PageLayout, Sheet } from "../../../grid/sheet.js";
import { ApiObject, type Property } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { apiText, fieldsOf, flagOf, numberOf, wordOf } from "../json.js";

type Margin = keyof PageLayout["margins"];
const MARGINS: readonly Margin[] = ["left", "right", "top", "bottom", "header", "footer"];
const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

/** `worksheet.pageLayout`. */
export function pageLayoutObject(session: ApiSession, sheet: () => Sheet): ApiObject {
  const { grid } = session;
  const page = () => sheet().page;
  const change = (patch: Partial<PageLayout>) => {
    grid.mustBeWritable("PageLayout");
    sheet().page = { ...page(), ...patch };
    grid.record({ kind: "layout", sheetId: sheet().id });
    return undefined;
  };
  const flag = (name: "centerHorizontally" | "centerVertically" | "printGridlines"): Property => ({
    get: () => page()[name],
    set: (value) => change({ [name]: flagOf(value, `PageLayout.${name}`) }),
  });
  const titles = (rect: Rect, whole: boolean, name: "titleRows" | "titleColumns") => {
    if (!whole) throw invalidArgument(`PageLayout.${name}`);
    return change({ [name]: rect });
  };
  const range = (rect: Rect | null) => rect && session.range(sheet(), rect);
  return new ApiObject("PageLayout", {
    properties: {
      orientation: {
        get: () => page().orientation,
        set: (value) =>
          change({ orientation: wordOf(value, ["Portrait", "Landscape"], "PageLayout.orientation") }),
      },
      paperSize: {
        get: () => page().paperSize,
        set: (value) => {
          if (grid.refusesPaper) throw invalidArgument("PageLayout.paperSize");
          change({ paperSize: apiText(value, "PageLayout.paperSize") });
        },
      },
      zoom: { get: () => page().zoom, set: (value) => change({ zoom: zoomOf(value) }) },
      centerHorizontally: flag("centerHorizontally"),
      centerVertically: flag("centerVertically"),
      printGridlines: flag("printGridlines"),
      ...Object.fromEntries(MARGINS.map((side) => [`${side}Margin`, marginOf(side, page, change)])),
    },
    methods: {
      setPrintMargins: (args) => {
        const unit = POINTS[args.word(0, ["Points", "Inches", "Centimeters"])];
        const given = fieldsOf(args.json(1), "PageLayout.setPrintMargins");
        const margins = { ...page().margins };
        for (const [side, value] of Object.entries(given)) {
          const known = MARGINS.find((margin) => margin === side);
          if (!known) throw args.invalid();
          margins[known] = numberOf(value, "PageLayout.setPrintMargins", 0) * unit;
        }
        return change({ margins });
      },
      setPrintTitleRows: (args) => titles(args.area(0), spansRows(args.area(0)), "titleRows"),
      setPrintTitleColumns: (args) => titles(args.area(0), spansColumns(args.area(0)), "titleColumns"),
      setPrintArea: (args) => change({ printArea: args.area(0) }),
      getPrintTitleRowsOrNullObject: () => range(page().titleRows),
      getPrintTitleColumnsOrNullObject: () => range(page().titleColumns),
      getPrintAreaOrNullObject: () => range(page().printArea),
    },
  });
}

function marginOf(
  side: Margin,
  page: () => PageLayout,
  change: (patch: Partial<PageLayout>) => void,
): Property {
  return {
    get: () => page().margins[side],
    set: (value) => {
      change({ margins: { ...page().margins, [side]: numberOf(value, `PageLayout.${side}Margin`, 0) } });
    },
  };
}

function zoomOf(value: Parameters<typeof fieldsOf>[0]): Readonly<Record<string, number>> {
  const known = ["scale", "horizontalFitToPages", "verticalFitToPages"];
  const entries = Object.entries(fieldsOf(value, "PageLayout.zoom")).filter((entry) => entry[1] !== null);
  return Object.fromEntries(
    entries.map(([name, size]) => {
      if (!known.includes(name)) throw invalidArgument("PageLayout.zoom");
      // A count of 0 pages is documented nowhere; whoever means "as many as needed" leaves it out.
      return [name, numberOf(size, "PageLayout.zoom", 1)];
    }),
  );
}
