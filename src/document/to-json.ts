import type { Origin } from "../narrative/origin.js";
import type { Fact, Narrative, Paragraph } from "../narrative/section.js";
import { paragraphText } from "../narrative/section.js";
import { a1 } from "../values/address.js";

/** A narrative as a JSON document (DESIGN section 8): each number of the text with its cell. */
export function toJson(narrative: Narrative): string {
  const json = {
    sections: narrative.sections.map(({ id, level, number, heading, paragraphs, tables }) => ({
      id,
      level,
      number,
      heading,
      paragraphs: paragraphs.map(paragraphJson),
      ...(tables !== undefined && { tables }),
    })),
    missing: narrative.missing,
    doubtful: narrative.doubtful.map(({ section, sentence, text }) => ({ section, sentence, text })),
    suggestions: narrative.suggestions,
    declined: narrative.declined,
    unreviewed: narrative.unreviewed,
    outdated: narrative.outdated,
    lost: narrative.lost,
    replaced: narrative.replaced,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function paragraphJson(paragraph: Paragraph): unknown {
  const facts = paragraph.runs.flatMap(({ text, fact }) => (fact === null ? [] : [factJson(text, fact)]));
  return {
    text: paragraphText(paragraph),
    origin: paragraph.origin,
    sentences: paragraph.sentences ?? [],
    facts,
  };
}

/** A computed number has no cell of its own: `derivedFrom` names what it is worked out from. */
function factJson(text: string, fact: Fact): unknown {
  return { text, ...numberJson(fact) };
}

function numberJson({ value, origin, address, derivedFrom, derivation }: Fact): object {
  return {
    value,
    ...placeJson(origin),
    sheet: address?.sheet ?? null,
    cell: address === null ? null : a1(address),
    ...(derivation !== undefined && { derivation }),
    ...(derivedFrom !== undefined && { derivedFrom: derivedFrom.map(numberJson) }),
  };
}

/** A form's row, or a table's cell with `form` and `code` null; the total row and counted rows have no `row`. */
function placeJson(origin: Origin): object {
  if (origin.kind === "indicator") return { form: origin.form, code: origin.code };
  const { table, column } = origin;
  const row = origin.kind === "cell" ? { row: origin.row } : { rows: origin.rows };
  return { form: null, code: null, table, ...row, column };
}
