import { compareLabels, labelText } from "../label-text.js";
import {
  childrenOf,
  type DraftForm,
  type DraftKind,
  type DraftRow,
  followingSiblings,
  type Reason,
  type Verdict,
} from "./draft-row.js";
import { COUNT, saying, TOTAL } from "./label-words.js";

/** What a count adds up from, and the row that it cannot exceed. */
interface Total {
  readonly parts: { readonly codes: readonly string[]; readonly relation: "equal" | "at-most" } | null;
  readonly atMost: string | null;
}

const NONE: Total = { parts: null, atMost: null };
/** Past events and outcomes, which need not exhaust a whole, against classes, which do. */
const OUTCOME = saying("đã", "chưa", "quá hạn", "đúng hạn", "xong");

/**
 * The parts of a count: the counts under it, those that its own words name ("mức độ 3 và 4"), or the
 * run of counts of the same things after it. Whether outcomes exhaust a whole cannot be seen.
 *
 * @param denominators codes of rows that are the whole of a ratio: what follows these are subsets
 */
export function inferTotal(
  row: DraftRow,
  form: DraftForm,
  kindOf: (row: DraftRow) => DraftKind,
  denominators: ReadonlySet<string>,
): Verdict<Total> {
  const kind = kindOf(row);
  const alike = (other: DraftRow) => kindOf(other) === kind;
  const below = childrenOf(row, form).filter(alike);
  if (below.length > 0) return totalOfBelow(row, below);
  const named = TOTAL.test(row.plain) ? namedParts(row, form.rows.filter(alike)) : null;
  if (named !== null) return parts(named, "equal", true, "total-of-named");
  if (denominators.has(row.code)) return { value: NONE, inferences: [] };
  const beside = followingSiblings(row, form);
  const whole = wholeOf(row, form, alike);
  if (whole !== null) return whole;
  if (TOTAL.test(row.plain)) return totalOfBeside(row, beside.filter(alike));
  return oppositesBeside(row, beside.filter(alike));
}

function totalOfBelow(row: DraftRow, below: readonly DraftRow[]): Verdict<Total> {
  const codes = below.map(({ code }) => code);
  if (TOTAL.test(row.plain)) return parts(codes, "equal", below.length > 1, "total-of-rows-below");
  if (below.some((other) => TOTAL.test(other.plain)) || !COUNT.test(row.plain)) {
    // A group that also holds a figure: its rows count different things, or have a total of their own.
    return { value: NONE, inferences: [{ property: "parts", certain: false, reason: "group-with-figures" }] };
  }
  return parts(codes, "equal", false, "count-of-rows-below");
}

/** Words on each side of "và" that may name the parts: "3 và 4", "một phần và toàn trình". */
const MOST_NAMING_WORDS = 3;

/** "Tổng số ... mức độ 3 và 4": the two rows that differ in the words beside "và" only. */
function namedParts(row: DraftRow, rows: readonly DraftRow[]): readonly string[] | null {
  const words = row.plain.replace(TOTAL, "").split(" ");
  const and = words.indexOf("và");
  for (let count = 1; count <= MOST_NAMING_WORDS && and >= count; count++) {
    const stem = words.slice(0, and - count);
    const found = [words.slice(and - count, and), words.slice(and + 1, and + 1 + count)].flatMap((name) => {
      const wanted = labelText(["số", ...stem, ...name].join(" "));
      const same = rows.filter(
        (other) => other !== row && compareLabels(labelText(other.plain), wanted).kind === "same",
      );
      return same.length === 1 ? same.map(({ code }) => code) : [];
    });
    if (found.length === 2) return found;
  }
  return null;
}

/** The run of counts of the same things directly after a total. */
function totalOfBeside(row: DraftRow, beside: readonly DraftRow[]): Verdict<Total> {
  const [thing = ""] = thingsOf(row);
  const end = beside.findIndex(
    (other) => TOTAL.test(other.plain) || other.unit !== row.unit || !counts(other, thing),
  );
  const run = end < 0 ? beside : beside.slice(0, end);
  if (run.length < 2) return { value: NONE, inferences: [] };
  const classes = run.filter((other) => !OUTCOME.test(other.plain));
  return classes.length > run.length / 2
    ? parts(codesOf(classes), "equal", false, "total-of-classes-beside")
    : parts(codesOf(run), "at-most", false, "total-of-outcomes-beside");
}

/** A row before a pair that says "đã ..." and "không ..." of the same things is the whole of both. */
function oppositesBeside(row: DraftRow, [first, second]: readonly DraftRow[]): Verdict<Total> {
  const opposite =
    first !== undefined &&
    second !== undefined &&
    first.plain !== second.plain &&
    affirmed(first) === affirmed(second) &&
    counts(first, thingsOf(row).slice(0, 3).join(" ")) &&
    affirmed(row) !== affirmed(first);
  return opposite
    ? parts(codesOf([first, second]), "at-most", false, "opposites-beside")
    : { value: NONE, inferences: [] };
}

/** The row before, under the same row, of which this one is a part by its words. */
function wholeOf(row: DraftRow, form: DraftForm, alike: (row: DraftRow) => boolean): Verdict<Total> | null {
  const at = form.rows.indexOf(row);
  const before = form.rows.slice(0, at).filter((other) => other.parent === row.parent && alike(other));
  // With their brackets: "(thi tuyển, xét tuyển)" narrows the row above, so that this one is beside it.
  const label = row.label.toLowerCase();
  const subset = before.findLast((other) => {
    const start = `${other.label.toLowerCase()} `;
    return label.startsWith(start) && !/^(và|hoặc|,)/u.test(label.slice(start.length));
  });
  if (subset !== undefined && COUNT.test(subset.plain)) return atMost(subset, true, "subset-of-row-above");
  const last = before.at(-1);
  const [thing = ""] = thingsOf(row);
  const present =
    last !== undefined &&
    TOTAL.test(row.plain) &&
    TOTAL.test(last.plain) &&
    thingsOf(last)[0] === thing &&
    /được giao/u.test(last.plain) &&
    /có mặt|hiện có/u.test(row.plain);
  return present ? atMost(last, true, "present-within-assigned") : null;
}

/** The words that say what is counted: what follows "Tổng số" or "Số". */
function thingsOf(row: DraftRow): readonly string[] {
  return row.plain.replace(COUNT, "").split(" ");
}

function counts(row: DraftRow, things: string): boolean {
  return COUNT.test(row.plain) && `${row.plain.replace(COUNT, "")} `.startsWith(`${things} `);
}

function affirmed(row: DraftRow): string {
  return row.plain.replace(/(?<!\p{L})(đã|không|chưa) /gu, "");
}

function codesOf(rows: readonly DraftRow[]): readonly string[] {
  return rows.map(({ code }) => code);
}

function parts(
  codes: readonly string[],
  relation: "equal" | "at-most",
  certain: boolean,
  reason: Reason,
): Verdict<Total> {
  return {
    value: { parts: { codes, relation }, atMost: null },
    inferences: [{ property: "parts", certain, reason }],
  };
}

function atMost(whole: DraftRow, certain: boolean, reason: Reason): Verdict<Total> {
  return {
    value: { parts: null, atMost: whole.code },
    inferences: [{ property: "atMost", certain, reason }],
  };
}
