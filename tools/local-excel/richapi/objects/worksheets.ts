import { itemNotFound } from "../../grid/fault.js";
import type { Sheet } from "../../grid/sheet.js";
import { addSheet } from "../../grid/sheets.js";
import { ApiObject, type Members } from "../api-object.js";
import { EVENT, WORKBOOK } from "../event-entries.js";
import type { Session } from "../session.js";
import type { Json } from "../wire.js";
import { worksheetObject } from "./worksheet.js";

/** `workbook.worksheets`. */
export function worksheetsObject(session: Session): ApiObject {
  const { grid } = session;
  const find = (key: Json): Sheet | null =>
    typeof key === "string" ? (grid.sheets.find((sheet) => sheet.id === key) ?? grid.sheetNamed(key)) : null;
  const item = (key: Json): ApiObject => {
    const sheet = find(key);
    if (!sheet) throw itemNotFound("WorksheetCollection.getItem");
    return worksheetObject(session, sheet.id);
  };
  const object = (sheet: Sheet) => worksheetObject(session, sheet.id);
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
        ProtectionChanged: EVENT.protection,
      }),
      ...onlineSubscriptions(session),
    },
  });
}

/** The methods by which the client registers and unregisters events of a target. */
export function subscriptions(
  session: Session,
  target: string,
  events: Readonly<Record<string, number>>,
): NonNullable<Members["methods"]> {
  const methods: [string, () => undefined][] = [];
  const on = subscriber(session);
  for (const [name, type] of Object.entries(events)) {
    methods.push([`_Register${name}Event`, () => on(target, type, 1)]);
    methods.push([`_Unregister${name}Event`, () => on(target, type, -1)]);
  }
  return Object.fromEntries(methods);
}

/** Newer events, whose methods are named the other way round. */
function onlineSubscriptions(session: Session): NonNullable<Members["methods"]> {
  const events = { NameChanged: EVENT.renamed, VisibilityChanged: EVENT.visibility, Moved: EVENT.moved };
  const methods: [string, () => undefined][] = [];
  const on = subscriber(session);
  for (const [name, type] of Object.entries(events)) {
    methods.push([`_RegisterEvent${name}`, () => on(WORKBOOK, type, 1)]);
    methods.push([`_UnregisterEvent${name}`, () => on(WORKBOOK, type, -1)]);
  }
  return Object.fromEntries(methods);
}

function subscriber(session: Session) {
  return (target: string, type: number, count: 1 | -1): undefined => {
    session.subscribe(type, target, count);
  };
}
