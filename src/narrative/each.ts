import { findColumn } from "../forms/tables.js";
import type { Report } from "../report/report.js";
import type { TableReport, TableRow } from "../report/table-report.js";
import { formatCount } from "../values/vietnamese-number.js";
import { citationOf, sameDocuments } from "./citation.js";
import { computedStates } from "./computed.js";
import { type FactState, SILENT } from "./fact-state.js";
import { over } from "./lookup.js";
import { type Argument, CellWords, NumberArgument } from "./message.js";
import type { Origin } from "./origin.js";
import type { Each } from "./outline.js";
import type { Run } from "./section.js";
import { type Material, type Said, sayFirst } from "./speech.js";
import { isFilled, meets, recordsOf, rowState } from "./table-facts.js";

/** One row of a list as told. */
export interface SaidItem extends Said {
  /** What the row is, the same as long as its words are: a label, a citation. */
  readonly key: string;
}

/** A list made from the rows of a table; `lead` is null where nothing leads to it. */
export interface SaidList {
  readonly lead: Said | null;
  /** True where the only row is told by a whole sentence. */
  readonly alone: boolean;
  readonly items: readonly SaidItem[];
}

const NOTHING: SaidList = { lead: null, alone: false, items: [] };

/** The rows of a table as a list; none where the workbook has no such table or nothing in it. */
export function sayEach(each: Each, material: Material, report: Report): SaidList {
  const filled = report.tables.get(each.table);
  if (filled === undefined) return NOTHING;
  const rows = chosenRows(each, filled);
  if (rows.length < (each.least ?? 1)) return NOTHING;
  const groups = sameDocuments(filled.table, rows);
  const [only, second] = groups;
  if (each.alone !== undefined && only !== undefined && second === undefined) {
    const speech = sayFirst([each.alone], rowMaterial(each, filled, only, material));
    if (speech.kind === "said")
      return { lead: null, alone: true, items: [{ ...speech, key: keyOf(filled, only) }] };
  }
  const items = groups.flatMap((row): readonly SaidItem[] => {
    const speech = sayFirst(each.item, rowMaterial(each, filled, row, material));
    return speech.kind === "said" ? [{ ...speech, key: keyOf(filled, row) }] : [];
  });
  if (items.length === 0 || each.lead === undefined) return { lead: null, alone: false, items };
  const lead = sayFirst([each.lead], withCount(material, filled, rows.length, rows));
  return { lead: lead.kind === "said" ? lead : null, alone: false, items };
}

function chosenRows(each: Each, filled: TableReport): readonly TableRow[] {
  const { above, below, filled: words, largest, most } = each;
  const numberIn = (row: TableRow, column: string): number => {
    const reading = row.cells.get(column)?.reading;
    return reading?.kind === "number" ? reading.value : 0;
  };
  const rows = recordsOf(filled).filter(
    (row) =>
      meets(row, each.where) &&
      (above === undefined || numberIn(row, above) > 0) &&
      (below === undefined || (isFilled(row, below.column) && numberIn(row, below.column) < below.value)) &&
      (words === undefined || isFilled(row, words)),
  );
  const sorted =
    largest === undefined ? rows : [...rows].sort((a, b) => numberIn(b, largest) - numberIn(a, largest));
  return most === undefined ? sorted : sorted.slice(0, most);
}

/** What one row can be told with: its own numbers and words before those of the report. */
function rowMaterial(
  each: Each,
  filled: TableReport,
  group: readonly TableRow[],
  material: Material,
): Material {
  const [row] = group;
  if (row === undefined) return material;
  const facts = new Map<string, FactState>();
  for (const [name, id] of Object.entries(each.facts)) {
    const column = findColumn(filled.table, id);
    facts.set(name, column === null ? SILENT : rowState(filled, column, row));
  }
  const words = new Map<string, Argument>();
  for (const [name, id] of Object.entries(each.words)) {
    const cell = row.cells.get(id);
    if (cell?.reading.kind === "text")
      words.set(name, new CellWords(cleaned(cell.reading.text), cell.address));
  }
  const citation = citationOf(filled.table, group);
  if (citation !== null) words.set("document", citation);
  const known = over(facts, material.facts);
  return {
    ...material,
    facts: over(computedStates(each, known), known),
    words: over<Argument>(words, material.words),
  };
}

function withCount(
  material: Material,
  filled: TableReport,
  count: number,
  rows: readonly TableRow[],
): Material {
  const [first] = rows;
  const column = filled.table.columns.find(({ id }) => first?.cells.has(id))?.id ?? "";
  const origin: Origin = {
    kind: "rows",
    table: filled.table.id,
    column,
    rows: rows.map(({ row }) => row),
  };
  const address = first?.cells.get(column)?.address ?? null;
  const fact = { value: count, origin, address, derivation: "count" } as const;
  const argument = new NumberArgument(fact, formatCount(count));
  const state: FactState = { kind: "known", argument, told: [], rests: [] };
  return { ...material, facts: over(new Map([["items", state]]), material.facts) };
}

function cleaned(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.;:,]+$/u, "");
}

/** What rows that are told as one are about, whatever their position: their citation or label. */
export function keyOf(filled: TableReport, group: readonly TableRow[]): string {
  const [row] = group;
  const label = filled.table.columns.find((column) => column.kind === "text" && column.role === "label");
  const reading = label === undefined ? undefined : row?.cells.get(label.id)?.reading;
  const citation = citationOf(filled.table, group)?.text;
  return citation ?? (reading?.kind === "text" ? cleaned(reading.text) : String(row?.row ?? ""));
}

/** A list within one sentence: lead, the rows between semicolons, a full stop. */
export function inSentence({ lead, items }: SaidList): readonly Run[] {
  const runs: Run[] = lead === null ? [] : [...lead.runs, plain(" ")];
  items.forEach((item, index) => {
    if (index > 0) runs.push(plain("; "));
    runs.push(...item.runs);
  });
  runs.push(plain("."));
  return runs;
}

const LABELLED = /^[^:;]{2,100}: /u;

/** A lead and the only row below it: a list of one is a sentence. */
export function onlyItem(lead: readonly Run[], item: readonly Run[]): readonly Run[] {
  const last = lead.at(-1);
  const words = item.map(({ text }) => text).join("");
  // What has a label of its own needs nothing that leads to it.
  if (last === undefined || LABELLED.test(words)) return [...item, plain(".")];
  const opened = { ...last, text: last.text.replace(/(, )?(cụ thể|gồm|như sau)?:$/u, "").trimEnd() };
  return [...lead.slice(0, -1), opened, plain(" "), ...item, plain(".")];
}

export function plain(text: string): Run {
  return { text, fact: null };
}
