import { itemNotFound } from "../../../grid/fault.js";
import { placeOfName } from "../../../grid/names.js";
import { type Rect, rectOf, WHOLE_SHEET } from "../../../grid/rect.js";
import type { Sheet } from "../../../grid/sheet.js";
import {
  deleteSheet,
  moveSheet,
  protectionOptions,
  protectSheet,
  renameSheet,
  setVisibility,
  unprotectSheet,
} from "../../../grid/sheets.js";
import { ApiObject, type Arguments } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { EVENT } from "../event-entries.js";
import { apiText, colorOf, flagOf, numberOf, wordOf } from "../json.js";
import { chartsObject } from "./charts.js";
import { namesObject } from "./names.js";
import { pageLayoutObject } from "./page-layout.js";
import { subscriptions } from "./subscriptions.js";

/** One worksheet, told by its id: it may be gone by the time a member is used. */
export function worksheetObject(session: ApiSession, id: string): ApiObject {
  const { grid } = session;
  const sheet = () => grid.sheet(id);
  const layout = (change: (sheet: Sheet) => void) => {
    grid.mustBeWritable("Worksheet");
    change(sheet());
    grid.record({ kind: "layout", sheetId: id });
  };
  const gridlines = (value: unknown) => layout((one) => (one.showGridlines = value === true));
  const headings = (value: unknown) => layout((one) => (one.showHeadings = value === true));
  return new ApiObject("Worksheet", {
    identity: () => ({ Id: sheet().id }),
    properties: {
      name: {
        get: () => sheet().name,
        set: (value) => renameSheet(grid, sheet(), apiText(value, "Worksheet.name")),
      },
      id: { get: () => id },
      position: {
        get: () => grid.sheets.indexOf(sheet()),
        set: (value) => moveSheet(grid, sheet(), numberOf(value, "Worksheet.position")),
      },
      visibility: {
        get: () => sheet().visibility,
        set: (value) => {
          const words = ["Visible", "Hidden", "VeryHidden"] as const;
          setVisibility(grid, sheet(), wordOf(value, words, "Worksheet.visibility"));
        },
      },
      tabColor: {
        get: () => sheet().tabColor,
        set: (value) =>
          layout((one) => (one.tabColor = value === "" ? "" : colorOf(value, "Worksheet.tabColor"))),
      },
      showGridlines: { get: () => sheet().showGridlines },
      showHeadings: { get: () => sheet().showHeadings },
      // The client library sets these two under other names than it reads them.
      gridlines: { set: (value) => gridlines(flagOf(value, "Worksheet.showGridlines")) },
      headings: { set: (value) => headings(flagOf(value, "Worksheet.showHeadings")) },
      standardHeight: { get: () => sheet().rowHeight },
      standardWidth: { get: () => sheet().columnWidth },
    },
    children: {
      names: () => namesObject(session, id),
      freezePanes: () => freezePanes(session, sheet),
      pageLayout: () => pageLayoutObject(session, sheet),
      protection: () => protection(session, sheet),
      charts: () => chartsObject(session, sheet),
      ...nothingDrawn(),
    },
    methods: {
      activate: () => {
        grid.select(sheet());
        return undefined;
      },
      delete: () => {
        deleteSheet(grid, sheet());
        return undefined;
      },
      calculate: () => {
        grid.markStale();
        grid.settle(true);
        return undefined;
      },
      ...ranges(session, sheet),
      ...subscriptions(session, id, {
        DataChanged: EVENT.changed,
        Calculated: EVENT.calculated,
        Activated: EVENT.activated,
        Deactivated: EVENT.deactivated,
        SelectionChanged: EVENT.selectionChanged,
        FormatChanged: EVENT.formatChanged,
        ProtectionChanged: EVENT.protection,
      }),
    },
  });
}

/** What can stand on a sheet beside cells and charts: this host has none of it. */
function nothingDrawn() {
  const none = (type: string) => () =>
    new ApiObject(type, { items: () => [], methods: { getCount: () => 0 } });
  return {
    shapes: none("ShapeCollection"),
    tables: none("TableCollection"),
    pivotTables: none("PivotTableCollection"),
  };
}

function ranges(session: ApiSession, sheet: () => Sheet) {
  const range = (rect: Rect) => session.range(sheet(), rect);
  const used = (args: Arguments) => {
    session.grid.settle();
    return sheet().used(args.flag(0));
  };
  return {
    getRange: (args: Arguments) => {
      if (!args.has(0)) return range(WHOLE_SHEET);
      const named = rangeByName(session, sheet(), args.text(0));
      return named ?? range(args.area(0));
    },
    getCell: (args: Arguments) => range(bounded(rectOf(args.whole(0), args.whole(1)), args)),
    getRangeByIndexes: (args: Arguments) => {
      const rect = rectOf(args.whole(0), args.whole(1), args.whole(2), args.whole(3));
      return range(bounded(rect, args));
    },
    getUsedRange: (args: Arguments) => range(used(args) ?? rectOf(0, 0)),
    getUsedRangeOrNullObject: (args: Arguments) => {
      const rect = used(args);
      return rect && range(rect);
    },
  };
}

/** `getRange` takes a defined name in the place of an address. */
function rangeByName(session: ApiSession, sheet: Sheet, text: string): ApiObject | null {
  const { grid } = session;
  const wanted = text.toLowerCase();
  const defined = grid.names.find(
    (one) => one.name.toLowerCase() === wanted && (one.sheetId === null || one.sheetId === sheet.id),
  );
  const place = defined && placeOfName(defined);
  const on = place && grid.sheetNamed(place.sheet);
  return place && on ? session.range(on, place.rect) : null;
}

function bounded(rect: Rect, args: Arguments): Rect {
  const { top, left, bottom, right } = rect;
  const inside = top >= 0 && left >= 0 && bottom >= top && right >= left;
  if (!inside || bottom > WHOLE_SHEET.bottom || right > WHOLE_SHEET.right) throw args.invalid();
  return rect;
}

function freezePanes(session: ApiSession, sheet: () => Sheet): ApiObject {
  const { grid } = session;
  const freeze = (rows: number, columns: number) => {
    grid.mustBeWritable("WorksheetFreezePanes");
    sheet().frozen = { rows, columns };
    grid.record({ kind: "layout", sheetId: sheet().id });
    return undefined;
  };
  const location = () => {
    const { rows, columns } = sheet().frozen;
    if (rows === 0 && columns === 0) return null;
    const bottom = rows === 0 ? WHOLE_SHEET.bottom : rows - 1;
    const right = columns === 0 ? WHOLE_SHEET.right : columns - 1;
    return session.range(sheet(), { top: 0, left: 0, bottom, right });
  };
  return new ApiObject("WorksheetFreezePanes", {
    methods: {
      freezeRows: (args) => freeze(args.has(0) ? args.whole(0) : 1, sheet().frozen.columns),
      freezeColumns: (args) => freeze(sheet().frozen.rows, args.has(0) ? args.whole(0) : 1),
      freezeAt: (args) => {
        const { bottom, right } = args.area(0);
        const rows = bottom === WHOLE_SHEET.bottom ? 0 : bottom + 1;
        return freeze(rows, right === WHOLE_SHEET.right ? 0 : right + 1);
      },
      unfreeze: () => freeze(0, 0),
      getLocation: () => {
        const at = location();
        if (!at) throw itemNotFound("WorksheetFreezePanes.getLocation");
        return at;
      },
      getLocationOrNullObject: location,
    },
  });
}

function protection(session: ApiSession, sheet: () => Sheet): ApiObject {
  const { grid } = session;
  return new ApiObject("WorksheetProtection", {
    properties: {
      protected: { get: () => sheet().protection !== null },
      options: { get: () => sheet().protection?.options ?? null },
    },
    methods: {
      protect: (args) => {
        protectSheet(grid, sheet(), protectionOptions(args.json(0)), args.optionalText(1) ?? "");
        return undefined;
      },
      unprotect: (args) => {
        unprotectSheet(grid, sheet(), args.optionalText(0) ?? "");
        return undefined;
      },
    },
  });
}
