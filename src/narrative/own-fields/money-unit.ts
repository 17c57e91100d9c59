import { findIndicator, printedUnit } from "../../forms/indicators.js";
import type { Edition } from "../../forms/schema.js";
import { findColumn, findTable } from "../../forms/tables.js";
import type { FieldSource } from "./field.js";
import { moneyUnit } from "./money.js";

/** Đồng in one of what a source counts; null where it counts no money, or different units. */
export function moneyUnitOf(source: FieldSource, edition: Edition): number | null {
  switch (source.kind) {
    case "row": {
      const indicator = findIndicator(edition, source);
      return indicator?.kind === "money" ? moneyUnit(printedUnit(indicator)) : null;
    }
    case "table": {
      const table = findTable(source.table);
      const column = table === null ? null : findColumn(table, source.column);
      return column?.kind === "money" ? moneyUnit(column.unit) : null;
    }
    case "computed": {
      if (source.derivation === "share") return null;
      const [first = null, ...others] = source.of.map((part) => moneyUnitOf(part, edition));
      return others.every((unit) => unit === first) ? first : null;
    }
    default:
      return null;
  }
}
