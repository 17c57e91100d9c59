import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { WorkbookSnapshot } from "../../../workbook/snapshot.js";
import { recogniseForms } from "../../session/own-forms.js";
import { useTexts } from "../../texts/use-texts.js";
import { NothingFound } from "./NothingFound.js";
import { Recognised } from "./Recognised.js";

const useStyles = makeStyles({
  found: {
    display: "flex",
    flexDirection: "column",
    gap: "10px",
    margin: "-12px -12px 0",
    padding: "12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  // After all that stands on the first step: most workbooks with other tables have no forms.
  nothing: { order: 1 },
});

/** What was recognised among the sheets that she made or was sent, or what was looked for in vain. */
export function OwnForms({
  snapshot,
  onAgain,
  onFound,
}: {
  readonly snapshot: WorkbookSnapshot;
  /** Reads the workbook again. */
  readonly onAgain: () => void;
  readonly onFound: (found: boolean) => void;
}) {
  const styles = useStyles();
  const { adopt: texts } = useTexts();
  const [edition, setEdition] = useState<string | null>(null);
  const outcome = useMemo(() => recogniseForms(snapshot, edition), [snapshot, edition]);
  // With an edition that she chose the screen stays, also where that one fits nothing.
  const found = outcome.kind === "recognised" || edition !== null;
  useEffect(() => onFound(found), [onFound, found]);
  if (!found) {
    return (
      <div className={styles.nothing}>
        <NothingFound outcome={outcome} onAgain={onAgain} />
      </div>
    );
  }
  return (
    <section className={styles.found} aria-label={texts.found} data-testid="own-forms">
      <Recognised outcome={outcome} edition={edition} onEdition={setEdition} onAgain={onAgain} />
    </section>
  );
}
