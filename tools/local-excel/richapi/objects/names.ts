import { quoteWhereNeeded } from "../../../../src/formula/references.js";
import { columnLetters } from "../../../../src/values/address.js";
import { Fault, invalidArgument, itemNotFound } from "../../../grid/fault.js";
import { type Formula, onlyReference, readFormula } from "../../../grid/formula.js";
import type { Grid } from "../../../grid/grid.js";
import { type DefinedName, isValidName, placeOfName } from "../../../grid/names.js";
import { LAST_COLUMN, LAST_ROW, type Rect } from "../../../grid/rect.js";
import { ApiObject, type Arguments } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { apiText, flagOf } from "../json.js";
import type { Json } from "../wire.js";

/** `workbook.names` (sheet id null) or `worksheet.names`. */
export function namesObject(session: ApiSession, sheetId: string | null): ApiObject {
  const { grid } = session;
  const all = () => grid.names.filter((one) => one.sheetId === sheetId);
  const find = (key: Json) =>
    all().find((one) => one.name.toLowerCase() === String(key).toLowerCase()) ?? null;
  const object = (one: DefinedName) => nameObject(session, one.name, sheetId);
  const item = (key: Json) => {
    const found = find(key);
    if (!found) throw itemNotFound("NamedItemCollection.getItem");
    return object(found);
  };
  return new ApiObject("NamedItemCollection", {
    items: () => all().map(object),
    item,
    methods: {
      add: (args) => {
        const name = args.text(0);
        grid.mustBeWritable("NamedItemCollection.add");
        if (!isValidName(name)) throw invalidArgument("NamedItemCollection.add", `Not a name: ${name}`);
        if (find(name)) {
          const message = "A resource with the same name or identifier already exists.";
          throw new Fault("ItemAlreadyExists", message, "NamedItemCollection.add");
        }
        const defined = {
          name,
          sheetId,
          formula: target(grid, args),
          visible: true,
          comment: args.optionalText(2) ?? "",
        };
        grid.names = [...grid.names, defined];
        grid.markStale();
        grid.record({ kind: "names" });
        return object(defined);
      },
      getItem: (args) => item(args.json(0)),
      getItemOrNullObject: (args) => {
        const found = find(args.json(0));
        return found && object(found);
      },
      getCount: () => all().length,
    },
  });
}

/** Excel refuses a name that points to a sheet which is not there. */
function mustPointSomewhere(grid: Grid, formula: Formula, location: string): void {
  const sheet = onlyReference(formula)?.sheet ?? null;
  if (sheet !== null && grid.sheetNamed(sheet) === null)
    throw invalidArgument(location, `No sheet: ${sheet}`);
}

function target(grid: Grid, args: Arguments): Formula {
  const object = args.object(1);
  const text = object
    ? absoluteAddress(args.place(1).sheet.name, args.place(1).rect)
    : args.text(1).replace(/^=/, "");
  const formula = readFormula(text);
  if (!formula) throw args.invalid(`Not a formula: ${text}`);
  mustPointSomewhere(grid, formula, "NamedItemCollection.add");
  return formula;
}

/** `'Biểu mẫu 3'!$D$20` */
function absoluteAddress(sheet: string, rect: Rect): string {
  const column = (index: number) => `$${columnLetters(index + 1)}`;
  const row = (index: number) => `$${index + 1}`;
  const prefix = `${quoteWhereNeeded(sheet)}!`;
  if (rect.left === 0 && rect.right === LAST_COLUMN) return `${prefix}${row(rect.top)}:${row(rect.bottom)}`;
  if (rect.top === 0 && rect.bottom === LAST_ROW)
    return `${prefix}${column(rect.left)}:${column(rect.right)}`;
  const from = column(rect.left) + row(rect.top);
  const to = column(rect.right) + row(rect.bottom);
  return prefix + (from === to ? from : `${from}:${to}`);
}

function nameObject(session: ApiSession, name: string, sheetId: string | null): ApiObject {
  const { grid } = session;
  const defined = (): DefinedName => {
    const found = grid.names.find((one) => one.name === name && one.sheetId === sheetId);
    if (!found) throw itemNotFound("NamedItem");
    return found;
  };
  const change = (patch: Partial<DefinedName>) => {
    grid.mustBeWritable("NamedItem");
    const old = defined();
    grid.names = grid.names.map((one) => (one === old ? { ...one, ...patch } : one));
    grid.markStale();
    grid.record({ kind: "names" });
  };
  const range = () => {
    const place = placeOfName(defined());
    const sheet = place && grid.sheetNamed(place.sheet);
    return place && sheet ? session.range(sheet, place.rect) : null;
  };
  return new ApiObject("NamedItem", {
    identity: () => ({ _Id: defined().name, Name: defined().name }),
    properties: {
      name: { get: () => defined().name },
      type: { get: () => typeOf(defined()) },
      value: { get: () => valueOfName(defined()) },
      formula: {
        get: () => `=${defined().formula.text}`,
        set: (value) => {
          const formula = readFormula(apiText(value, "NamedItem.formula").replace(/^=/, ""));
          if (!formula) throw invalidArgument("NamedItem.formula");
          mustPointSomewhere(grid, formula, "NamedItem.formula");
          change({ formula });
        },
      },
      visible: {
        get: () => defined().visible,
        set: (value) => change({ visible: flagOf(value, "NamedItem.visible") }),
      },
      comment: {
        get: () => defined().comment,
        set: (value) => change({ comment: apiText(value, "NamedItem.comment") }),
      },
      scope: { get: () => (sheetId === null ? "Workbook" : "Worksheet") },
    },
    children: {
      worksheet: () => {
        if (sheetId === null) throw itemNotFound("NamedItem.worksheet");
        return session.worksheet(sheetId);
      },
      worksheetOrNullObject: () => (sheetId === null ? null : session.worksheet(sheetId)),
    },
    methods: {
      delete: () => {
        grid.mustBeWritable("NamedItem.delete");
        const old = defined();
        grid.names = grid.names.filter((one) => one !== old);
        grid.markStale();
        grid.record({ kind: "names" });
        return undefined;
      },
      getRange: () => {
        const found = range();
        if (!found) throw new Fault("InvalidReference", "This reference is not valid.", "NamedItem.getRange");
        return found;
      },
      getRangeOrNullObject: range,
    },
  });
}

/** Excel.NamedItemType. A name whose cells were deleted is an error. */
function typeOf(defined: DefinedName): string {
  if (placeOfName(defined)) return "Range";
  if (defined.formula.text.includes("#REF!")) return "Error";
  const { tree } = defined.formula;
  if (tree.kind !== "literal" || typeof tree.value === "number") return "Double";
  return typeof tree.value === "string" ? "String" : "Boolean";
}

function valueOfName(defined: DefinedName): Json {
  const { tree, text } = defined.formula;
  if (text.includes("#REF!")) return "#REF!";
  return tree.kind === "literal" ? tree.value : text;
}
