import { makeStyles, Spinner } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Edition } from "../../../forms/schema.js";
import { recogniseForms } from "../../../jobs/adopt.js";
import type { WorkbookSnapshot } from "../../../workbook/snapshot.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useLoaded } from "../use-loaded.js";
import { useSessionState } from "../use-session.js";
import type { DraftEditionProps } from "./DraftEdition.js";
import { NothingFound } from "./NothingFound.js";
import { Recognised } from "./Recognised.js";
import type { OwnFormsStage } from "./stage.js";

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

/** A part of this part: few tables fit no edition. */
const loadDraftEdition = () => import(/* webpackChunkName: "draft" */ "./DraftEdition.js");

/** What was recognised among the sheets that she made or was sent, or what was looked for in vain. */
export function OwnForms({
  snapshot,
  mac,
  onAgain,
  onStage,
}: {
  readonly snapshot: WorkbookSnapshot;
  /** On the Mac, Excel drops downloads without a word. */
  readonly mac: boolean;
  /** Reads the workbook again. */
  readonly onAgain: () => void;
  readonly onStage: (stage: OwnFormsStage) => void;
}) {
  const styles = useStyles();
  const { adopt: texts } = useTexts();
  const draft = useSessionState("draft");
  const [drafting, setDrafting] = useState(false);
  const [chosen, setChosen] = useState<Edition | null>(null);
  // A set of forms that she took from a file is the one that she means.
  const edition = chosen ?? (draft.own?.id === draft.edition ? draft.own : null);
  const outcome = useMemo(() => recogniseForms(snapshot, edition), [snapshot, edition]);
  // With an edition that she chose the screen stays, also where that one fits nothing.
  const found = outcome.kind === "recognised" || edition !== null || drafting;
  const stage = drafting ? "drafting" : found ? "found" : "none";
  useEffect(() => onStage(stage), [onStage, stage]);
  if (!found) {
    return (
      <div className={styles.nothing}>
        <NothingFound outcome={outcome} onAgain={onAgain} onDraft={() => setDrafting(true)} />
      </div>
    );
  }
  return (
    <section className={styles.found} aria-label={texts.found} data-testid="own-forms">
      {drafting ? (
        <DraftScreen
          snapshot={snapshot}
          mac={mac}
          onUse={(made) => {
            setChosen(made);
            setDrafting(false);
          }}
          onCancel={() => setDrafting(false)}
        />
      ) : (
        <Recognised
          outcome={outcome}
          edition={edition}
          onEdition={setChosen}
          onAgain={onAgain}
          onDraft={() => setDrafting(true)}
        />
      )}
    </section>
  );
}

function DraftScreen(props: DraftEditionProps) {
  const loaded = useLoaded(loadDraftEdition);
  return loaded === null ? <Spinner size="tiny" /> : <loaded.DraftEdition {...props} />;
}
