import { contentOf, type DocumentContent } from "../../document/content.js";
import { compose } from "../../narrative/compose.js";
import { framing } from "../../narrative/framing.js";
import { defaultOutline } from "../../narrative/library.js";
import type { Missing } from "../../narrative/section.js";
import type { Report } from "../../report/report.js";

/*
 * Writing the narrative needs the outline and the phrase library: this module is loaded when the
 * third step is first shown.
 */

/** A written report, with what it could not say. */
export interface WrittenReport {
  readonly content: DocumentContent;
  /** In the order of the outline; sections that were left out are here all the same. */
  readonly gaps: readonly Gap[];
}

/** What one section lacks. */
export interface Gap {
  readonly section: string;
  readonly heading: string;
  readonly missing: readonly Missing[];
}

/** The narrative of a report by its edition's first outline. */
export function writeReport(report: Report): WrittenReport {
  const outline = defaultOutline(report.edition);
  const narrative = compose(outline, report);
  const content = contentOf(report, narrative, framing(report, outline));
  const printed = new Map(
    narrative.sections.map((section) => [section.id, `${section.number}. ${section.heading}`]),
  );
  const gaps = outline.sections.flatMap((section): readonly Gap[] => {
    const missing = narrative.missing.filter((item) => item.section === section.id);
    const heading = printed.get(section.id) ?? section.ownText?.heading ?? section.heading;
    return missing.length === 0 ? [] : [{ section: section.id, heading, missing }];
  });
  return { content, gaps };
}
