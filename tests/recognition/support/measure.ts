import { editionIds } from "../../../src/forms/catalogue.js";
import { recognise } from "../../../src/recognition/recognise.js";
import { edition } from "../../support/report-data.js";
import { applyDamages, type Damage } from "./damages.js";
import { bareBook, captured, type LooseBook, truthOf } from "./loose-book.js";
import { chance } from "./random.js";

/** What recognition made of damaged workbooks; headings hold no value and are not counted as cells. */
export interface Tally {
  cells: number;
  right: number;
  /** Bound to the cell of another row, or bound though the row is gone. */
  readonly wrong: string[];
  /** Not bound. */
  readonly unbound: string[];
}

export function tally(): Tally {
  return { cells: 0, right: 0, wrong: [], unbound: [] };
}

/** One damaged workbook, measured into a tally. */
export function measure(id: string, damages: readonly Damage[], seed: number, into: Tally): LooseBook {
  const book = bareBook(edition(id));
  applyDamages(book, damages, chance(seed));
  const truth = truthOf(book);
  const outcome = recognise(captured(book));
  const what = `${id} #${seed} ${damages.map(({ name }) => name).join(" + ")}`;
  const bound = new Map<string, string>();
  if (outcome.kind === "recognised") {
    for (const { form, code, address } of outcome.recognition.bindings) {
      bound.set(`${form}/${code}`, `${address.sheet}!${address.row}:${address.column}`);
    }
  }
  const kinds = new Map(
    edition(id).forms.flatMap((form) =>
      form.indicators.map((row) => [`${form.number}/${row.code}`, row.kind] as [string, string]),
    ),
  );
  for (const [key, place] of bound) {
    if (truth.get(key) !== place)
      into.wrong.push(`${what}: ${key} at ${place}, is at ${truth.get(key) ?? "nowhere"}`);
  }
  for (const [key, place] of truth) {
    if (kinds.get(key) === "heading") continue;
    into.cells++;
    if (bound.get(key) === place) into.right++;
    else if (!bound.has(key)) into.unbound.push(`${what}: ${key}`);
  }
  return book;
}

export const measuredEditions = editionIds();
