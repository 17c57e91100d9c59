import type { NumberColumn, PercentColumn, Table } from "../../forms/table-schema.js";
import { isNumberColumn } from "../../forms/tables.js";
import { partsOf } from "../behind.js";
import { once } from "../once.js";

/** What works itself out anew in a table when a number of one column changes. */
export interface Followers {
  /** The column itself and those that its number reaches through formulas, shares too. */
  readonly reached: ReadonlySet<string>;
  /** Those of them that may be sums and differences of others in their row, each after what it is made from. */
  readonly sums: readonly NumberColumn[];
  /** Those of them that are shares of others in their row. */
  readonly shares: readonly PercentColumn[];
  /** Those of them whose total row adds up the rows. */
  readonly totals: readonly string[];
}

const known = new WeakMap<Table, Map<string, Followers>>();

/** What follows from a column of a table; worked out once for each. */
export function followersOf(table: Table, column: string): Followers {
  return once(
    once(known, table, () => new Map()),
    column,
    () => findFollowers(table, column),
  );
}

function findFollowers(table: Table, column: string): Followers {
  const numbers = table.columns.filter(isNumberColumn);
  const reached = new Set([column]);
  // A set is walked in the order of its growth, so that what is reached reaches on.
  for (const id of reached) {
    for (const candidate of numbers) if (partsOf(candidate).includes(id)) reached.add(candidate.id);
  }
  const ours = numbers.filter(({ id }) => reached.has(id));
  return {
    reached,
    sums: inOrder(ours.filter(({ kind }) => kind !== "percent")),
    shares: ours.filter((candidate) => candidate.kind === "percent"),
    totals: ours.filter(({ total }) => total === "sum").map(({ id }) => id),
  };
}

/** Each after those that it is made from. */
function inOrder(columns: readonly NumberColumn[]): readonly NumberColumn[] {
  const ordered = new Set<NumberColumn>();
  const add = (column: NumberColumn) => {
    const parts = partsOf(column);
    for (const part of columns) if (parts.includes(part.id)) add(part);
    ordered.add(column);
  };
  columns.forEach(add);
  return [...ordered];
}
