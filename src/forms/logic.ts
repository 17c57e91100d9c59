import type { ExplicitRule, RuleSide } from "./rule-schema.js";

/** What may stand in a row; null: nothing. */
type RowChoices = (row: string) => readonly number[] | null;

/** More combinations of what rows may hold are not gone through: then nothing is said of those rules. */
const MOST_COMBINATIONS = 20_000;

/** Rows in which rules let nothing stand, or not in all at once; each of the rules is needed for that. */
interface Closed {
  readonly rows: readonly string[];
  readonly rules: readonly ExplicitRule[];
}

/**
 * The rows of the forms in which, as the logical rules of an edition have it, nothing could ever be
 * written (`1 implies 2` and `never both 1 and 2`), and those that an arithmetic rule needs together
 * and that never may be (`1 = 2 + 3` beside it). Rules that look at tables are left out.
 *
 * @param choicesOf the numbers that a row may hold, where these are told; else any
 */
export function closedRows(rules: readonly ExplicitRule[], choicesOf: RowChoices): readonly Closed[] {
  const ofForms = rules.filter(({ left, right }) =>
    [...left.sum, ...right.sum].every((term) => typeof term === "string" || "number" in term),
  );
  const logical = ofForms.filter(isLogical);
  const needed = [
    ...[...new Set(logical.flatMap(rowsOf))].map((row) => ({ rows: [row], by: [] })),
    ...ofForms
      .filter((rule) => !isLogical(rule))
      .map((rule) => ({ rows: [...new Set([rule.left, rule.right].flatMap(neededBy))], by: [rule] })),
  ];
  const found: Closed[] = [];
  const told = new Set<ExplicitRule>();
  for (const { rows, by } of needed) {
    const joined = joinedWith(rows, logical);
    if (joined.some((rule) => told.has(rule)) || canHold(rows, joined, choicesOf)) continue;
    let core = joined;
    for (const rule of joined) {
      const without = core.filter((other) => other !== rule);
      if (!canHold(rows, without, choicesOf)) core = without;
    }
    for (const rule of core) told.add(rule);
    found.push({ rows, rules: [...by, ...core] });
  }
  return found;
}

function isLogical({ operator }: ExplicitRule): boolean {
  return operator === "implies" || operator === "both-or-neither" || operator === "never-both";
}

/** The rows that a side cannot do without. */
function neededBy({ sum, missing }: RuleSide): readonly string[] {
  return missing === "skip-any" ? sum.filter((term) => typeof term === "string") : [];
}

function rowsOf({ left, right }: ExplicitRule): readonly string[] {
  return [...left.sum, ...right.sum].filter((term) => typeof term === "string");
}

/** The rules that look at some rows, and at those that they look at, and so on. */
function joinedWith(some: readonly string[], rules: readonly ExplicitRule[]): readonly ExplicitRule[] {
  const rows = new Set(some);
  const joined = new Set<ExplicitRule>();
  // A set is walked in the order of its growth.
  for (const known of rows) {
    for (const rule of rules) {
      const others = rowsOf(rule);
      if (!others.includes(known)) continue;
      joined.add(rule);
      for (const other of others) rows.add(other);
    }
  }
  return rules.filter((rule) => joined.has(rule));
}

/** True where something can stand in each of some rows while no rule is broken; in doubt true. */
function canHold(some: readonly string[], rules: readonly ExplicitRule[], choicesOf: RowChoices): boolean {
  // A row that no rule looks at holds anything.
  const rows = [...new Set(rules.flatMap(rowsOf))];
  const sides = rules.flatMap(({ left, right }) => [left, right]);
  const named = sides.flatMap(({ is }) => (typeof is === "object" ? [is.equals] : []));
  const domains = rows.map((one): readonly (number | null)[] => {
    const numbers = choicesOf(one) ?? [...new Set([0, 1, ...named])];
    // Where rules ask whether anything stands there, nothing may.
    const mayBeBlank =
      !some.includes(one) && sides.some(({ is, sum }) => is === "filled" && sum.includes(one));
    return mayBeBlank ? [null, ...numbers] : numbers;
  });
  const size = domains.reduce((product, domain) => product * domain.length, 1);
  if (size > MOST_COMBINATIONS) return true;
  for (let nth = 0; nth < size; nth++) {
    let rest = nth;
    const values = new Map<string, number | null>();
    rows.forEach((one, index) => {
      const domain = domains[index] ?? [];
      values.set(one, domain[rest % domain.length] ?? null);
      rest = Math.floor(rest / domain.length);
    });
    if (rules.every((rule) => !isBroken(rule, values))) return true;
  }
  return size === 0;
}

function isBroken(
  { left, operator, right }: ExplicitRule,
  values: ReadonlyMap<string, number | null>,
): boolean {
  const [us, them] = [isSo(left, values), isSo(right, values)];
  if (us === null || them === null) return false;
  if (operator === "implies") return us && !them;
  return operator === "never-both" ? us && them : us !== them;
}

/** Whether a side is as it asks; null while a blank keeps it from being told. */
function isSo({ sum, missing, is }: RuleSide, values: ReadonlyMap<string, number | null>): boolean | null {
  const numbers = sum.map((term) =>
    typeof term === "string" ? (values.get(term) ?? null) : "number" in term ? term.number : null,
  );
  if (is === "filled") return numbers.some((number) => number !== null);
  const blanks = numbers.filter((number) => number === null).length;
  if (missing === "skip-any" && blanks > 0) return null;
  if (missing === "skip-all" && blanks === numbers.length) return null;
  const all = numbers.reduce<number>((total, number) => total + (number ?? 0), 0);
  return is === "positive" ? all > 0 : all === is.equals;
}
