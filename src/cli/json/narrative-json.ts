import type { Fact, Narrative, Paragraph } from "../../narrative/section.js";
import { paragraphText } from "../../narrative/section.js";
import { a1 } from "../../values/address.js";

/** A narrative as `cchc report --format json` prints it (DESIGN section 8). */
export function narrativeJson(narrative: Narrative): unknown {
  return {
    sections: narrative.sections.map(({ id, level, number, heading, paragraphs }) => ({
      id,
      level,
      number,
      heading,
      paragraphs: paragraphs.map(paragraphJson),
    })),
    missing: narrative.missing,
  };
}

function paragraphJson(paragraph: Paragraph): unknown {
  const facts = paragraph.runs.flatMap(({ text, fact }) => (fact === null ? [] : [factJson(text, fact)]));
  return { text: paragraphText(paragraph), origin: paragraph.origin, facts };
}

/** A remainder has no cell of its own: `derivedFrom` names the rows it is worked out from. */
function factJson(text: string, fact: Fact): unknown {
  const { value, indicator, address, derivedFrom } = fact;
  return {
    text,
    value,
    form: indicator.form,
    code: indicator.code,
    sheet: address?.sheet ?? null,
    cell: address === null ? null : a1(address),
    ...(derivedFrom !== undefined && { derivedFrom }),
  };
}
