/** A linear relation between rows: the sum of coefficients x values, compared with a bound. */
export interface LinearRelation {
  /** What faults call it. */
  readonly name: string;
  readonly coefficients: ReadonlyMap<string, number>;
  readonly operator: "=" | "<=";
  readonly bound: number;
}

/**
 * A smallest set of relations that no report with something in every row can satisfy together: none
 * of them can be left out. Empty when the relations go together.
 */
export function contradiction(relations: readonly LinearRelation[]): readonly LinearRelation[] {
  if (isSatisfiable(relations)) return [];
  let core = relations;
  for (const relation of relations) {
    const without = core.filter((other) => other !== relation);
    if (!isSatisfiable(without)) core = without;
  }
  return core;
}

const EPSILON = 1e-7;
/** Bland's rule ends; this only keeps a fault of ours from hanging the program. */
const MOST_STEPS = 5000;

/** True when some values, all at least 1, satisfy every relation: the first phase of the simplex method. */
function isSatisfiable(relations: readonly LinearRelation[]): boolean {
  const names = [...new Set(relations.flatMap(({ coefficients }) => [...coefficients.keys()]))];
  const slacks = relations.filter(({ operator }) => operator === "<=").length;
  const artificial = names.length + slacks;
  const width = artificial + relations.length;
  let slack = names.length;
  const rows = relations.map((relation, i) => {
    const line = new Array<number>(width + 1).fill(0);
    let bound = relation.bound;
    names.forEach((name, j) => {
      const coefficient = relation.coefficients.get(name) ?? 0;
      line[j] = coefficient;
      // Values count from 1, variables from 0.
      bound -= coefficient;
    });
    if (relation.operator === "<=") line[slack++] = 1;
    line[width] = bound;
    const signed = bound < 0 ? line.map((number) => -number) : line;
    signed[artificial + i] = 1;
    return signed;
  });
  return minimum(rows, artificial, width) < EPSILON;
}

/** The least sum of the artificial variables, which begin as the basis. */
function minimum(rows: number[][], artificial: number, width: number): number {
  const basis = rows.map((_, i) => artificial + i);
  const cost = new Array<number>(width + 1).fill(0);
  for (const row of rows) for (let j = 0; j <= width; j++) cost[j] = (cost[j] ?? 0) + (row[j] ?? 0);
  for (let step = 0; step < MOST_STEPS; step++) {
    let enters = -1;
    for (let j = 0; j < artificial && enters < 0; j++) if ((cost[j] ?? 0) > EPSILON) enters = j;
    if (enters < 0) break;
    const leaves = leavingRow(rows, basis, enters, width);
    if (leaves < 0) break;
    pivot(rows, cost, leaves, enters);
    basis[leaves] = enters;
  }
  return cost[width] ?? 0;
}

function leavingRow(
  rows: readonly number[][],
  basis: readonly number[],
  enters: number,
  width: number,
): number {
  let leaves = -1;
  let least = Number.POSITIVE_INFINITY;
  rows.forEach((row, i) => {
    const coefficient = row[enters] ?? 0;
    if (coefficient <= EPSILON) return;
    const ratio = (row[width] ?? 0) / coefficient;
    const better = ratio < least - EPSILON;
    const tied = !better && ratio <= least + EPSILON && (basis[i] ?? 0) < (basis[leaves] ?? Infinity);
    if (better || tied) {
      leaves = i;
      least = Math.min(least, ratio);
    }
  });
  return leaves;
}

function pivot(rows: number[][], cost: number[], leaves: number, enters: number): void {
  const chosen = rows[leaves] ?? [];
  const by = chosen[enters] ?? 1;
  for (let j = 0; j < chosen.length; j++) chosen[j] = (chosen[j] ?? 0) / by;
  for (const row of [...rows, cost]) {
    const factor = row[enters] ?? 0;
    if (row === chosen || factor === 0) continue;
    for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (chosen[j] ?? 0);
  }
}
