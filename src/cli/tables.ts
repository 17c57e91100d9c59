import { tableIds } from "../forms/tables.js";
import { Unusable } from "./io.js";

/**
 * The tables that `--tables` names: ids between commas, `all`, or `none`.
 *
 * @throws Unusable naming the tables that there are
 */
export function tablesNamed(list: string): readonly string[] {
  const known = tableIds();
  if (list.trim() === "all") return known;
  if (list.trim() === "none") return [];
  const ids = [...new Set(list.split(",").map((id) => id.trim()))].filter((id) => id !== "");
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new Unusable(
      "--tables",
      `không có phụ biểu ${unknown.join(", ")}. Các phụ biểu: ${known.join(", ")}.`,
    );
  }
  return ids;
}
