import type { Block, BlockRow } from "../blocks.js";
import { parentCode } from "../code-reading.js";
import { hasValue } from "../row-groups.js";
import { unitKind } from "../unit-words.js";
import type { DraftForm, DraftRow } from "./draft-row.js";

/** Fewer rows than this with an STT are no form. */
const FEWEST_CODED = 3;
/** A set in one block has at least so many groups. */
const FEWEST_GROUPS = 3;

interface DraftForms {
  readonly forms: readonly DraftForm[];
  /** The block that holds all forms one below the other, or null where each has its own. */
  readonly continuous: Block | null;
}

/** The forms that a workbook's blocks make, their rows numbered and put under one another. */
export function draftForms(blocks: readonly Block[]): DraftForms {
  const forms = blocks.filter(
    (block) => block.rows.filter(({ codes }) => codes.length > 0).length >= FEWEST_CODED,
  );
  const [only, ...more] = forms;
  if (only !== undefined && more.length === 0) {
    const rows = draftRows(only);
    const groups = rows.filter(({ parent }) => parent === null);
    const all = groups.every(
      (group) => group.unit === "" && rows.some(({ parent }) => parent === group.code),
    );
    if (groups.length >= FEWEST_GROUPS && all && groups.every(({ code }) => /^\d+$/.test(code))) {
      return { forms: groups.map((group) => formOfGroup(group, rows)), continuous: only };
    }
  }
  const numbers = forms.map(({ caption }) => caption);
  const captioned = numbers.every((number) => number !== null) && new Set(numbers).size === numbers.length;
  return {
    forms: forms.map((block, at) => ({
      number: captioned ? (block.caption ?? at + 1) : at + 1,
      title: titleOf(block),
      rows: draftRows(block),
    })),
    continuous: null,
  };
}

function formOfGroup(group: DraftRow, rows: readonly DraftRow[]): DraftForm {
  const under = rows.filter(({ code }) => code === group.code || code.startsWith(`${group.code}.`));
  return { number: Number(group.code), title: group.label, rows: under };
}

/** The last title above the block, without its caption. */
function titleOf({ titles, sheet, caption }: Block): string {
  const own = titles.slice(caption === null ? 0 : 1).filter((title) => title.trim() !== "");
  return clean(own.at(-1) ?? titles.at(-1) ?? sheet);
}

function draftRows(block: Block): readonly DraftRow[] {
  const rows: DraftRow[] = [];
  const codes = new Set<string>();
  let above: string | null = null;
  for (const { row, label, unit, codes: readings } of joined(block.rows)) {
    const printed = likeliest(readings, rows);
    const code: string = printed ?? derived(above, codes);
    if (printed !== null) above = printed;
    codes.add(code);
    const text = clean(label);
    rows.push({
      sheet: block.sheet,
      row,
      code,
      uncoded: printed === null,
      label: text,
      plain: plainText(text),
      unit: cleanLines(unit),
      unitKind: unitKind(unit),
      parent: nearest(code, codes),
    });
  }
  return rows;
}

/** A label's words to look into: lower case, no brackets, no full stop. */
function plainText(label: string): string {
  return clean(label.replace(/\([^()]*\)?/g, " ").replace(/[.:;]+\s*$/, "")).toLowerCase();
}

/**
 * Rows pasted in pieces put together: a row without STT, unit and value whose label goes on in lower
 * case, and options that stand one per row in the unit column.
 */
function joined(rows: readonly BlockRow[]): readonly BlockRow[] {
  const whole: BlockRow[] = [];
  for (const row of rows) {
    const before = whole.at(-1);
    const bare = row.codes.length === 0 && !hasValue(row);
    const goesOn = bare && row.unit === "" && /^\p{Ll}/u.test(row.label);
    const option = row.codes.length === 0 && row.label === "" && unitKind(row.unit) === "choices";
    if (before !== undefined && (goesOn || option)) {
      whole[whole.length - 1] = {
        ...before,
        label: `${before.label} ${row.label}`,
        unit: row.unit === "" ? before.unit : `${before.unit}\n${row.unit}`,
      };
    } else if (row.label !== "" && !row.numberForLabel) whole.push(row);
  }
  return whole;
}

/** Of the codes that a cell may mean, the one that goes on where the rows before stopped. */
function likeliest(readings: readonly string[], before: readonly DraftRow[]): string | null {
  const [first] = readings;
  if (first === undefined || readings.length === 1) return first ?? null;
  const last = before.findLast(({ uncoded }) => !uncoded)?.code ?? null;
  return readings.find((code) => last !== null && follows(code, last)) ?? first;
}

/** True when a code is the first under the last one, or the next after it or after a row above it. */
function follows(code: string, last: string): boolean {
  if (parentCode(code) === last) return true;
  for (let level: string | null = last; level !== null; level = parentCode(level)) {
    if (parentCode(code) !== parentCode(level)) continue;
    return Number(code.split(".").at(-1)) === Number(level.split(".").at(-1)) + 1;
  }
  return false;
}

/** `3.2.1.a` for the first row without an STT under 3.2.1. */
function derived(above: string | null, codes: ReadonlySet<string>): string {
  for (let letter = 0; letter < 26; letter++) {
    const code = `${above ?? "0"}.${String.fromCharCode(97 + letter)}`;
    if (!codes.has(code)) return code;
  }
  return `${above ?? "0"}.z${codes.size}`;
}

function nearest(code: string, codes: ReadonlySet<string>): string | null {
  for (let parent = parentCode(code); parent !== null; parent = parentCode(parent)) {
    if (codes.has(parent)) return parent;
  }
  return null;
}

function clean(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

function cleanLines(text: string): string {
  return text
    .normalize("NFC")
    .split(/\r?\n/)
    .map(clean)
    .filter((line) => line !== "")
    .join("\n");
}
