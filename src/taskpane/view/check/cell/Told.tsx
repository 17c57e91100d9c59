import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { CheckedForms } from "../../../../jobs/check.js";
import type { Paragraph, Section } from "../../../../narrative/section.js";
import type { CellAddress } from "../../../../values/address.js";
import { loadWriter } from "../../../parts.js";
import { useTexts } from "../../../texts/use-texts.js";
import { useLoaded } from "../../use-loaded.js";

const useStyles = makeStyles({
  heading: { margin: "4px 0 0", fontSize: "13px", fontWeight: tokens.fontWeightSemibold },
  quote: {
    margin: 0,
    paddingLeft: "8px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    fontFamily: '"Times New Roman", "Liberation Serif", serif',
    fontSize: "15px",
  },
});

/** The sentences of the report that tell this cell. */
export function Told({
  book,
  address,
}: {
  readonly book: CheckedForms;
  readonly address: CellAddress | null;
}) {
  const styles = useStyles();
  const { cell: texts } = useTexts();
  const writer = useLoaded(loadWriter);
  const sentences = useMemo(() => {
    const outcome = writer === null || address === null ? null : writer.writeReport(book);
    return outcome?.kind === "written" && address !== null
      ? sentencesAbout(outcome.written.content.sections, address)
      : [];
  }, [writer, book, address]);
  if (sentences.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{texts.told}</h3>
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.quote} lang="vi" data-testid="cell-told">
          {sentence}
        </p>
      ))}
    </>
  );
}

function sentencesAbout(sections: readonly Section[], address: CellAddress): readonly string[] {
  const isHere = (paragraph: Paragraph) =>
    paragraph.runs.some(({ fact }) => {
      const at = fact?.address ?? null;
      return (
        at !== null && at.sheet === address.sheet && at.row === address.row && at.column === address.column
      );
    });
  return sections.flatMap(({ paragraphs }) =>
    paragraphs.filter(isHere).map(({ runs }) => runs.map(({ text }) => text).join("")),
  );
}
