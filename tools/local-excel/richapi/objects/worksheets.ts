import { itemNotFound } from "../../../grid/fault.js";
import type { Sheet } from "../../../grid/sheet.js";
import { addSheet } from "../../../grid/sheets.js";
import { ApiObject } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { EVENT, WORKBOOK } from "../event-entries.js";
import type { Json } from "../wire.js";
import { onlineSubscriptions, subscriptions } from "./subscriptions.js";

/** `workbook.worksheets`. */
export function worksheetsObject(session: ApiSession): ApiObject {
  const { grid } = session;
  const find = (key: Json): Sheet | null =>
    typeof key === "string" ? (grid.sheets.find((sheet) => sheet.id === key) ?? grid.sheetNamed(key)) : null;
  const item = (key: Json): ApiObject => {
    const sheet = find(key);
    if (!sheet) throw itemNotFound("WorksheetCollection.getItem");
    return session.worksheet(sheet.id);
  };
  const object = (sheet: Sheet) => session.worksheet(sheet.id);
  const shown = (visibleOnly: boolean) =>
    visibleOnly ? grid.sheets.filter((sheet) => sheet.visibility === "Visible") : grid.sheets;
  const end = (sheet: Sheet | undefined): ApiObject => {
    if (!sheet) throw itemNotFound("WorksheetCollection");
    return object(sheet);
  };
  return new ApiObject("WorksheetCollection", {
    items: () => grid.sheets.map(object),
    item,
    methods: {
      add: (args) => object(addSheet(grid, args.optionalText(0))),
      getItem: (args) => item(args.json(0)),
      getItemOrNullObject: (args) => {
        const sheet = find(args.json(0));
        return sheet && object(sheet);
      },
      getActiveWorksheet: () => object(grid.activeSheet),
      getCount: (args) => shown(args.flag(0)).length,
      getFirst: (args) => end(shown(args.flag(0))[0]),
      getLast: (args) => end(shown(args.flag(0)).at(-1)),
      ...subscriptions(session, WORKBOOK, {
        DataChanged: EVENT.changed,
        Calculated: EVENT.calculated,
        Added: EVENT.added,
        Deleted: EVENT.deleted,
        Activated: EVENT.activated,
        Deactivated: EVENT.deactivated,
        SelectionChanged: EVENT.selectionChanged,
        FormatChanged: EVENT.formatChanged,
        RowSorted: EVENT.rowSorted,
        ProtectionChanged: EVENT.protection,
      }),
      ...onlineSubscriptions(session),
    },
  });
}
