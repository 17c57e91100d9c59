import type { NumberColumn, PercentColumn, Table } from "../../forms/table-schema.js";
import { isNumberColumn } from "../../forms/tables.js";
import { partsOf } from "../behind.js";

/** What works itself out anew in a table when a number of one column changes. */
export interface Followers {
  /** The column itself and those that its number reaches through formulas, shares too. */
  readonly reached: ReadonlySet<string>;
  /** Those of them that are sums and differences of others in their row. */
  readonly sums: readonly NumberColumn[];
  /** Those of them that are shares of others in their row. */
  readonly shares: readonly PercentColumn[];
  /** Those of them whose total row adds up the rows. */
  readonly totals: readonly string[];
}

const known = new WeakMap<Table, Map<string, Followers>>();

/** What follows from a column of a table; worked out once for each. */
export function followersOf(table: Table, column: string): Followers {
  const ofTable = known.get(table) ?? new Map<string, Followers>();
  known.set(table, ofTable);
  const followers = ofTable.get(column) ?? findFollowers(table, column);
  ofTable.set(column, followers);
  return followers;
}

function findFollowers(table: Table, column: string): Followers {
  const reached = new Set([column]);
  const formulas = table.columns.filter(isNumberColumn).filter(({ formula }) => formula !== undefined);
  // A set is walked in the order of its growth, so that what is reached reaches on.
  for (const id of reached) {
    for (const candidate of formulas) if (partsOf(candidate).includes(id)) reached.add(candidate.id);
  }
  const ours = formulas.filter(({ id }) => reached.has(id));
  return {
    reached,
    sums: ours.filter(({ formula }) => formula?.kind !== "ratio"),
    shares: ours.filter((candidate) => candidate.kind === "percent"),
    totals: table.columns.flatMap((candidate) =>
      reached.has(candidate.id) && "total" in candidate && candidate.total === "sum" ? [candidate.id] : [],
    ),
  };
}
