import type { TableReading } from "./table-reading.js";

/** True when two cells say the same, down to how it was typed: no rule could tell them apart. */
export function sameReading(a: TableReading, b: TableReading): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case "blank":
      return b.kind === "blank";
    case "text":
      return b.kind === "text" && a.text === b.text;
    case "unreadable":
      return b.kind === "unreadable" && a.cause === b.cause && a.shown === b.shown;
    case "date":
      return (
        b.kind === "date" &&
        a.day.day === b.day.day &&
        a.day.month === b.day.month &&
        a.day.year === b.day.year
      );
    case "number":
      return (
        b.kind === "number" &&
        a.value === b.value &&
        a.decimals === b.decimals &&
        a.typed === b.typed &&
        a.alternative === b.alternative &&
        a.percent === b.percent
      );
  }
}
