import { Button, makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import type { CheckedForms } from "../../../../jobs/check.js";
import type { CellAddress } from "../../../../values/address.js";
import { loadWriter } from "../../../parts.js";
import { useTexts } from "../../../texts/use-texts.js";
import { tokens } from "../../tokens.js";
import { useLoaded } from "../../use-loaded.js";
import { useSession } from "../../use-session.js";

const useStyles = makeStyles({
  heading: { margin: "4px 0 0", fontSize: "13px", fontWeight: tokens.fontWeightSemibold },
  read: { alignSelf: "flex-start", paddingLeft: 0 },
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
  const session = useSession();
  const writer = useLoaded(loadWriter);
  const sentences = useMemo(() => {
    if (writer === null || address === null) return [];
    const outcome = writer.writeReport(book);
    return outcome.kind === "written" ? writer.sentencesAbout(outcome.written, address) : [];
  }, [writer, book, address]);
  if (sentences.length === 0 || address === null) return null;
  return (
    <>
      <h3 className={styles.heading}>{texts.told}</h3>
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.quote} lang="vi" data-testid="cell-told">
          {sentence}
        </p>
      ))}
      <Button
        size="small"
        appearance="subtle"
        className={styles.read}
        onClick={() => session.showTold(address)}
        data-testid="read-told"
      >
        {texts.readTold}
      </Button>
    </>
  );
}
