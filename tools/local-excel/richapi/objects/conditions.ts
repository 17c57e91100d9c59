import {
  type Condition,
  conditionFormula,
  newCondition,
  withoutConditions,
} from "../../../grid/conditions.js";
import { mustBeFormattable } from "../../../grid/edit.js";
import { itemNotFound } from "../../../grid/fault.js";
import { intersection } from "../../../grid/rect.js";
import { ApiObject, type Property, refuse } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { apiText, colorOf, flagOf, numberOf } from "../json.js";
import type { Place } from "../place.js";
import type { Json } from "../wire.js";

/** `range.conditionalFormats`; only the custom kind (a formula) exists here. */
export function conditionsObject(session: ApiSession, place: Place): ApiObject {
  const { grid } = session;
  const meeting = () =>
    place.sheet.conditions.filter((one) => one.areas.some((area) => intersection(area, place.rect)));
  const replace = (conditions: readonly Condition[]) => {
    mustBeFormattable(grid, place.sheet, "ConditionalFormatCollection");
    place.sheet.conditions = conditions;
    grid.record({ kind: "layout", sheetId: place.sheetId });
  };
  const find = (key: Json) => meeting().find((one) => one.id === key) ?? null;
  const item = (key: Json) => {
    const found = find(key);
    if (!found) throw itemNotFound("ConditionalFormatCollection.getItem");
    return conditionObject(session, place, found.id);
  };
  return new ApiObject("ConditionalFormatCollection", {
    items: () => meeting().map((one) => conditionObject(session, place, one.id)),
    item,
    methods: {
      add: (args) => {
        if (args.text(0) !== "Custom") refuse(`ConditionalFormatCollection.add(${args.text(0)})`);
        const added = newCondition(grid.newConditionId(), place.rect);
        replace([...place.sheet.conditions, added]);
        return conditionObject(session, place, added.id);
      },
      clearAll: () => {
        replace(withoutConditions(place.sheet.conditions, place.rect));
        return undefined;
      },
      getCount: () => meeting().length,
      getItem: (args) => item(args.json(0)),
      getItemAt: (args) => item(meeting()[args.whole(0)]?.id ?? null),
      getItemOrNullObject: (args) => {
        const found = find(args.json(0));
        return found && conditionObject(session, place, found.id);
      },
    },
  });
}

function conditionObject(session: ApiSession, place: Place, id: string): ApiObject {
  const { grid } = session;
  const own = (): Condition => {
    const found = place.sheet.conditions.find((one) => one.id === id);
    if (!found) throw itemNotFound("ConditionalFormat");
    return found;
  };
  const change = (patch: Partial<Condition>) => {
    mustBeFormattable(grid, place.sheet, "ConditionalFormat");
    own();
    place.sheet.conditions = place.sheet.conditions.map((one) =>
      one.id === id ? { ...one, ...patch } : one,
    );
    grid.record({ kind: "layout", sheetId: place.sheetId });
  };
  const color = (key: "fill" | "color", location: string): Property => ({
    get: () => own()[key] ?? "",
    set: (value) => change({ [key]: colorOf(value, location) }),
  });
  const flag = (key: "bold" | "italic", location: string): Property => ({
    get: () => own()[key],
    set: (value) => change({ [key]: flagOf(value, location) }),
  });
  const fill = new ApiObject("ConditionalRangeFill", {
    properties: { color: color("fill", "ConditionalRangeFill.color") },
    methods: {
      clear: () => {
        change({ fill: null });
        return undefined;
      },
    },
  });
  const font = new ApiObject("ConditionalRangeFont", {
    properties: {
      color: color("color", "ConditionalRangeFont.color"),
      bold: flag("bold", "ConditionalRangeFont.bold"),
      italic: flag("italic", "ConditionalRangeFont.italic"),
    },
  });
  const format = new ApiObject("ConditionalRangeFormat", {
    children: { fill: () => fill, font: () => font },
  });
  const rule = new ApiObject("ConditionalFormatRule", {
    properties: {
      formula: {
        get: () => {
          const { formula } = own();
          return formula ? `=${formula.text}` : "";
        },
        set: (value) =>
          change({ formula: conditionFormula(apiText(value, "ConditionalFormatRule.formula")) }),
      },
    },
  });
  const custom = new ApiObject("CustomConditionalFormat", {
    children: { rule: () => rule, format: () => format },
  });
  return new ApiObject("ConditionalFormat", {
    identity: () => ({ Id: own().id }),
    properties: {
      id: { get: () => id },
      type: { get: () => "Custom" },
      priority: {
        get: () => place.sheet.conditions.indexOf(own()),
        set: (value) => {
          const moved = own();
          const others = place.sheet.conditions.filter((one) => one.id !== id);
          const at = numberOf(value, "ConditionalFormat.priority");
          place.sheet.conditions = [...others.slice(0, at), moved, ...others.slice(at)];
          grid.record({ kind: "layout", sheetId: place.sheetId });
        },
      },
      stopIfTrue: {
        get: () => own().stopIfTrue,
        set: (value) => change({ stopIfTrue: flagOf(value, "ConditionalFormat.stopIfTrue") }),
      },
    },
    children: { custom: () => custom, customOrNullObject: () => custom },
    methods: {
      delete: () => {
        own();
        place.sheet.conditions = place.sheet.conditions.filter((one) => one.id !== id);
        grid.record({ kind: "layout", sheetId: place.sheetId });
        return undefined;
      },
      getRange: () => {
        const [area] = own().areas;
        if (!area) throw itemNotFound("ConditionalFormat.getRange");
        return session.range(place.sheet, area);
      },
    },
  });
}
